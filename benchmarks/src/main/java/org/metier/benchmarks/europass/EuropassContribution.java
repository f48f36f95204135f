package org.metier.benchmarks.europass;

import org.metier.command.CommandContribution;

/// Adds `evaluate europass` to the command line.
public final class EuropassContribution implements CommandContribution {
  @Override
  public String parent() {
    return "evaluate";
  }

  @Override
  public Object command() {
    return new EuropassCommand();
  }
}
