package org.metier.training.potential;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.metier.measure.AreaUnderCurve;
import org.metier.potential.PotentialException;
import org.metier.potential.Refusal;

/// Whether data can be learnt from at all: enough people, and no feature that knows the outcome.
final class SampleChecks {
  static final int LEAST_PEOPLE = 300;
  static final int LEAST_OF_EACH = 50;
  /// A circumstance at intake tells those who find work from those who do not with an area of .6, rarely .75.
  private static final double TOO_WELL = 0.9;
  private static final int ENOUGH = 100_000;

  private SampleChecks() {}

  /// @throws PotentialException with all that is wrong
  static void require(Spells spells, int[] people) {
    int[] some = people.length <= ENOUGH ? people : evenly(people);
    HorizonOutcomes outcomes = HorizonOutcomes.of(spells, some, some);
    List<Refusal> refusals = new ArrayList<>();
    int positives = outcomes.positives();
    int negatives = outcomes.known() - positives;
    if (people.length < LEAST_PEOPLE || positives < LEAST_OF_EACH || negatives < LEAST_OF_EACH) {
      refusals.add(new Refusal(Refusal.Kind.SAMPLE_TOO_SMALL, "data", "the data are too small a"
          + " sample: " + people.length + " people, of whom " + positives + " had the outcome within"
          + " the horizon and " + negatives + " are known not to; expected at least "
          + LEAST_PEOPLE + ", " + LEAST_OF_EACH + " and " + LEAST_OF_EACH
          + ". Use a longer period or a shorter horizon"));
    } else {
      for (int f = 0; f < spells.features(); f++) {
        check(spells, outcomes, f, refusals);
      }
    }
    if (!refusals.isEmpty()) {
      throw new PotentialException(refusals);
    }
  }

  private static int[] evenly(int[] people) {
    int[] some = new int[ENOUGH];
    Arrays.setAll(some, i -> people[(int) ((long) i * people.length / ENOUGH)]);
    return some;
  }

  /// A feature alone, or whether it is known at all, must not tell the outcome nearly for sure; nor must the length of
  /// spells hang on it as on nothing that could be known at their beginning.
  private static void check(Spells spells, HorizonOutcomes outcomes, int feature,
      List<Refusal> refusals) {
    int n = outcomes.size();
    double[] value = new double[n];
    double[] isMissing = new double[n];
    for (int i = 0; i < n; i++) {
      double x = spells.value(outcomes.people[i], feature);
      isMissing[i] = Double.isNaN(x) ? 1 : 0;
      value[i] = x;
    }
    double[] weight = outcomes.weight.clone();
    for (int i = 0; i < n; i++) {
      if (Double.isNaN(value[i])) {
        value[i] = 0;
        weight[i] = 0;
      }
    }
    String name = spells.specification().features().get(feature).name();
    double area = away(AreaUnderCurve.of(value, outcomes.isPositive, weight));
    double ofMissing = away(AreaUnderCurve.of(isMissing, outcomes.isPositive, outcomes.weight));
    if (area >= TOO_WELL || ofMissing >= TOO_WELL) {
      refusals.add(new Refusal(Refusal.Kind.LEAK_FROM_AFTER_DECISION, name, "\"" + name + "\" "
          + (area >= TOO_WELL ? "" : "is missing or not in a way that ")
          + "tells alone who has the outcome, with an area under the curve of "
          + String.format(java.util.Locale.ROOT, "%.2f", Math.max(area, ofMissing))
          + ", as nothing known at the decision does: it seems to come from afterwards; set"
          + " \"use\":\"UNUSED\", or take its value as of the decision"));
    }
  }

  private static double away(double area) {
    return Math.max(area, 1 - area);
  }
}
