package org.metier.advice;

import org.metier.work.Importance;

/// How much a skill counts for a target, and who says so; the most needed first.
public enum Need {
  /// The vacancy requires it in so many words.
  REQUIRED,
  /// The vacancy names it without saying how it counts.
  MENTIONED,
  /// The taxonomy calls it essential to the occupation.
  ESSENTIAL,
  /// The vacancy calls it a plus.
  DESIRED,
  /// The taxonomy calls it helpful in the occupation.
  OPTIONAL;

  static Need of(Importance importance) {
    return switch (importance) {
      case REQUIRED -> REQUIRED;
      case MENTIONED -> MENTIONED;
      case DESIRED -> DESIRED;
    };
  }

  /// Whether the target cannot do without it, as far as anybody says.
  public boolean isNeeded() {
    return switch (this) {
      case REQUIRED, MENTIONED, ESSENTIAL -> true;
      case DESIRED, OPTIONAL -> false;
    };
  }
}
