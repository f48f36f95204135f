package org.metier.training.command;

import org.metier.command.CommandContribution;

/// Adds `metier simulate cohort`; its service line stands below that of [SimulateContribution], which it adds to.
public final class SimulateCohortContribution implements CommandContribution {
  @Override
  public String parent() {
    return "simulate";
  }

  @Override
  public Object command() {
    return new SimulateCohortCommand();
  }
}
