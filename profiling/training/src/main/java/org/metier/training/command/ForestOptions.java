package org.metier.training.command;

import org.metier.rank.fitting.ForestSettings;
import org.metier.training.ranker.RankerTrainer;
import picocli.CommandLine.Option;

/// How a ranker is grown; by default as [RankerTrainer#DEFAULT] says, from whatever judgments.
final class ForestOptions {
  @Option(names = "--seed", defaultValue = "1", description = "same seed, same bytes (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(names = "--trees", defaultValue = "150", description = "at most this many (default: ${DEFAULT-VALUE})")
  private int trees;

  @Option(names = "--leaves", defaultValue = "12", description = "of one tree, at most (default: ${DEFAULT-VALUE})")
  private int leaves;

  @Option(names = "--min-leaf", defaultValue = "100", description = "pairs in a leaf, at least (default: ${DEFAULT-VALUE})")
  private int minLeaf;

  @Option(names = "--shrinkage", defaultValue = "0.1", description = "share of each tree's step (default: ${DEFAULT-VALUE})")
  private double shrinkage;

  @Option(names = "--sample", defaultValue = "0.7", description = "share of the people that each tree is grown on (default: ${DEFAULT-VALUE})")
  private double sample;

  @Option(names = "--patience", defaultValue = "30", description = "trees without gain before it stops (default: ${DEFAULT-VALUE})")
  private int patience;

  ForestSettings settings() {
    return RankerTrainer.DEFAULT.toBuilder()
        .trees(trees)
        .leaves(leaves)
        .minLeafRows(minLeaf)
        .shrinkage(shrinkage)
        .listShare(sample)
        .patience(patience)
        .seed(seed)
        .build();
  }
}
