package org.metier.training.potential;

import java.util.Arrays;
import java.util.stream.IntStream;
import smile.classification.LogisticRegression;
import smile.classification.RandomForest;
import smile.data.DataFrame;
import smile.data.formula.Formula;
import smile.data.vector.IntVector;
import smile.math.MathEx;

/// Smile's models on the people whose outcome is known, as an analyst would fit them in an afternoon: who was last seen
/// before the horizon is left out, unknown values are the mean.
final class SmilePeers {
  private static final String OUTCOME = "outcome";
  private static final int TREES = 500;

  private final Design design;
  private final Spells spells;
  private final int[] known;
  private final int[] outcome;

  /// @param people to learn from
  SmilePeers(Spells spells, int[] people) {
    this.spells = spells;
    design = Design.of(spells, people, Shape.STRAIGHT);
    HorizonOutcomes outcomes = HorizonOutcomes.of(spells, people, people);
    int[] rows = IntStream.range(0, people.length).filter(i -> outcomes.weight[i] > 0).toArray();
    known = Arrays.stream(rows).map(i -> people[i]).toArray();
    outcome = Arrays.stream(rows).map(i -> outcomes.isPositive[i] ? 1 : 0).toArray();
  }

  private double[][] rows(int[] people) {
    double[][] rows = new double[people.length][design.size()];
    int[] index = new int[design.size()];
    double[] number = new double[design.size()];
    for (int i = 0; i < people.length; i++) {
      int size = design.read(spells, people[i], index, number);
      for (int a = 0; a < size; a++) {
        rows[i][index[a]] = number[a] / design.spread(index[a]); // or its search takes hundreds of steps
      }
    }
    return rows;
  }

  /// Plain logistic regression.
  double[] logistic(int[] others) {
    LogisticRegression.Binomial model = LogisticRegression.binomial(rows(known), outcome,
        new LogisticRegression.Options(1e-6, 1e-5, 500));
    double[][] rows = rows(others);
    double[] chances = new double[others.length];
    for (int i = 0; i < others.length; i++) {
      double[] posteriori = new double[2];
      model.predict(rows[i], posteriori);
      chances[i] = posteriori[1];
    }
    return chances;
  }

  /// A forest of 500 trees with Smile's usual settings.
  double[] forest(int[] others, long seed) {
    MathEx.setSeed(seed);
    String[] names = IntStream.range(0, design.size())
        .mapToObj(i -> "f" + i)
        .toArray(String[]::new);
    DataFrame frame = DataFrame.of(rows(known), names).add(new IntVector(OUTCOME, outcome));
    RandomForest forest = RandomForest.fit(Formula.lhs(OUTCOME), frame,
        new RandomForest.Options(TREES));
    DataFrame held = DataFrame.of(rows(others), names)
        .add(new IntVector(OUTCOME, new int[others.length]));
    double[] chances = new double[others.length];
    for (int i = 0; i < others.length; i++) {
      double[] posteriori = new double[2];
      forest.predict(held.get(i), posteriori);
      chances[i] = posteriori[1];
    }
    return chances;
  }
}
