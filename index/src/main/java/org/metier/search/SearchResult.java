package org.metier.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A page of what was found.
///
/// @param total how many vacancies there are on all pages, exactly
/// @param hits this page, best first
/// @param facets counts of each facet, most first
/// @param didYouMean a query that finds more; null when none was sought or none does
/// @param nextPage token of the page after this one; null on the last
public record SearchResult(Interpretation interpretation, int total, List<SearchHit> hits,
    Map<Facet, List<FacetCount>> facets, LeftOut leftOut, @Nullable String didYouMean,
    @Nullable String nextPage) {
  public SearchResult {
    hits = List.copyOf(hits);
    facets = Map.copyOf(facets);
  }
}
