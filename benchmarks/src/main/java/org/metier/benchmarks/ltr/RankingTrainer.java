package org.metier.benchmarks.ltr;

/// Something that learns to rank.
interface RankingTrainer {
  String name();

  /// Trains on one thread.
  TrainedScores train(GradedLists lists, TrainingSettings settings);

  /// Whether it can run here.
  ///
  /// @return what is missing; empty if nothing is
  String missing();
}
