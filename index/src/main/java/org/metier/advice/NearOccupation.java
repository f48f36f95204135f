package org.metier.advice;

import java.util.List;

/// An occupation that is near to what the person can do, though neither held, wished for nor wanted now: the
/// person shows or has implied at least two of its essential skills, and its closeness is at least
/// [#LEAST_CLOSENESS].
///
/// @param uri of the occupation in the taxonomy
/// @param closeness cosine of the person's skills and the occupation's essential ones, up to 1: the sum of
///     `share x rarity` over the skills in both, by the root of the product of the sum of `share x rarity`
///     over all of the person's and the sum of `rarity` over all of the occupation's. `share` is 1 for a skill
///     that the person confirmed or a document states, and 0.5 for an implied one
/// @param shared essential skills that were confirmed or are stated, rarest first
/// @param implied essential skills that only an occupation held speaks for, rarest first
/// @param missing essential skills that nothing speaks for, rarest first
/// @param vacancies in reach that are coded to it at a confidence of at least 0.4
/// @param vacanciesOfGroup in reach that are coded into its ISCO-08 unit group at all, at any confidence; 0
///     without such a group
public record NearOccupation(String uri, double closeness, List<String> shared,
    List<String> implied, List<String> missing, int vacancies, int vacanciesOfGroup) {
  /// What is farther away is no advice.
  public static final double LEAST_CLOSENESS = 0.05;

  /// How far rounding may take the closeness of equal sets above 1.
  private static final double TOLERANCE = 1e-9;

  public NearOccupation {
    if (!(closeness >= LEAST_CLOSENESS && closeness <= 1 + TOLERANCE)) {
      throw new IllegalArgumentException(
          "closeness must be " + LEAST_CLOSENESS + " to 1, was " + closeness);
    }
    shared = List.copyOf(shared);
    implied = List.copyOf(implied);
    missing = List.copyOf(missing);
  }

  /// How many skills are essential to it.
  public int essential() {
    return shared.size() + implied.size() + missing.size();
  }
}
