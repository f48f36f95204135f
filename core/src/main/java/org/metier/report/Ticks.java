package org.metier.report;

import java.util.ArrayList;
import java.util.List;

/// Round numbers along an axis.
record Ticks(double step, List<Double> values) {
  private static final int ABOUT = 4;

  static Ticks of(Block.Axis axis) {
    double rough = (axis.most() - axis.least()) / ABOUT;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double share = rough / power;
    double step = power * (share < 1.5
        ? 1
        : share < 2.25
            ? 2
            : share < 3.5
                ? 2.5
                : share < 7.5
                    ? 5
                    : 10);
    List<Double> values = new ArrayList<>();
    for (long i = (long) Math.ceil(axis.least() / step - 1e-9); i * step <= axis.most()
        + 1e-9 * step; i++) {
      values.add(i * step);
    }
    return new Ticks(step == 2.5 * power ? power / 2 : step, values);
  }
}
