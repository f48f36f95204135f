package org.metier.coding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.metier.vacancy.VacancyId;

/// A person's word on what a vacancy's occupation is. It wins over whatever a source states and any later
/// coding finds, for as long as no later correction of the same vacancy takes its place.
///
/// @param concept URI of an occupation or ISCO group; null when the person says that it has none
/// @param role in which the person decided, such as `reviewer`; never a person's name
public record Correction(VacancyId vacancy, @Nullable String concept, String role, Instant at) {
  public Correction {
    if (concept != null && (concept.isBlank() || concept.length() > 512)) {
      throw new IllegalArgumentException("the concept of a correction of " + vacancy
          + " must be a URI of 1 to 512 characters, or absent for none");
    }
    if (!role.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} _.-]{0,63}")) {
      throw new IllegalArgumentException("role must be 1 to 64 letters, digits, spaces, '_', '.' or"
          + " '-', such as reviewer; was \"" + role + "\"");
    }
  }
}
