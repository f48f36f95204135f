package org.metier.benchmarks.spans;

import org.metier.command.CommandContribution;

/// Adds `evaluate spans` to the command line.
public final class SpansContribution implements CommandContribution {
  @Override
  public String parent() {
    return "evaluate";
  }

  @Override
  public Object command() {
    return new SpansCommand();
  }
}
