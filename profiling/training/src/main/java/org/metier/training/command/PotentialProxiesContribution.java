package org.metier.training.command;

import org.metier.command.CommandContribution;

/// Adds `metier potential proxies`.
public final class PotentialProxiesContribution implements CommandContribution {
  @Override
  public String parent() {
    return "potential";
  }

  @Override
  public Object command() {
    return new PotentialProxiesCommand();
  }
}
