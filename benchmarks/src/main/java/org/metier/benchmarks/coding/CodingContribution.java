package org.metier.benchmarks.coding;

import org.metier.command.CommandContribution;

/// Adds `evaluate coding` to the command line.
public final class CodingContribution implements CommandContribution {
  @Override
  public String parent() {
    return "evaluate";
  }

  @Override
  public Object command() {
    return new CodingCommand();
  }
}
