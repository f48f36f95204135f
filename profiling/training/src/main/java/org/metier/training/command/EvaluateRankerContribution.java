package org.metier.training.command;

import org.metier.command.CommandContribution;

/// Adds `metier evaluate ranker`.
public final class EvaluateRankerContribution implements CommandContribution {
  @Override
  public String parent() {
    return "evaluate";
  }

  @Override
  public Object command() {
    return new EvaluateRankerCommand();
  }
}
