package org.metier.erasure;

import java.time.Instant;
import java.util.List;

/// Proof that something was erased from all stores that existed, and that no file of them holds any of it.
///
/// @param keySha256 SHA-256 of the key, in hexadecimal: the key itself is gone
/// @param erased entries in all stores together
/// @param erasedAt when the last store was done
/// @param parts one for each store that was looked through
public record Erased(String keySha256, int erased, Instant erasedAt, List<Part> parts) {
  public Erased {
    parts = List.copyOf(parts);
    int sum = parts.stream().mapToInt(Part::erased).sum();
    if (erased != sum) {
      throw new IllegalArgumentException(
          "erased must be the sum of the parts, " + sum + ", was " + erased);
    }
  }

  /// What was erased from one store.
  ///
  /// @param erased how many of its entries; 0 when it held none
  /// @param generation of the store without them
  public record Part(Store store, int erased, long generation) {}

  /// Where something may be kept.
  public enum Store {
    /// Vacancies, their ledger and decisions about them, in all generations.
    VACANCIES,
    /// Stored profiles.
    PROFILES,
    /// Saved alerts and what was delivered to them.
    ALERTS
  }
}
