package org.metier.duplicate;

/// Why two advertisements are not one vacancy, the weightiest first.
public enum Veto {
  /// A person said so.
  RULING,
  /// Other employer and other place: never merged, whatever the text.
  EMPLOYER_AND_PLACE,
  /// Other employers, of which not exactly one is an agency.
  EMPLOYER,
  /// Both state the employer's own number of the vacancy, it differs, and so do the texts.
  REFERENCE,
  /// Another job title.
  TITLE,
  /// The same employer looks for the same elsewhere, with another text.
  PLACE, CONTRACT, HOURS, PAY,
  /// The texts are not alike enough for what the fields say.
  TEXT
}
