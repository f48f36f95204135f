package org.metier.rights;

import java.time.Instant;
import java.util.Optional;

/// Something outside the home in which a portal keeps what belongs to a person: dossiers, open offers
/// ([org.metier.allocation.OfferBook#erase]), accounts, messages. Whoever embeds Metier gives [PersonRights] one for each,
/// so that nothing is forgotten when a person asks.
public interface PersonStore {
  /// A code that names it in letters and receipts, such as `dossiers`.
  String name();

  /// All that is held on the person.
  ///
  /// @return JSON; empty when nothing is
  Optional<String> held(String person);

  /// Until when it is kept.
  ///
  /// @return empty when it is kept until the person asks for its erasure, or none is held
  Optional<Instant> keptUntil(String person);

  /// Erases all of it, so that no file holds it any more.
  ///
  /// @return how many entries there were
  int erase(String person);
}
