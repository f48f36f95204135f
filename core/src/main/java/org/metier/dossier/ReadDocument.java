package org.metier.dossier;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.metier.profile.CompetenceProfile;

/// What was read in one document of a person.
///
/// @param profile whose id is that of the document, which its evidence names too
/// @param date when the document was written or handed in; null when nobody knows, which counts as before
///     any date
public record ReadDocument(CompetenceProfile profile, @Nullable LocalDate date) {
  public String id() {
    return profile.id();
  }
}
