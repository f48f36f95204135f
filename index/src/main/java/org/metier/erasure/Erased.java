package org.metier.erasure;

import java.time.Instant;
import java.util.List;
import org.metier.audit.TrainedModel;

/// Proof that something was erased from all stores that existed, and that no file of them holds any of it.
///
/// @param keySha256 SHA-256 of the key, in hexadecimal: the key itself is gone
/// @param erased entries in all stores together
/// @param erasedAt when the last store was done
/// @param parts one for each store that was looked through
/// @param models that were trained with the person's data: they stay as they are, and what to do about them is for whoever
///     answers for them to decide
public record Erased(String keySha256, int erased, Instant erasedAt, List<Part> parts,
    List<TrainedModel> models) {
  public Erased {
    parts = List.copyOf(parts);
    models = List.copyOf(models);
    int sum = parts.stream().mapToInt(Part::erased).sum();
    if (erased != sum) {
      throw new IllegalArgumentException(
          "erased must be the sum of the parts, " + sum + ", was " + erased);
    }
  }

  /// What was erased from one store.
  ///
  /// @param erased how many of its entries; 0 when it held none
  /// @param generation of the store without them; 0 of a store that has none
  public record Part(Store store, int erased, long generation) {}

  /// Where something may be kept.
  public enum Store {
    /// Vacancies, their ledger and decisions about them, in all generations.
    VACANCIES,
    /// Stored profiles.
    PROFILES,
    /// Saved alerts and what was delivered to them.
    ALERTS,
    /// What staff and the person said of scores.
    OVERSIGHT,
    /// Sets of those whose data trained a model.
    TRAINED,
    /// The person's key, without which the audit log's pseudonym leads nowhere and its sealed inputs cannot be opened.
    KEY
  }
}
