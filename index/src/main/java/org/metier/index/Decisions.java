package org.metier.index;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.metier.index.internal.Hashes;
import org.metier.ledger.Decision;
import org.metier.vacancy.VacancyId;

/// What people decided, for looking up. Immutable.
final class Decisions {
  private final Set<VacancyId> released = new HashSet<>();
  private final Map<VacancyId, Set<VacancyId>> apartFrom = new HashMap<>();
  private final Map<VacancyId, Decision.Corrected> corrected = new HashMap<>();
  private final Set<String> erased = new HashSet<>();

  Decisions(List<Decision> decisions) {
    for (Decision decision : decisions) {
      switch (decision) {
        case Decision.Released d -> released.add(d.id());
        case Decision.KeptApart d -> {
          apartFrom.computeIfAbsent(d.first(), k -> new HashSet<>()).add(d.second());
          apartFrom.computeIfAbsent(d.second(), k -> new HashSet<>()).add(d.first());
        }
        case Decision.Corrected d -> corrected.put(d.id(), d);
        case Decision.Erased d -> erased.add(d.keySha256());
      }
    }
  }

  boolean isReleased(VacancyId id) {
    return released.contains(id);
  }

  boolean isErased(VacancyId id) {
    return !erased.isEmpty() && erased.contains(Hashes.hex(id.toString()));
  }

  boolean areApart(VacancyId one, VacancyId other) {
    return apartFrom.getOrDefault(one, Set.of()).contains(other);
  }

  Optional<Decision.Corrected> correction(VacancyId id) {
    return Optional.ofNullable(corrected.get(id));
  }
}
