package org.metier.oversight;

import org.jspecify.annotations.Nullable;

/// A score that may be looked at, with all that has to be shown beside it.
///
/// @param score as the scorer gave it
/// @param file the case, this showing included: the rating, an override that holds, disagreements
/// @param entry number of the score in the audit log
public record Revealed<T>(T score, Case file, long entry) {
  /// The counsellor's own rating that was there first; null where the policy asks for none.
  public @Nullable Rating own() {
    return file.firstRating().map(Note.Rated::own).orElse(null);
  }

  /// Whether a member of staff's rating holds in place of this score.
  public boolean isOverridden() {
    return file.override().isPresent();
  }
}
