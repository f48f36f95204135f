package org.metier.training.command;

import org.metier.command.CommandContribution;

/// Adds `metier train ranker`.
public final class TrainRankerContribution implements CommandContribution {
  @Override
  public String parent() {
    return "train";
  }

  @Override
  public Object command() {
    return new TrainRankerCommand();
  }
}
