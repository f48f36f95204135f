package org.metier.qualification;

/// A level of education after ISCED 2011; the order is the level.
public enum EducationLevel {
  LESS_THAN_PRIMARY, PRIMARY, LOWER_SECONDARY, UPPER_SECONDARY, POST_SECONDARY, SHORT_TERTIARY,
  BACHELOR, MASTER, DOCTORATE;

  /// The ISCED 2011 level, 0 to 8.
  public int isced() {
    return ordinal();
  }

  /// @param isced 0 to 8
  public static EducationLevel ofIsced(int isced) {
    if (isced < 0 || isced > 8) {
      throw new IllegalArgumentException("an ISCED level must be 0 to 8, was " + isced);
    }
    return values()[isced];
  }
}
