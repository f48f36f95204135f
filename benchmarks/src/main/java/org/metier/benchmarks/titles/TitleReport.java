package org.metier.benchmarks.titles;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What an evaluation of title linking found.
///
/// @param language of the titles, ISO 639-1
/// @param corpusLanguage of the labels, ISO 639-1
/// @param taxonomy id of the taxonomy that Metier used
/// @param queries how many titles
/// @param unanswerable titles whose right answers are not in the corpus; they count as failures
/// @param concepts how many to choose from
/// @param labels how many labels those have in the corpus
/// @param linkerMegabytes heap that Metier's linker fills beside taxonomy and encoder, once all titles were
///     linked
/// @param systems by name, Metier first
public record TitleReport(String language, String corpusLanguage, String taxonomy, int queries,
    int unanswerable,
    int concepts, int labels, double linkerMegabytes, Map<String, Figures> systems) {

  public TitleReport {
    systems = Collections.unmodifiableMap(new LinkedHashMap<>(systems));
  }

  /// One system's figures.
  ///
  /// @param mrr mean reciprocal rank, 0 to 1
  /// @param accuracyAt1 share of titles whose first concept is right
  /// @param medianMillis of a title's processor time, once all titles were ranked before
  /// @param p95Millis 95 of 100 titles take no longer
  public record Figures(double mrr, double accuracyAt1, double accuracyAt5, double accuracyAt10,
      double medianMillis, double p95Millis) {}
}
