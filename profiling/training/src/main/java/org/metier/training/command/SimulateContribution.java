package org.metier.training.command;

import org.metier.command.CommandContribution;

/// Adds `metier simulate`.
public final class SimulateContribution implements CommandContribution {
  @Override
  public String parent() {
    return "";
  }

  @Override
  public Object command() {
    return new SimulateCommand();
  }
}
