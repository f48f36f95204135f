package org.metier.training.command;

import org.metier.command.CommandContribution;

/// Adds `metier train skills`.
public final class TrainSkillsContribution implements CommandContribution {
  @Override
  public String parent() {
    return "train";
  }

  @Override
  public Object command() {
    return new TrainSkillsCommand();
  }
}
