package org.metier.potential;

/// One number that the linear part of a model reads off a feature. It is centred: the mean over the training people is
/// taken away, so that weight times number is what the feature adds for a person, against the mean person. An unknown
/// value gives 0, as the mean would, unless the model has a [Missing] column for it.
public sealed interface Column {
  /// The feature that it is read off.
  String field();

  /// The mean over the training people, before centring.
  double center();

  /// The number for a feature's value.
  ///
  /// @param value as [Field#parsed] gives it, NaN where unknown
  double of(double value);

  /// An amount, or a flag as 1 or 0. What lies beyond the values seen in training counts as the nearest of them.
  record Value(String field, double low, double high, double center) implements Column {
    public Value {
      requireAscending(low, high);
      requireFinite(center);
    }

    @Override
    public double of(double value) {
      return Double.isNaN(value) ? 0 : Math.min(Math.max(value, low), high) - center;
    }
  }

  /// By how much an amount is above a knot, so that a curve can bend there.
  record Hinge(String field, double knot, double high, double center) implements Column {
    public Hinge {
      requireAscending(knot, high);
      requireFinite(center);
    }

    @Override
    public double of(double value) {
      return Double.isNaN(value) ? 0 : Math.max(0, Math.min(value, high) - knot) - center;
    }
  }

  /// Whether a category has one of its values.
  ///
  /// @param category the place of the value among the field's values, from 0
  record Is(String field, int category, double center) implements Column {
    public Is {
      requireFinite(center);
      if (category < 0) {
        throw new IllegalArgumentException("category must be at least 0, was " + category);
      }
    }

    @Override
    public double of(double value) {
      return Double.isNaN(value) ? 0 : (value == category ? 1 : 0) - center;
    }
  }

  /// Whether the value is unknown.
  record Missing(String field, double center) implements Column {
    public Missing {
      requireFinite(center);
    }

    @Override
    public double of(double value) {
      return (Double.isNaN(value) ? 1 : 0) - center;
    }
  }

  private static void requireFinite(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("center must be finite, was " + number);
    }
  }

  private static void requireAscending(double low, double high) {
    if (!(low <= high) || !Double.isFinite(low) || !Double.isFinite(high)) {
      throw new IllegalArgumentException(
          "bounds must be finite and ascend, was " + low + " and " + high);
    }
  }
}
