package org.metier.benchmarks.ltr;

import org.metier.command.CommandContribution;

/// Adds `evaluate ltr` to the command line.
public final class LtrContribution implements CommandContribution {
  @Override
  public String parent() {
    return "evaluate";
  }

  @Override
  public Object command() {
    return new LtrCommand();
  }
}
