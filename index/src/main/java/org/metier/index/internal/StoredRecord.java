package org.metier.index.internal;

import org.jspecify.annotations.Nullable;
import org.metier.feed.VacancyDraft;
import org.metier.ledger.LedgerEntry;
import org.metier.ledger.RecordState;
import org.metier.vacancy.Vacancy;

/// All that the index keeps of one record.
///
/// @param draft as its source stated it; null for a withdrawn record, and for one that a portal coded itself
/// @param vacancy as it was understood; null for a withdrawn record
public record StoredRecord(LedgerEntry entry, @Nullable VacancyDraft draft,
    @Nullable Vacancy vacancy) {
  public StoredRecord {
    if (entry.state() != RecordState.WITHDRAWN && vacancy == null) {
      throw new IllegalArgumentException(entry.id() + " is " + entry.state() + " without a vacancy");
    }
  }

  public StoredRecord with(LedgerEntry other) {
    boolean isGone = other.state() == RecordState.WITHDRAWN;
    return new StoredRecord(other, isGone ? null : draft, isGone ? null : vacancy);
  }

  public StoredRecord with(Vacancy other) {
    return new StoredRecord(entry, draft, other);
  }

  /// The vacancy of a record that is not withdrawn.
  public Vacancy requiredVacancy() {
    if (vacancy == null) {
      throw new IllegalStateException(entry.id() + " is withdrawn and has no vacancy");
    }
    return vacancy;
  }
}
