package org.metier.duplicate;

import org.metier.vacancy.VacancyId;

/// What a person decided about two advertisements. Wins over any decision of the detector, for ever;
/// taking it back brings the detector's decision back.
///
/// @param first the lesser of the two ids; the constructor takes them in either order
public record Ruling(VacancyId first, VacancyId second, Verdict verdict) {
  /// What a person can decide.
  public enum Verdict {
    BELONG_TOGETHER, KEEP_APART
  }

  public Ruling {
    int order = first.compareTo(second);
    if (order == 0) {
      throw new IllegalArgumentException("a ruling is about two vacancies, both were " + first);
    }
    if (order > 0) {
      VacancyId lesser = second;
      second = first;
      first = lesser;
    }
  }
}
