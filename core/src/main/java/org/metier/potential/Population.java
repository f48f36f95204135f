package org.metier.potential;

import java.util.List;

/// Whom scores are for. Immutable.
///
/// @param description in words; never blank
/// @param rules that a scorer checks, each about a feature; all have to hold of what is known
public record Population(String description, List<Rule> rules) {
  public Population {
    rules = List.copyOf(rules);
    if (description.isBlank()) {
      throw new IllegalArgumentException("the population needs a description in words");
    }
  }

  /// One condition. What is unknown breaks no rule.
  public sealed interface Rule {
    /// The feature that it is about.
    String field();

    /// An amount within bounds, both included.
    record Between(String field, double low, double high) implements Rule {
      public Between {
        if (!(low <= high)) {
          throw new IllegalArgumentException(
              "low must be at most high, was " + low + " and " + high);
        }
      }
    }

    /// A category that is one of these, or a flag that is `1` or `0`.
    record OneOf(String field, List<String> values) implements Rule {
      public OneOf {
        values = List.copyOf(values);
      }
    }
  }

  /// Whether a rule holds of a value as [Field#parsed] gives it.
  static boolean holds(Rule rule, Field field, double value) {
    return Double.isNaN(value) || switch (rule) {
      case Rule.Between between -> value >= between.low() && value <= between.high();
      case Rule.OneOf oneOf -> oneOf.values().stream().anyMatch(v -> field.parsed(v) == value);
    };
  }
}
