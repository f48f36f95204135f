package org.metier.training.command;

import org.metier.command.CommandContribution;

/// Adds `metier evaluate potential`.
public final class EvaluatePotentialContribution implements CommandContribution {
  @Override
  public String parent() {
    return "evaluate";
  }

  @Override
  public Object command() {
    return new EvaluatePotentialCommand();
  }
}
