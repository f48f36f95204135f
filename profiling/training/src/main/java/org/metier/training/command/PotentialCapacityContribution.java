package org.metier.training.command;

import org.metier.command.CommandContribution;

/// Adds `metier potential capacity`.
public final class PotentialCapacityContribution implements CommandContribution {
  @Override
  public String parent() {
    return "potential";
  }

  @Override
  public Object command() {
    return new PotentialCapacityCommand();
  }
}
