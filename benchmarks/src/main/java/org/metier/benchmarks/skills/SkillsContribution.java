package org.metier.benchmarks.skills;

import org.metier.command.CommandContribution;

/// Adds `evaluate skills` to the command line.
public final class SkillsContribution implements CommandContribution {
  @Override
  public String parent() {
    return "evaluate";
  }

  @Override
  public Object command() {
    return new SkillsCommand();
  }
}
