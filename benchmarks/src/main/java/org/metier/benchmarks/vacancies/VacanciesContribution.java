package org.metier.benchmarks.vacancies;

import org.metier.command.CommandContribution;

/// Adds `evaluate vacancies` to the command line.
public final class VacanciesContribution implements CommandContribution {
  @Override
  public String parent() {
    return "evaluate";
  }

  @Override
  public Object command() {
    return new VacanciesCommand();
  }
}
