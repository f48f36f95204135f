package org.metier.dossier;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Who says something about a person.
public sealed interface Source {
  /// The person, against whom no document counts.
  record Person(LocalDate on) implements Source {}

  /// A document.
  ///
  /// @param date when it was written or handed in; null when nobody knows
  record Document(String id, @Nullable LocalDate date) implements Source {}
}
