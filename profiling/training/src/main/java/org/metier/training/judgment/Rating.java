package org.metier.training.judgment;

import java.time.Instant;
import org.metier.training.judgment.Judgment;

/// What a counsellor thought of a vacancy for a person.
///
/// @param person pseudonym, the id of the profile
/// @param vacancy as `source:key`
/// @param by pseudonym of the counsellor
/// @param grade 0 (irrelevant) to 4 (perfect)
public record Rating(String person, String vacancy, String by, int grade, Instant at) {
  public Rating {
    if (grade < 0 || grade > Judgment.MAX_GRADE) {
      throw new IllegalArgumentException("\"grade\" must be 0 to 4, was " + grade);
    }
    if (person.isBlank() || vacancy.isBlank() || by.isBlank()) {
      throw new IllegalArgumentException("\"person\", \"vacancy\" and \"by\" must not be blank");
    }
  }
}
