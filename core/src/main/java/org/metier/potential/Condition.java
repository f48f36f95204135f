package org.metier.potential;

import java.util.List;

/// What a known value of a [Field] has to be.
public sealed interface Condition {
  /// An amount within bounds, both included.
  record Between(double low, double high) implements Condition {
    public Between {
      if (!(low <= high) || !Double.isFinite(low) || !Double.isFinite(high)) {
        throw new IllegalArgumentException(
            "low must be at most high and both finite, was " + low + " and " + high);
      }
    }
  }

  /// A category that is one of these, or a flag that is `1` or `0`.
  ///
  /// @param values at least one
  record OneOf(List<String> values) implements Condition {
    public OneOf {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("values must name at least one, was empty");
      }
    }
  }

  /// Whether it holds.
  ///
  /// @param field that the condition fits, see [#fits]
  /// @param value as [Field#parsed] gives it, not NaN: of what is unknown nothing can be said
  default boolean holds(Field field, double value) {
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException("the value of " + field.name() + " must be known");
    }
    return switch (this) {
      case Between(double low, double high) -> value >= low && value <= high;
      case OneOf(List<String> values) -> values.stream().anyMatch(v -> field.parsed(v) == value);
    };
  }

  /// Whether it is about values that the field can have.
  default boolean fits(Field field) {
    return switch (this) {
      case Between(double low, double high) -> field.type() instanceof FieldType.Amount amount
          && low <= amount.high() && high >= amount.low();
      case OneOf(List<String> values) -> switch (field.type()) {
        case FieldType.Amount amount -> false;
        case FieldType.Flag flag -> List.of("0", "1").containsAll(values);
        case FieldType.Category category -> category.values().containsAll(values);
      };
    };
  }
}
