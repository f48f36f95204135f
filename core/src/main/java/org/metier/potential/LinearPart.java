package org.metier.potential;

import java.util.List;

/// The columns of a model, with the features that they are read off found once.
final class LinearPart {
  private final Column[] columns;
  private final int[] featureOf;
  private final double[] weights;
  private final int features;

  private LinearPart(Column[] columns, int[] featureOf, double[] weights, int features) {
    this.columns = columns;
    this.featureOf = featureOf;
    this.weights = weights;
    this.features = features;
  }

  static LinearPart of(PotentialModel model) {
    List<Column> columns = model.columns();
    return new LinearPart(columns.toArray(Column[]::new),
        columns.stream().mapToInt(c -> model.features().indexOf(c.field())).toArray(),
        model.weights().stream().mapToDouble(Double::doubleValue).toArray(),
        model.features().size());
  }

  double[] columns(double[] values) {
    double[] numbers = new double[columns.length];
    for (int c = 0; c < columns.length; c++) {
      numbers[c] = columns[c].of(values[featureOf[c]]);
    }
    return numbers;
  }

  /// One per feature.
  double[] contributions(double[] values) {
    double[] added = new double[features];
    for (int c = 0; c < columns.length; c++) {
      added[featureOf[c]] += weights[c] * columns[c].of(values[featureOf[c]]);
    }
    return added;
  }
}
