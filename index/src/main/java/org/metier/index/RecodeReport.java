package org.metier.index;

/// What coding anew came to.
///
/// @param generation number of the generation that is in service now
/// @param records that were coded anew
/// @param changed of these whose occupations are others than before
/// @param uncoded vacancies shown whose occupation is not sure enough to rely on
/// @param merged records that another one is shown for
public record RecodeReport(int generation, int records, int changed, int uncoded, int merged) {}
