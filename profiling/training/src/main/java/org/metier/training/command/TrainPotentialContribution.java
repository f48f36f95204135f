package org.metier.training.command;

import org.metier.command.CommandContribution;

/// Adds `metier train potential`.
public final class TrainPotentialContribution implements CommandContribution {
  @Override
  public String parent() {
    return "train";
  }

  @Override
  public Object command() {
    return new TrainPotentialCommand();
  }
}
