package org.metier.training.potential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class GroupedHazardTest {
  private static final int HORIZON = 13;

  private static Spells spells(Random random, int people) {
    SimulatedCohort cohort = new SimulatedCohort(1);
    int[] units = random.ints(people, 1, 20).toArray();
    boolean[] isExit = new boolean[people];
    for (int i = 0; i < people; i++) {
      isExit[i] = random.nextInt(3) > 0;
    }
    float[][] columns = new float[cohort.specification().features().size()][people];
    return new Spells(cohort.specification(), columns, units, isExit);
  }

  /// The log-likelihood of a person, a unit at a time, as the definition has it.
  private static double personPeriods(double[] baseline, int units, boolean isExit, double score) {
    double sum = 0;
    for (int k = 1; k <= units; k++) {
      double hazard = -Math.expm1(-baseline[k] * Math.exp(score));
      sum += k == units && isExit ? Math.log(hazard) : Math.log1p(-hazard);
    }
    return sum;
  }

  @RepeatedTest(50)
  void slope_and_bend_are_the_derivatives_of_the_person_periods(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    Spells spells = spells(random, 60);
    int[] all = IntStream.range(0, 60).toArray();
    var hazard = new GroupedHazard(spells, all, 20);
    hazard.settle(new double[60]);
    double[] baseline = new double[21];
    int longest = IntStream.range(0, 60).map(spells::units).max().orElseThrow();
    for (int k = 1; k <= longest; k++) {
      baseline[k] = hazard.summed(k) - hazard.summed(k - 1);
    }
    double[] cell = new double[2];
    double step = 1e-4;
    for (int row = 0; row < 60; row++) {
      if (baseline[spells.units(row)] == 0) {
        continue; // nobody left in it
      }
      double score = random.nextGaussian();
      hazard.at(row, score, cell);
      double low = personPeriods(baseline, spells.units(row), spells.isExit(row), score - step);
      double here = personPeriods(baseline, spells.units(row), spells.isExit(row), score);
      double high = personPeriods(baseline, spells.units(row), spells.isExit(row), score + step);
      assertEquals((high - low) / (2 * step), cell[0], 1e-5);
      assertEquals(-(high - 2 * here + low) / (step * step), cell[1], 1e-4);
    }
  }

  /// Without features the chance within the horizon is 1 less the product over units of 1 - exits / at risk.
  @Test
  void without_features_it_is_the_product_limit_of_the_units() {
    var random = new Random(7);
    int people = 5_000;
    Spells spells = spells(random, people);
    int[] all = IntStream.range(0, people).toArray();
    var hazard = new GroupedHazard(spells, all, HORIZON);
    double[] scores = new double[people];
    for (int i = 0; i < 20; i++) {
      double shift = hazard.settle(scores);
      Arrays.setAll(scores, k -> scores[k] + shift);
    }
    double staying = 1;
    for (int k = 1; k <= HORIZON; k++) {
      int unit = k;
      double atRisk = Arrays.stream(all).filter(i -> spells.units(i) >= unit).count();
      double exits = Arrays.stream(all)
          .filter(i -> spells.units(i) == unit && spells.isExit(i))
          .count();
      staying *= 1 - exits / atRisk;
    }
    assertEquals(1 - staying, -Math.expm1(-Math.exp(scores[0])), 1e-9);
  }

  /// Of those lost sight of, the chance of the outcome is that of the others; as failures they would pull it down.
  @Test
  void who_is_lost_sight_of_is_no_failure() {
    SimulatedCohort cohort = new SimulatedCohort(5);
    Spells whole = cohort.spells(20_000);
    int[] all = IntStream.range(0, whole.size()).toArray();
    HorizonOutcomes outcomes = HorizonOutcomes.of(whole, all, all);
    double share = outcomes.share();
    var random = new Random(3);
    int[] units = new int[whole.size()];
    boolean[] isExit = new boolean[whole.size()];
    float[][] columns = new float[whole.features()][whole.size()];
    for (int i = 0; i < units.length; i++) {
      int lost = 1 + random.nextInt(30); // about four in ten are lost before the horizon
      units[i] = Math.min(whole.units(i), lost);
      isExit[i] = whole.isExit(i) && whole.units(i) <= lost;
      for (int f = 0; f < columns.length; f++) {
        columns[f][i] = (float) whole.value(i, f);
      }
    }
    Spells cut = new Spells(whole.specification(), columns, units, isExit);
    HorizonOutcomes ofCut = HorizonOutcomes.of(cut, all, all);
    double asFailures = (double) ofCut.positives() / cut.size();
    assertEquals(share, ofCut.share(), 0.012);
    assertTrue(asFailures < share - 0.08, asFailures + " against " + share);
  }
}
