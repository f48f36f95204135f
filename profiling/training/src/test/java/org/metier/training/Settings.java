package org.metier.training;

import org.metier.rank.fitting.ForestSettings;

/// Settings of forests that are small enough for tests.
final class Settings {
  private Settings() {}

  /// As [RankerTrainer#DEFAULT], but for these.
  static ForestSettings of(int trees, int leaves, int minLeafRows, double shrinkage,
      double listShare, long seed) {
    return RankerTrainer.DEFAULT.toBuilder()
        .trees(trees)
        .leaves(leaves)
        .minLeafRows(minLeafRows)
        .shrinkage(shrinkage)
        .listShare(listShare)
        .seed(seed)
        .build();
  }
}
