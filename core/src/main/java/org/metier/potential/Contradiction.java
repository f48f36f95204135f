package org.metier.potential;

/// Two conditions that cannot both be true of one person, such as that somebody never had a job and worked for three
/// years. Where both are known to hold, one answer is wrong, and which cannot be told.
///
/// @param one about a feature
/// @param other about another one
public record Contradiction(Population.Rule one, Population.Rule other) {
  public Contradiction {
    if (one.field().equals(other.field())) {
      throw new IllegalArgumentException("a contradiction is between two features, was twice about "
          + one.field());
    }
  }
}
