package org.metier.index.internal;

import org.jspecify.annotations.Nullable;
import org.metier.duplicate.Advert;
import org.metier.duplicate.Cluster;
import org.metier.duplicate.Signature;
import org.metier.feed.VacancyDraft;
import org.metier.ledger.LedgerEntry;
import org.metier.ledger.RecordState;
import org.metier.vacancy.Vacancy;

/// All that the index keeps of one record.
///
/// @param draft as its source stated it; null for a withdrawn record, and for one that a portal coded itself
/// @param vacancy as it was understood; null for a withdrawn record
/// @param signature of its text, without its employer's boilerplate; null for a withdrawn record
/// @param cluster that it is shown for; null for a record that is not shown
public record StoredRecord(LedgerEntry entry, @Nullable VacancyDraft draft,
    @Nullable Vacancy vacancy, @Nullable Signature signature, @Nullable Cluster cluster) {
  public StoredRecord {
    if (entry.state() != RecordState.WITHDRAWN && (vacancy == null || signature == null)) {
      throw new IllegalArgumentException(
          entry.id() + " is " + entry.state() + " without a vacancy");
    }
  }

  public StoredRecord with(LedgerEntry other) {
    boolean isGone = other.state() == RecordState.WITHDRAWN;
    return new StoredRecord(other, isGone ? null : draft, isGone ? null : vacancy,
        isGone ? null : signature, other.state() == RecordState.PUBLISHED ? cluster : null);
  }

  public StoredRecord with(Vacancy other) {
    return new StoredRecord(entry, draft, other, signature, cluster);
  }

  public StoredRecord with(Signature other) {
    return new StoredRecord(entry, draft, vacancy, other, cluster);
  }

  public StoredRecord with(@Nullable Cluster other) {
    return new StoredRecord(entry, draft, vacancy, signature, other);
  }

  /// The vacancy of a record that is not withdrawn.
  public Vacancy requiredVacancy() {
    if (vacancy == null) {
      throw new IllegalStateException(entry.id() + " is withdrawn and has no vacancy");
    }
    return vacancy;
  }

  /// What is compared with other records, of a record that is not withdrawn.
  public Advert advert() {
    if (signature == null) {
      throw new IllegalStateException(entry.id() + " is withdrawn and has no text");
    }
    return Advert.of(stated(), signature);
  }

  /// The draft; of a record that a portal coded itself, what its vacancy says.
  public VacancyDraft stated() {
    return draft != null
        ? draft
        : VacancyDraft.of(requiredVacancy(), java.util.List.of(), java.util.List.of(),
            java.util.List.of());
  }
}
