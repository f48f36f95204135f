package org.metier.potential;

import java.util.List;

/// How far a person's competences are from the vacancies of today, so that a low chance can be told from a thin market.
/// Filled by whoever sees profiles and vacancies, as learning advice does. Immutable.
///
/// @param vacancies in the area and occupations that were looked at
/// @param inReach of them, those that the person could fill now
/// @param near of them, those that lack few skills; apart from those in reach
/// @param missing what would bring most others into reach, most useful first
public record MarketDistance(int vacancies, int inReach, int near, List<MissingSkill> missing) {
  /// A skill that is not in the profile.
  ///
  /// @param label in the reader's language
  /// @param askedBy how many of the vacancies ask for it
  public record MissingSkill(String label, int askedBy) {
    public MissingSkill {
      if (label.isBlank() || askedBy < 0) {
        throw new IllegalArgumentException("a missing skill needs a label and at least 0 vacancies"
            + " that ask for it, was \"" + label + "\" and " + askedBy);
      }
    }
  }

  public MarketDistance {
    missing = List.copyOf(missing);
    if (inReach < 0 || near < 0 || (long) inReach + near > vacancies) {
      throw new IllegalArgumentException("those in reach and near must be among the vacancies, was "
          + inReach + " and " + near + " of " + vacancies);
    }
  }
}
