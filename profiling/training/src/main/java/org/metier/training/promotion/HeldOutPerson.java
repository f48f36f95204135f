package org.metier.training.promotion;

import java.util.List;

/// A person that no ranker learnt from, with candidates that were judged. Not copied: whoever makes one leaves
/// the arrays alone.
///
/// @param id pseudonym
/// @param vacancies each once, as `source:key`; equal scores are ranked in this order, so it must not follow the
///     grades
/// @param rows features per vacancy
/// @param grades relevance per vacancy, 0 to 4
/// @param looks how likely the person looked at each, above 0 to 1: what came of it counts by the inverse; 1
///     where it was graded
@SuppressWarnings("ArrayRecordComponent") // never compared
public record HeldOutPerson(String id, List<String> vacancies, double[][] rows, int[] grades,
    double[] looks) {
  public HeldOutPerson {
    vacancies = List.copyOf(vacancies);
    if (rows.length != vacancies.size() || grades.length != rows.length
        || looks.length != rows.length || rows.length == 0) {
      throw new IllegalArgumentException("expected at least one vacancy, and features, a grade and "
          + "a chance of a look for each; were " + vacancies.size() + ", " + rows.length + ", "
          + grades.length + " and " + looks.length);
    }
    for (double look : looks) {
      if (!(look > 0 && look <= 1)) {
        throw new IllegalArgumentException(
            "the chance of a look must be above 0 and at most 1, was " + look);
      }
    }
  }

  /// Whether some order of the vacancies is better than another.
  boolean isInformative() {
    for (int grade : grades) {
      if (grade != grades[0]) {
        return true;
      }
    }
    return false;
  }
}
