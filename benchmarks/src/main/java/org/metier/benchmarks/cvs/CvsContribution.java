package org.metier.benchmarks.cvs;

import org.metier.command.CommandContribution;

/// Adds `evaluate cvs` to the command line.
public final class CvsContribution implements CommandContribution {
  @Override
  public String parent() {
    return "evaluate";
  }

  @Override
  public Object command() {
    return new CvsCommand();
  }
}
