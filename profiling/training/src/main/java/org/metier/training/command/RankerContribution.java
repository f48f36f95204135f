package org.metier.training.command;

import org.metier.command.CommandContribution;

/// Adds `metier ranker`.
public final class RankerContribution implements CommandContribution {
  @Override
  public String parent() {
    return "";
  }

  @Override
  public Object command() {
    return new RankerCommand();
  }
}
