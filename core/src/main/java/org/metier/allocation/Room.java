package org.metier.allocation;

/// Against what a vacancy counts as full.
public enum Room {
  /// The applications it has room for, as the market states them: nothing is spread while there is room for
  /// all, and prices rise everywhere when there is not.
  STATED,
  /// Its share of the applications that all lists together bring about, in proportion to the room stated: a
  /// vacancy with its fair share is exactly full, whatever the number of people. Spreads also what is not
  /// crowded.
  SHARE
}
