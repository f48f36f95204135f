package org.metier.potential;

import org.jspecify.annotations.Nullable;

/// That something can be done about a [Field], and what.
///
/// @param when the values that the hindrance is true of, so that nobody is told the contrary of what they said; null
///     where it is true whatever the value
/// @param hindrance what is in the way, said to the person: `You have no driving licence.`
/// @param help what helps, said to the person: `Ask whether ... can be paid for.`
public record Changeable(@Nullable Condition when, Texts hindrance, Texts help) {
  /// Whether the hindrance is true of a known value of its field.
  boolean isTrueOf(Field field, double value) {
    return when == null || when.holds(field, value);
  }
}
