package org.metier.duplicate;

/// What two advertisements are compared in.
public enum Field {
  /// Partners' keys and web addresses.
  KEYS,
  /// What the texts say beyond their employers' boilerplate.
  TEXT, TITLE, EMPLOYER, PLACE, CONTRACT, HOURS, PAY
}
