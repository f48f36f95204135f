package org.metier.index;

import java.util.List;
import org.metier.coding.VacancyCoder;
import org.metier.feed.VacancyDraft;
import org.metier.index.internal.StoredRecord;
import org.metier.ledger.Decision;
import org.metier.vacancy.OccupationCode;
import org.metier.vacancy.Vacancy;

/// Codes records with the corrections that people made.
final class Understanding {
  private Understanding() {}

  /// A record coded anew; one that a portal coded itself stays as it is, but for a correction.
  static Vacancy of(StoredRecord record, VacancyCoder coder, Decisions decisions) {
    VacancyDraft draft = record.draft();
    return draft == null
        ? corrected(record.requiredVacancy(), decisions)
        : of(draft, coder, decisions);
  }

  static Vacancy of(VacancyDraft draft, VacancyCoder coder, Decisions decisions) {
    return corrected(coder.code(draft), decisions);
  }

  /// A vacancy with the correction that a person made, if there is one.
  static Vacancy corrected(Vacancy vacancy, Decisions decisions) {
    Decision.Corrected correction = decisions.correction(vacancy.id()).orElse(null);
    if (correction == null) {
      return vacancy;
    }
    String occupation = correction.occupation();
    return vacancy.toBuilder()
        .occupations(occupation == null
            ? List.of()
            : List.of(new OccupationCode(occupation, 1, OccupationCode.Origin.STATED)))
        .build();
  }
}
