package org.metier.fairness;

import java.util.Random;

/// People with a known bias.
final class Market {
  private Market() {}

  /// @param bias by how much the chances of people from abroad are too high
  static Cases of(int people, double bias, long seed) {
    Random random = new Random(seed);
    boolean[] selected = new boolean[people];
    boolean[] outcomes = new boolean[people];
    double[] chances = new double[people];
    double[] weights = new double[people];
    String[] sex = new String[people];
    String[] origin = new String[people];
    String[] region = new String[people];
    for (int i = 0; i < people; i++) {
      double truth = 0.1 + 0.6 * random.nextDouble();
      sex[i] = random.nextBoolean() ? "f" : "m";
      origin[i] = random.nextInt(3) == 0 ? "abroad" : "home";
      region[i] = random.nextInt(4) == 0 ? "north" : "south";
      outcomes[i] = random.nextDouble() < truth;
      chances[i] = truth + (origin[i].equals("abroad") ? bias : 0);
      selected[i] = chances[i] > 0.5;
      weights[i] = 1;
    }
    return Cases.of(selected)
        .chances(chances)
        .outcomes(outcomes, weights)
        .attribute("sex", sex)
        .attribute("origin", origin)
        .control("region", region)
        .build();
  }

  static boolean[] selected(Cases cases) {
    boolean[] selected = new boolean[cases.size()];
    for (int i = 0; i < selected.length; i++) {
      selected[i] = cases.isSelected(i);
    }
    return selected;
  }

  static boolean[] outcomes(Cases cases) {
    boolean[] outcomes = new boolean[cases.size()];
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] = cases.hasOutcome(i);
    }
    return outcomes;
  }

  static double[] weights(Cases cases) {
    double[] weights = new double[cases.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = cases.weight(i);
    }
    return weights;
  }
}
