package org.metier.training.command;

import org.metier.command.CommandContribution;

/// Adds `metier train spans`.
public final class TrainSpansContribution implements CommandContribution {
  @Override
  public String parent() {
    return "train";
  }

  @Override
  public Object command() {
    return new TrainSpansCommand();
  }
}
