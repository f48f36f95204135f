package org.metier.benchmarks.vacancies;

import java.util.List;
import java.util.Map;
import org.metier.measure.PairedTest;

/// The outcome of one run.
///
/// @param ads that were ranked
/// @param groups unit groups with enough of them, each ranked for by one profile
/// @param leastAds so many
/// @param ndcgAt10 of each system, mean over the groups; grade 2 for an advertisement of the group, 1 for one of
///     its minor group
/// @param againstBm25 Metier, with a coder that was trained on other advertisements, less BM25
/// @param worst groups by Metier's measure
record VacanciesReport(int ads, int groups, int leastAds, Map<String, Double> ndcgAt10,
    PairedTest againstBm25, List<Group> worst) {
  /// One group.
  record Group(String code, String label, int ads, double metier, double bm25) {}
}
