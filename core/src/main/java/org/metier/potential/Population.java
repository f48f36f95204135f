package org.metier.potential;

import java.util.List;

/// Whom scores are for. Immutable.
///
/// @param description in words; never blank
/// @param rules that a scorer checks, each about a feature; all have to hold, and whether one does can only be told
///     where its feature is known
public record Population(String description, List<Rule> rules) {
  public Population {
    rules = List.copyOf(rules);
    if (description.isBlank()) {
      throw new IllegalArgumentException("the population needs a description in words");
    }
  }

  /// One condition, and the feature that it is about.
  public sealed interface Rule {
    /// The feature that it is about.
    String field();

    /// What its value has to be.
    Condition condition();

    /// An amount within bounds, both included.
    record Between(String field, double low, double high) implements Rule {
      public Between {
        low = new Condition.Between(low, high).low();
      }

      @Override
      public Condition condition() {
        return new Condition.Between(low, high);
      }
    }

    /// A category that is one of these, or a flag that is `1` or `0`.
    ///
    /// @param values at least one
    record OneOf(String field, List<String> values) implements Rule {
      public OneOf {
        values = new Condition.OneOf(values).values();
      }

      @Override
      public Condition condition() {
        return new Condition.OneOf(values);
      }
    }
  }
}
