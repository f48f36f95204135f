package org.metier.potential;

import java.util.List;

/// What comes of assessing a person: a chance as bands, or why there is none.
public sealed interface Assessment {
  /// For the log.
  Trace trace();

  /// @param from band of the low end of the score's interval
  /// @param to band of its high end
  /// @param score the numbers behind it, for analysts; the person is never told them
  record Scored(Band from, Band to, Score score, Trace trace) implements Assessment {
    public Scored {
      if (from != Band.of(score.low()) || to != Band.of(score.high())) {
        throw new IllegalArgumentException("from and to must be the bands of the score's interval, "
            + Band.of(score.low()) + " and " + Band.of(score.high()) + ", was " + from + " and "
            + to);
      }
    }

    /// The band of the chance itself.
    public Band band() {
      return Band.of(score.chance());
    }
  }

  /// @param reasons why, at least one
  record Abstained(List<Abstention> reasons, Trace trace) implements Assessment {
    public Abstained {
      reasons = List.copyOf(reasons);
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("who abstains must say why, reasons was empty");
      }
    }
  }
}
