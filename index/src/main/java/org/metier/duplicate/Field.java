package org.metier.duplicate;

/// What two advertisements are compared in.
public enum Field {
  /// Partners' keys and web addresses.
  KEYS,
  /// The employer's own number of the vacancy.
  REFERENCE,
  /// What the texts say beyond their employers' boilerplate.
  TEXT, TITLE, EMPLOYER, PLACE,
  /// The place as the fields have it, when the texts name another or none.
  REGION, CONTRACT, HOURS, PAY,
  /// What texts too short for their words to tell state in figures; never differs.
  FIGURES
}
