package org.metier.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.vacancy.Vacancy;

/// A vacancy that was found.
///
/// @param score comparable within one search; 0 when no words were looked for
/// @param distanceKm to the nearest place asked for; null when none was, or its own place is not known
/// @param title the whole title with its marks
/// @param snippets pieces of the text around the most marks, or its beginning; empty without a text
/// @param findings why it was found; empty when everything is
public record SearchHit(Vacancy vacancy, double score, @Nullable Double distanceKm, Snippet title,
    List<Snippet> snippets, List<Finding> findings) {
  public SearchHit {
    snippets = List.copyOf(snippets);
    findings = List.copyOf(findings);
  }
}
