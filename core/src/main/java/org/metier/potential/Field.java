package org.metier.potential;

import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is declared about one field of the data. Immutable; whether the declarations go together is checked by the
/// [Specification].
///
/// @param name as the column of a table and in messages, such as `monthsSinceWork`
/// @param label for readers of reasons and reports
/// @param type the values it may have
/// @param use what for
/// @param knownAt when a value comes to be known
/// @param source the register, form or survey that it comes from; null where nobody said so
/// @param legalBasis the provision that allows its use for the purpose; null where nobody said so
/// @param retention how long values are kept; null where nobody said so
/// @param protectedGround the ground of discrimination that it belongs to or stands for, such as "sex"; null for none
/// @param groupEdges for an amount that groups are made of: the smallest value of each group but the first, ascending
/// @param question how it is asked; null where it comes from records
/// @param changeable what can be done about it; null where nothing can
public record Field(String name, Texts label, FieldType type, FieldUse use, KnownAt knownAt,
    @Nullable String source, @Nullable String legalBasis, @Nullable Period retention,
    @Nullable String protectedGround, List<Double> groupEdges, @Nullable Question question,
    @Nullable Changeable changeable) {
  public Field {
    groupEdges = List.copyOf(groupEdges);
    if (!name.matches("[A-Za-z][A-Za-z0-9_]{0,63}")) {
      throw new IllegalArgumentException(
          "a field's name must be up to 64 letters, digits and '_', from a letter on, was " + name);
    }
    for (int i = 1; i < groupEdges.size(); i++) {
      if (!(groupEdges.get(i - 1) < groupEdges.get(i))) {
        throw new IllegalArgumentException("groupEdges must ascend, was " + groupEdges);
      }
    }
  }

  /// What a table's cell says, as the number that models see: the amount itself, 1 or 0 for a flag, and the place
  /// among the values for a category.
  ///
  /// @param text NaN comes back for an empty one, and for `NA`
  /// @throws PotentialException if it is no value of this field; the message says what is expected
  public double parsed(String text) {
    String value = text.strip();
    if (value.isEmpty() || value.equals("NA")) {
      return Double.NaN;
    }
    return switch (type) {
      case FieldType.Amount amount -> parsedAmount(value, amount);
      case FieldType.Category category -> {
        int place = category.values().indexOf(value);
        if (place < 0) {
          throw bad(Refusal.Kind.UNKNOWN_CATEGORY, "has a value that is not declared",
              "one of " + String.join(", ", category.values())
                  + "; leave it empty where none of them is true, or declare the value and train"
                  + " again");
        }
        yield place;
      }
      case FieldType.Flag flag -> switch (value) {
        case "1", "1.0", "true", "TRUE", "yes" -> 1;
        case "0", "0.0", "false", "FALSE", "no" -> 0;
        default -> throw bad(Refusal.Kind.UNKNOWN_CATEGORY, "is neither yes nor no",
            "1 or 0, or nothing where it is not known");
      };
    };
  }

  /// The text that [#parsed] reads as a value.
  ///
  /// @param value one that it gave, not NaN
  String text(double value) {
    return switch (type) {
      case FieldType.Amount amount -> Double.toString(value);
      case FieldType.Category category -> category.values().get((int) value);
      case FieldType.Flag flag -> value == 1 ? "1" : "0";
    };
  }

  private double parsedAmount(String value, FieldType.Amount amount) {
    double number;
    try {
      number = isWrittenPlainly(value) ? Double.parseDouble(value) : Double.NaN;
    } catch (NumberFormatException e) {
      number = Double.NaN;
    }
    String range = amount.low() + " to " + amount.high() + " (" + amount.unit() + ")";
    if (Double.isNaN(number)) {
      throw bad(Refusal.Kind.VALUE_OUT_OF_RANGE, "is no number",
          "a number with a decimal point, such as 3.5, from " + range);
    }
    if (!(number >= amount.low() && number <= amount.high())) {
      throw bad(Refusal.Kind.VALUE_OUT_OF_RANGE, "is out of the declared range", range
          + "; leave it empty where it is not known");
    }
    return number + 0.0; // no negative zero, which would be another input to a log
  }

  /// As people and tables write numbers: nothing of Java's own, such as `3f` or `0x1p3`.
  private static boolean isWrittenPlainly(String value) {
    return value.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-.eE".indexOf(c) >= 0);
  }

  private PotentialException bad(Refusal.Kind kind, String found, String expected) {
    return new PotentialException(
        new Refusal(kind, name, "\"" + name + "\" " + found + "; expected " + expected));
  }
}
