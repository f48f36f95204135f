package org.metier.index;

import org.metier.coding.Coded;
import org.metier.coding.VacancyCoder;
import org.metier.feed.VacancyDraft;
import org.metier.index.internal.StoredRecord;
import org.metier.vacancy.Vacancy;

/// Codes records with the corrections that people made.
final class Understanding {
  private Understanding() {}

  static Coded of(VacancyDraft draft, VacancyCoder coder, Decisions decisions) {
    return coder.code(draft, decisions.correction(draft.vacancy().id()));
  }

  /// A record coded anew. One that a portal coded itself keeps its own coding, but for a correction.
  static Vacancy of(StoredRecord record, VacancyCoder coder, Decisions decisions) {
    if (record.draft() != null) {
      return of(record.draft(), coder, decisions).vacancy();
    }
    Vacancy own = record.requiredVacancy();
    if (decisions.correction(own.id()) == null) {
      return own;
    }
    Vacancy corrected = of(record.stated(), coder, decisions).vacancy();
    return own.toBuilder()
        .occupations(corrected.occupations())
        .review(corrected.review())
        .build();
  }
}
