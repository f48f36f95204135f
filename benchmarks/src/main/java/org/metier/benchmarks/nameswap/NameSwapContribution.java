package org.metier.benchmarks.nameswap;

import org.metier.command.CommandContribution;

/// Adds `evaluate name-swap` to the command line.
public final class NameSwapContribution implements CommandContribution {
  @Override
  public String parent() {
    return "evaluate";
  }

  @Override
  public Object command() {
    return new NameSwapCommand();
  }
}
