package org.metier.training.potential;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.metier.potential.Column;
import org.metier.potential.Field;
import org.metier.potential.FieldType;

/// The columns of a linear part, made from the features of the training people. Rows are read as their numbers that are
/// not 0, since most flags and categories are, so that a fit costs the square of those only.
final class Design {
  /// A value that fewer have teaches nothing.
  static final int RARE = 5;
  /// A feature that so few lack has no column for that.
  private static final double FEW_MISSING = 0.005;
  private static final double TAIL = 0.005;
  private static final int SORTED_AT_MOST = 200_000;

  private enum Kind {
    VALUE, HINGE, IS, MISSING
  }

  private final List<Column> columns;
  private final Kind[] kind;
  private final int[] feature;
  /// Where a column's numbers are 0: the low end of a value, the knot of a hinge.
  private final double[] zero;
  private final double[] high;
  private final double[] center;
  private final double[] spread;

  private Design(List<Column> drafts, Spells spells, int[] people) {
    int n = drafts.size();
    kind = new Kind[n];
    feature = new int[n];
    zero = new double[n];
    high = new double[n];
    center = new double[n];
    spread = new double[n];
    List<String> names = spells.featureNames();
    for (int c = 0; c < n; c++) {
      feature[c] = names.indexOf(drafts.get(c).field());
      compile(c, drafts.get(c));
    }
    measure(spells, people);
    List<Column> centred = new ArrayList<>();
    for (int c = 0; c < n; c++) {
      centred.add(centred(drafts.get(c), center[c]));
    }
    columns = List.copyOf(centred);
  }

  private void compile(int c, Column column) {
    switch (column) {
      case Column.Value value -> {
        kind[c] = Kind.VALUE;
        zero[c] = value.low();
        high[c] = value.high();
      }
      case Column.Hinge hinge -> {
        kind[c] = Kind.HINGE;
        zero[c] = hinge.knot();
        high[c] = hinge.high();
      }
      case Column.Is is -> {
        kind[c] = Kind.IS;
        zero[c] = is.category();
      }
      case Column.Missing missing -> kind[c] = Kind.MISSING;
    }
  }

  private static Column centred(Column draft, double center) {
    return switch (draft) {
      case Column.Value v -> new Column.Value(v.field(), v.low(), v.high(), v.low() + center);
      case Column.Hinge h -> new Column.Hinge(h.field(), h.knot(), h.high(), center);
      case Column.Is is -> new Column.Is(is.field(), is.category(), center);
      case Column.Missing m -> new Column.Missing(m.field(), center);
    };
  }

  /// Fits columns to the features of some people.
  static Design of(Spells spells, int[] people, Shape shape) {
    List<Column> drafts = new ArrayList<>();
    List<Field> fields = spells.specification().features();
    for (int f = 0; f < fields.size(); f++) {
      Field field = fields.get(f);
      double[] known = known(spells, people, f);
      double missing = 1 - (double) known.length / Math.min(people.length, SORTED_AT_MOST);
      if (known.length > 0) {
        switch (field.type()) {
          case FieldType.Amount amount -> addAmount(drafts, field.name(), known, shape);
          case FieldType.Flag flag -> addFlag(drafts, field.name(), known);
          case FieldType.Category category ->
            addCategory(drafts, field.name(), category.values().size(), known);
        }
      }
      if (missing > FEW_MISSING && known.length >= RARE) {
        drafts.add(new Column.Missing(field.name(), 0));
      }
    }
    return new Design(drafts, spells, people);
  }

  /// Ascending; of at most 200,000 people, evenly taken.
  private static double[] known(Spells spells, int[] people, int feature) {
    int taken = Math.min(people.length, SORTED_AT_MOST);
    double[] values = new double[taken];
    int size = 0;
    for (int i = 0; i < taken; i++) {
      double value = spells.value(people[(int) ((long) i * people.length / taken)], feature);
      if (!Double.isNaN(value)) {
        values[size++] = value;
      }
    }
    double[] known = Arrays.copyOf(values, size);
    Arrays.sort(known);
    return known;
  }

  private static void addAmount(List<Column> drafts, String name, double[] known, Shape shape) {
    double low = quantile(known, TAIL);
    double high = quantile(known, 1 - TAIL);
    if (low == high) {
      return; // everybody has the same
    }
    drafts.add(new Column.Value(name, low, high, 0));
    if (shape == Shape.BENT) {
      double last = low;
      for (double share : new double[]{0.25, 0.5, 0.75}) {
        double knot = quantile(known, share);
        if (knot > last && knot < high) {
          drafts.add(new Column.Hinge(name, knot, high, 0));
          last = knot;
        }
      }
    }
  }

  private static void addFlag(List<Column> drafts, String name, double[] known) {
    if (known[0] != known[known.length - 1]) {
      drafts.add(new Column.Value(name, 0, 1, 0));
    }
  }

  /// A column for each value that enough have, but for the most frequent, which the others are against.
  private static void addCategory(List<Column> drafts, String name, int values, double[] known) {
    int[] counts = new int[values];
    for (double value : known) {
      counts[(int) value]++;
    }
    int most = 0;
    for (int v = 1; v < values; v++) {
      most = counts[v] > counts[most] ? v : most;
    }
    for (int v = 0; v < values; v++) {
      if (v != most && counts[v] >= RARE) {
        drafts.add(new Column.Is(name, v, 0));
      }
    }
  }

  static double quantile(double[] ascending, double share) {
    return ascending[(int) Math.min(ascending.length - 1L, (long) (share * ascending.length))];
  }

  /// Means and spreads; unknown values do not count.
  private void measure(Spells spells, int[] people) {
    int n = kind.length;
    double[] squares = new double[n];
    long[] known = new long[n];
    for (int person : people) {
      for (int c = 0; c < n; c++) {
        double value = spells.value(person, feature[c]);
        if (!Double.isNaN(value) || kind[c] == Kind.MISSING) {
          double number = number(c, value);
          center[c] += number;
          squares[c] += number * number;
          known[c]++;
        }
      }
    }
    for (int c = 0; c < n; c++) {
      center[c] /= Math.max(1, known[c]);
      double variance = squares[c] / Math.max(1, known[c]) - center[c] * center[c];
      spread[c] = Math.sqrt(Math.max(variance, 1e-12));
    }
  }

  private double number(int c, double value) {
    return switch (kind[c]) {
      case VALUE, HINGE -> Math.max(0, Math.min(value, high[c]) - zero[c]);
      case IS -> value == zero[c] ? 1 : 0;
      case MISSING -> Double.isNaN(value) ? 1 : 0;
    };
  }

  int size() {
    return kind.length;
  }

  List<Column> columns() {
    return columns;
  }

  double spread(int column) {
    return spread[column];
  }

  double center(int column) {
    return center[column];
  }

  /// The number of the feature that a column is read off.
  int feature(int column) {
    return feature[column];
  }

  /// Reads a person's numbers that are not 0; an unknown value is as the mean.
  ///
  /// @param index gets their columns
  /// @param number gets them
  /// @return how many there are
  int read(Spells spells, int person, int[] index, double[] number) {
    int size = 0;
    for (int c = 0; c < kind.length; c++) {
      double value = spells.value(person, feature[c]);
      double x = Double.isNaN(value) && kind[c] != Kind.MISSING ? center[c] : number(c, value);
      if (x != 0) {
        index[size] = c;
        number[size++] = x;
      }
    }
    return size;
  }
}
