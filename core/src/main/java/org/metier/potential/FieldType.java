package org.metier.potential;

import java.util.HashSet;
import java.util.List;

/// What values a [Field] may have.
public sealed interface FieldType {
  /// A number.
  ///
  /// @param unit such as "years" or "percent"; never blank
  /// @param low the smallest value that can be true
  /// @param high the largest one, above `low`
  record Amount(String unit, double low, double high) implements FieldType {
    public Amount {
      if (unit.isBlank()) {
        throw new IllegalArgumentException("an amount needs a unit, such as \"years\"");
      }
      if (!(low < high) || !Double.isFinite(low) || !Double.isFinite(high)) {
        throw new IllegalArgumentException("low must be below high, was " + low + " and " + high);
      }
    }
  }

  /// One of a few values.
  ///
  /// @param values 2 to 60, each once, in the order in which people are asked; none blank, `NA`, which says that a
  ///     value is unknown, or with blanks around it, which a table's cell loses
  record Category(List<String> values) implements FieldType {
    private static final int MAX_VALUES = 60;

    public Category {
      values = List.copyOf(values);
      if (values.size() < 2 || values.size() > MAX_VALUES
          || new HashSet<>(values).size() < values.size()
          || !values.stream().allMatch(Category::isReadable)) {
        throw new IllegalArgumentException("a category needs 2 to " + MAX_VALUES
            + " different values, none blank, NA or with a blank at either end, was " + values);
      }
    }

    private static boolean isReadable(String value) {
      return !value.isBlank() && !value.equals("NA") && value.equals(value.strip());
    }
  }

  /// Yes or no; written 1 or 0 in tables.
  record Flag() implements FieldType {}
}
