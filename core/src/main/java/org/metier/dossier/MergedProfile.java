package org.metier.dossier;

import java.util.List;
import org.metier.profile.CompetenceProfile;

/// One profile of all documents and corrections, and what the sources differ in.
public record MergedProfile(CompetenceProfile profile, List<Conflict> conflicts) {
  public MergedProfile {
    conflicts = List.copyOf(conflicts);
  }

  /// Those that the person has not settled.
  public List<Conflict> openConflicts() {
    return conflicts.stream().filter(Conflict::isOpen).toList();
  }
}
