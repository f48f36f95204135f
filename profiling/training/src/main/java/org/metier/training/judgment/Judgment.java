package org.metier.training.judgment;

/// What somebody thought of a vacancy for a person.
///
/// @param profile id of the profile
/// @param vacancy id of the vacancy, as `source:key`
/// @param grade 0 (irrelevant) to 4 (perfect)
public record Judgment(String profile, String vacancy, int grade) {
  public static final int MAX_GRADE = 4;

  public Judgment {
    if (grade < 0 || grade > MAX_GRADE) {
      throw new IllegalArgumentException("a grade must be 0 to 4, was " + grade);
    }
  }
}
