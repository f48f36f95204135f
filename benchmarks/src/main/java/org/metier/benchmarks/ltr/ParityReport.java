package org.metier.benchmarks.ltr;

import java.util.List;

/// How well each trainer ranks what it did not learn from.
///
/// @param queries that were learnt from, all in all
/// @param notes who could not run, and why
record ParityReport(int queries, int features, TrainingSettings settings, List<Split> splits,
    List<String> notes) {
  ParityReport {
    splits = List.copyOf(splits);
    notes = List.copyOf(notes);
  }

  /// One way of holding out.
  ///
  /// @param name such as `test file, 5 seeds`; a query counts with its mean over seeds
  /// @param queries that were measured: those whose rows differ in grade
  record Split(String name, int queries, List<Row> rows) {}

  /// One trainer.
  ///
  /// @param ndcgAt10 mean over the queries
  /// @param low lower end of its 95 % interval, by bootstrap over queries
  /// @param difference of Metier's NDCG@10 less that of this trainer
  /// @param differenceLow lower end of the paired difference's 95 % interval
  /// @param seconds processor time of training, all folds together
  record Row(String trainer, double ndcgAt10, double low, double high, double difference,
      double differenceLow, double differenceHigh, double seconds) {}
}
