package org.metier.index;

import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.metier.coding.Coded;
import org.metier.coding.Correction;
import org.metier.coding.VacancyCoder;
import org.metier.feed.VacancyDraft;
import org.metier.index.internal.StoredRecord;
import org.metier.vacancy.OccupationCode;
import org.metier.vacancy.Vacancy;

/// Codes records with the corrections that people made. Thread-safe.
final class Understanding {
  private final BiFunction<VacancyDraft, @Nullable Correction, Coded> coder;

  private Understanding(BiFunction<VacancyDraft, @Nullable Correction, Coded> coder) {
    this.coder = coder;
  }

  static Understanding by(VacancyCoder coder) {
    return new Understanding(coder::code);
  }

  /// Takes every record as its source states it, but for corrections.
  static Understanding none() {
    return new Understanding(
        (draft, correction) -> new Coded(corrected(draft.vacancy(), correction), List.of()));
  }

  Coded of(VacancyDraft draft, Decisions decisions) {
    return coder.apply(draft, decisions.correction(draft.vacancy().id()));
  }

  /// A record coded anew. One that a portal coded itself keeps its own coding, but for a correction.
  Vacancy of(StoredRecord record, Decisions decisions) {
    return record.draft() == null
        ? corrected(record.requiredVacancy(), decisions)
        : of(record.draft(), decisions).vacancy();
  }

  /// A vacancy that a portal coded itself, with the correction that a person made, if there is one.
  static Vacancy corrected(Vacancy own, Decisions decisions) {
    return corrected(own, decisions.correction(own.id()));
  }

  private static Vacancy corrected(Vacancy own, @Nullable Correction correction) {
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
