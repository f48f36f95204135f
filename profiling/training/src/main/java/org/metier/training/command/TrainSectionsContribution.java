package org.metier.training.command;

import org.metier.command.CommandContribution;

/// Adds `train sections` to the command line.
public final class TrainSectionsContribution implements CommandContribution {
  @Override
  public String parent() {
    return "train";
  }

  @Override
  public Object command() {
    return new TrainSectionsCommand();
  }
}
