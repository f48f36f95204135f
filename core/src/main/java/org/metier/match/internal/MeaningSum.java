package org.metier.match.internal;

import org.metier.encoder.LabelEncoder;

/// Adds up what texts and concepts mean. Not thread-safe.
public final class MeaningSum {
  private final double[] sum = new double[LabelEncoder.DIMENSIONS];

  /// @param weight at least 0
  public void add(float[] vector, double weight) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += weight * vector[i];
    }
  }

  /// @param weight at least 0
  public void add(Direction direction, double weight) {
    for (int i = 0; i < direction.steps().length; i++) {
      sum[i] += weight * direction.steps()[i] / direction.length();
    }
  }

  /// Where the sum points; [Direction#NONE] if nothing was added that means anything.
  public Direction direction() {
    double largest = 0;
    for (double value : sum) {
      largest = Math.max(largest, Math.abs(value));
    }
    if (largest == 0) {
      return Direction.NONE;
    }
    int[] steps = new int[sum.length];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = (int) Math.round(Byte.MAX_VALUE * sum[i] / largest);
    }
    return Direction.of(steps);
  }
}
