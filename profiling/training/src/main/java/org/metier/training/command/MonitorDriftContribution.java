package org.metier.training.command;

import org.metier.command.CommandContribution;

/// Adds `metier monitor drift`.
public final class MonitorDriftContribution implements CommandContribution {
  @Override
  public String parent() {
    return "monitor";
  }

  @Override
  public Object command() {
    return new MonitorDriftCommand();
  }
}
