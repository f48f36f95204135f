package org.metier.examples.demo;

/// A record that is broken on purpose, so that the report of an ingest has something to say.
///
/// @param position of the record in its feed, from 1
public record Defect(Kind kind, int position) {
  /// What is wrong with a record.
  public enum Kind {
    MISSING_TITLE(true), MISSING_KEY(true), CUT_OFF(true), UNREADABLE_DATE(false);

    private final boolean isRejection;

    Kind(boolean isRejection) {
      this.isRejection = isRejection;
    }

    /// Whether a reader has to leave the whole record out, rather than one field.
    public boolean isRejection() {
      return isRejection;
    }
  }

  public Defect {
    if (position < 1) {
      throw new IllegalArgumentException("position must be at least 1, was " + position);
    }
  }
}
