package org.metier.index;

import java.util.List;
import org.metier.coding.Coded;
import org.metier.coding.Correction;
import org.metier.coding.VacancyCoder;
import org.metier.feed.VacancyDraft;
import org.metier.index.internal.StoredRecord;
import org.metier.vacancy.OccupationCode;
import org.metier.vacancy.Vacancy;

/// Codes records with the corrections that people made.
final class Understanding {
  private Understanding() {}

  static Coded of(VacancyDraft draft, VacancyCoder coder, Decisions decisions) {
    return coder.code(draft, decisions.correction(draft.vacancy().id()));
  }

  /// A record coded anew. One that a portal coded itself keeps its own coding, but for a correction.
  static Vacancy of(StoredRecord record, VacancyCoder coder, Decisions decisions) {
    return record.draft() == null
        ? corrected(record.requiredVacancy(), decisions)
        : of(record.draft(), coder, decisions).vacancy();
  }

  /// A vacancy that a portal coded itself, with the correction that a person made, if there is one.
  static Vacancy corrected(Vacancy own, Decisions decisions) {
    Correction correction = decisions.correction(own.id());
    if (correction == null) {
      return own;
    }
    String concept = correction.concept();
    return own.toBuilder()
        .occupations(concept == null
            ? List.of()
            : List.of(new OccupationCode(concept, 1, OccupationCode.Origin.CORRECTED)))
        .review(null)
        .build();
  }
}
