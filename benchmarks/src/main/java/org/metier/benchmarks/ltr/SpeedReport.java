package org.metier.benchmarks.ltr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How long each trainer takes on generated lists, and how well it ranks others made alike.
///
/// @param rows that were learnt from
/// @param heldOutQueries that NDCG was measured on
record SpeedReport(int rows, int features, int heldOutQueries, TrainingSettings settings,
    List<Row> trainers, List<String> notes) {
  SpeedReport {
    trainers = List.copyOf(trainers);
    notes = List.copyOf(notes);
  }

  /// One trainer.
  ///
  /// @param seconds processor time of each round, the first with a cold compiler
  /// @param medianSeconds over the rounds but the first, if there are others
  /// @param ratio median, over the same rounds, of the time by that of LightGBM in the same round; null
  ///     without it
  /// @param ndcgAt10 on the held-out queries
  record Row(String trainer, List<Double> seconds, double medianSeconds,
      @Nullable Double ratio,
      double ndcgAt10) {}
}
