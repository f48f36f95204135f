package org.metier.training.command;

import org.metier.command.CommandContribution;

/// Adds `metier potential drift`.
public final class PotentialDriftContribution implements CommandContribution {
  @Override
  public String parent() {
    return "potential";
  }

  @Override
  public Object command() {
    return new PotentialDriftCommand();
  }
}
