package org.metier.index;

import java.util.List;
import java.util.function.Function;
import org.metier.coding.VacancyCoder;
import org.metier.feed.VacancyDraft;
import org.metier.index.internal.StoredRecord;
import org.metier.ledger.Decision;
import org.metier.vacancy.OccupationCode;
import org.metier.vacancy.Vacancy;

/// Codes records with the corrections that people made. Thread-safe.
final class Understanding {
  private final Function<VacancyDraft, Vacancy> coder;

  private Understanding(Function<VacancyDraft, Vacancy> coder) {
    this.coder = coder;
  }

  static Understanding by(VacancyCoder coder) {
    return new Understanding(coder::code);
  }

  /// Takes every record as its source states it.
  static Understanding none() {
    return new Understanding(VacancyDraft::vacancy);
  }

  /// A record coded anew; one that a portal coded itself stays as it is, but for a correction.
  Vacancy of(StoredRecord record, Decisions decisions) {
    VacancyDraft draft = record.draft();
    return draft == null
        ? corrected(record.requiredVacancy(), decisions)
        : of(draft, decisions);
  }

  Vacancy of(VacancyDraft draft, Decisions decisions) {
    return corrected(coder.apply(draft), decisions);
  }

  private static Vacancy corrected(Vacancy vacancy, Decisions decisions) {
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
