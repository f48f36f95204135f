package org.metier.training.internal.boosting;

import org.metier.rank.fitting.ForestSettings;
import org.metier.training.ranker.RankerTrainer;

/// Settings of forests that are small enough for tests.
public final class Settings {
  private Settings() {}

  /// As [RankerTrainer#DEFAULT], but for these.
  public static ForestSettings of(int trees, int leaves, int minLeafRows, double shrinkage,
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
