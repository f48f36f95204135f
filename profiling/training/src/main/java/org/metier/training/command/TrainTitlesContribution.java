package org.metier.training.command;

import org.metier.command.CommandContribution;

/// Adds `metier train titles`.
public final class TrainTitlesContribution implements CommandContribution {
  @Override
  public String parent() {
    return "train";
  }

  @Override
  public Object command() {
    return new TrainTitlesCommand();
  }
}
