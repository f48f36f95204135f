package org.metier.work;

/// How much a requirement counts for the employer.
public enum Importance {
  /// Asked for in so many words.
  REQUIRED,
  /// A plus.
  DESIRED,
  /// Named in the text without saying which.
  MENTIONED
}
