package org.metier.training.potential;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
          + " sample: " + people.length + (people.length < spells.size()
              ? " people to learn from, the others of " + spells.size() + " being held out"
              : " people")
          + ", of whom " + positives + " had the outcome within the horizon and " + negatives
          + " are known not to; expected at least " + LEAST_PEOPLE + ", " + LEAST_OF_EACH + " and "
          + LEAST_OF_EACH + ". Use a longer period or a shorter horizon"
          + (people.length < spells.size() ? ", or hold fewer out by more --folds" : "")));
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

  /// A feature alone, or whether it is known at all, must not tell nearly for sure who has the outcome within the horizon,
  /// nor who has it at all.
  private static void check(Spells spells, HorizonOutcomes outcomes, int feature,
      List<Refusal> refusals) {
    int n = outcomes.size();
    double[] value = new double[n];
    double[] isMissing = new double[n];
    double[] withinWeight = outcomes.weight.clone();
    double[] everWeight = new double[n];
    double[] one = new double[n];
    boolean[] isEver = new boolean[n];
    for (int i = 0; i < n; i++) {
      double x = spells.value(outcomes.people[i], feature);
      boolean isUnknown = Double.isNaN(x);
      isMissing[i] = isUnknown ? 1 : 0;
      value[i] = isUnknown ? 0 : x;
      withinWeight[i] = isUnknown ? 0 : outcomes.weight[i];
      everWeight[i] = isUnknown ? 0 : 1;
      one[i] = 1;
      isEver[i] = spells.isExit(outcomes.people[i]);
    }
    double ofValue = Math.max(away(AreaUnderCurve.of(value, outcomes.isPositive, withinWeight)),
        away(AreaUnderCurve.of(value, isEver, everWeight)));
    double ofMissing = Math.max(
        away(AreaUnderCurve.of(isMissing, outcomes.isPositive, outcomes.weight)),
        away(AreaUnderCurve.of(isMissing, isEver, one)));
    if (ofValue >= TOO_WELL || ofMissing >= TOO_WELL) {
      refusals.add(leak(spells.featureNames().get(feature), ofValue >= TOO_WELL,
          Math.max(ofValue, ofMissing)));
    }
  }

  private static Refusal leak(String name, boolean isByValue, double area) {
    return new Refusal(Refusal.Kind.LEAK_FROM_AFTER_DECISION, name, "\"" + name + "\" "
        + (isByValue ? "tells alone" : "tells alone, by being known or not,")
        + " who has the outcome, with an area under the curve of "
        + String.format(Locale.ROOT, "%.2f", area)
        + ", as nothing known at the decision does: it seems to come from afterwards; set"
        + " \"use\":\"UNUSED\", or take its value as of the decision");
  }

  private static double away(double area) {
    return Math.max(area, 1 - area);
  }
}
