package org.metier.benchmarks.command;

import picocli.CommandLine.Option;

/// Which CVs of a folder are looked at. To be mixed in.
public final class DrawOptions {
  @Option(names = "--limit", paramLabel = "N", description = "how many CVs, drawn with the seed (default: all)", defaultValue = "1000000")
  private int limit = 1_000_000;

  @Option(names = "--seed", paramLabel = "N", description = "decides which CVs are drawn (default: ${DEFAULT-VALUE})", defaultValue = "1")
  private long seed = 1;

  /// How many, at most.
  public int limit() {
    return limit;
  }

  public long seed() {
    return seed;
  }
}
