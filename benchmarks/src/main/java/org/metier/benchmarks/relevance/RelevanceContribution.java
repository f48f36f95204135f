package org.metier.benchmarks.relevance;

import org.metier.command.CommandContribution;

/// Adds `evaluate cv-relevance` to the command line.
public final class RelevanceContribution implements CommandContribution {
  @Override
  public String parent() {
    return "evaluate";
  }

  @Override
  public Object command() {
    return new RelevanceCommand();
  }
}
