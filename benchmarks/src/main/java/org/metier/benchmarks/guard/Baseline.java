package org.metier.benchmarks.guard;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What was measured when the guard was last set. Immutable.
///
/// @param entries one for each race
record Baseline(List<Entry> entries) {
  /// Allocation is counted in whole buffers of a thread now and then.
  private static final double FREE_BYTES = 4096;

  Baseline {
    entries = List.copyOf(entries);
    Set<String> names = new HashSet<>();
    for (Entry entry : entries) {
      if (!names.add(entry.name)) {
        throw new IllegalArgumentException("the baseline has \"" + entry.name + "\" twice");
      }
    }
  }

  /// @param name of the race
  /// @param tolerance share of `value` that a figure may be worse by, above 0 and, where more is better,
  ///     below 1
  record Entry(String name, Figure.Unit unit, double value, double tolerance) {
    Entry {
      boolean isTolerable = tolerance > 0
          && (unit == Figure.Unit.BYTES ? tolerance < 10 : tolerance < 1);
      if (!(value >= 0 && value < Double.POSITIVE_INFINITY) || !isTolerable) {
        throw new IllegalArgumentException("the baseline of \"" + name
            + "\" must have a value of 0 or more and a tolerance such as 0.3, had " + value
            + " and "
            + tolerance);
      }
    }

    /// The worst figure that is not behind.
    double bound() {
      return switch (unit) {
        case TIMES -> value * (1 - tolerance);
        case BYTES -> value * (1 + tolerance) + FREE_BYTES;
      };
    }

    boolean isBehind(double figure) {
      return switch (unit) {
        case TIMES -> figure < bound();
        case BYTES -> figure > bound();
      };
    }
  }

  /// A baseline of figures as they are.
  static Baseline of(List<Figure> figures, Baseline before) {
    return new Baseline(figures.stream()
        .map(f -> new Entry(f.name(), f.unit(), rounded(f.value()), before.tolerance(f)))
        .toList());
  }

  private static double rounded(double value) {
    return new BigDecimal(value).round(new MathContext(4)).doubleValue();
  }

  private double tolerance(Figure figure) {
    return entries.stream()
        .filter(e -> e.name.equals(figure.name()))
        .mapToDouble(Entry::tolerance)
        .findFirst()
        .orElse(0.35);
  }

  /// The same with room for a machine that does other things at the same time.
  ///
  /// @param times how many times as bad a figure may be, at least 1
  Baseline loosened(double times) {
    return new Baseline(entries.stream().map(entry -> switch (entry.unit) {
      case TIMES -> new Entry(entry.name, entry.unit, entry.value,
          1 - (1 - entry.tolerance) / times);
      case BYTES -> new Entry(entry.name, entry.unit, entry.value,
          (1 + entry.tolerance) * times - 1);
    }).toList());
  }

  /// Compares figures with the baseline, in their order.
  ///
  /// @throws IllegalArgumentException if a figure has no entry
  List<Verdict> verdicts(List<Figure> figures) {
    return figures.stream().map(figure -> new Verdict(figure, entry(figure))).toList();
  }

  private Entry entry(Figure figure) {
    return entries.stream()
        .filter(e -> e.name.equals(figure.name()) && e.unit == figure.unit())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the baseline has no \"" + figure.name()
            + "\" in " + figure.unit() + ", only "
            + entries.stream().map(e -> "\"" + e.name + "\"").collect(Collectors.joining(", "))
            + "; write it anew: metier bench --write-baseline FILE"));
  }

  /// A figure and what it is held against.
  record Verdict(Figure figure, Entry entry) {
    boolean isBehind() {
      return entry.isBehind(figure.value());
    }
  }
}
