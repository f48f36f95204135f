package org.metier.index;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.metier.coding.Correction;
import org.metier.duplicate.Ruling;
import org.metier.index.internal.Hashes;
import org.metier.ledger.Decision;
import org.metier.vacancy.VacancyId;

/// What people decided, for looking up. Immutable.
final class Decisions {
  private final Set<VacancyId> released = new HashSet<>();
  private final Map<VacancyId, Set<Ruling>> rulings = new HashMap<>();
  private final Map<VacancyId, Correction> corrected = new HashMap<>();
  private final Set<String> erased = new HashSet<>();

  Decisions(List<Decision> decisions) {
    for (Decision decision : decisions) {
      switch (decision) {
        case Decision.Released d -> released.add(d.id());
        case Decision.Ruled d -> d.about()
            .forEach(id -> rulings.computeIfAbsent(id, k -> new LinkedHashSet<>()).add(d.ruling()));
        case Decision.Corrected d -> corrected.put(d.correction().vacancy(), d.correction());
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

  List<Ruling> rulings(VacancyId id) {
    return List.copyOf(rulings.getOrDefault(id, Set.of()));
  }

  @Nullable
  Correction correction(VacancyId id) {
    return corrected.get(id);
  }
}
