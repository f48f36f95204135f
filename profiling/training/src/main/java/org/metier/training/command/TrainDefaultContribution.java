package org.metier.training.command;

import org.metier.command.CommandContribution;

/// Adds `metier train default`.
public final class TrainDefaultContribution implements CommandContribution {
  @Override
  public String parent() {
    return "train";
  }

  @Override
  public Object command() {
    return new TrainDefaultCommand();
  }
}
