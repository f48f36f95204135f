package org.metier.benchmarks.guard;

import org.metier.command.CommandContribution;

/// Adds `bench` to the command line.
public final class BenchContribution implements CommandContribution {
  @Override
  public String parent() {
    return "";
  }

  @Override
  public Object command() {
    return new BenchCommand();
  }
}
