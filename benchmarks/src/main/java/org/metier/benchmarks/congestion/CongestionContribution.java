package org.metier.benchmarks.congestion;

import org.metier.command.CommandContribution;

/// Adds `evaluate congestion` to the command line.
public final class CongestionContribution implements CommandContribution {
  @Override
  public String parent() {
    return "evaluate";
  }

  @Override
  public Object command() {
    return new CongestionCommand();
  }
}
