package org.metier.benchmarks.duplicates;

import org.metier.command.CommandContribution;

/// Adds `evaluate duplicates` to the command line.
public final class DuplicatesContribution implements CommandContribution {
  @Override
  public String parent() {
    return "evaluate";
  }

  @Override
  public Object command() {
    return new DuplicatesCommand();
  }
}
