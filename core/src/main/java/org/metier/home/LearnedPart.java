package org.metier.home;

import java.util.Locale;

/// A part of Metier that a model does the work of, and that a portal may train on its own data. A home has
/// a [ModelSlot] for each.
public enum LearnedPart {
  /// Orders vacancies for a profile.
  RANKER("json"),
  /// Codes vacancies to occupations; none ships with Metier, and without one the labels of the taxonomy
  /// code.
  CODER("bin"),
  /// Links job titles to occupations.
  TITLES("json"),
  /// Links mentions of skills to skills.
  SKILLS("json"),
  /// Finds the stretches of a text that state a skill.
  SPANS("json"),
  /// Tells the sections of a CV.
  SECTIONS("json"),
  /// Forecasts the chance of work within a horizon; none ships with Metier, as every service must declare its own
  /// purpose and data.
  POTENTIAL("json");

  private final String extension;

  LearnedPart(String extension) {
    this.extension = extension;
  }

  /// As the command line names it, such as "titles": `./metier train titles`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  String fileName() {
    return code() + "." + extension;
  }
}
