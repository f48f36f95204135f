package org.metier.benchmarks.titles;

import org.metier.command.CommandContribution;

/// Adds `evaluate titles` to the command line.
public final class TitlesContribution implements CommandContribution {
  @Override
  public String parent() {
    return "evaluate";
  }

  @Override
  public Object command() {
    return new TitlesCommand();
  }
}
