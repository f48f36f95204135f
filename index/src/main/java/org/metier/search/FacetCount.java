package org.metier.search;

/// How many vacancies have a value, among those that match the words, places and the selections of all
/// other facets: choosing one value never changes the counts beside it.
///
/// @param written how the vacancies write it, for regions and towns; otherwise the value
/// @param count at least 1, or 0 for a value that was asked for and finds nothing
public record FacetCount(FacetValue value, String written, int count) {}
