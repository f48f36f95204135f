package org.metier.benchmarks.relevance;

/// The outcome of one run.
///
/// @param jobs with judgments of at least two readable CVs
/// @param cvs that were read
/// @param unreadableCvs judged, but not found or not readable; left out for both sides
/// @param difference metier's NDCG@10 less that of BM25, mean over jobs
/// @param differenceLow lower end of its 95 % interval, by bootstrap over jobs
/// @param differenceHigh upper end
/// @param pValue of the paired test, see [org.metier.measure.PairedTest]
record RelevanceReport(int jobs, int cvs, int unreadableCvs, Measures metier, Measures bm25,
    Measures random,
    double difference, double differenceLow, double differenceHigh, double pValue) {
  /// Means over the jobs, gain `2^grade - 1`.
  record Measures(double ndcgAt5, double ndcgAt10) {}
}
