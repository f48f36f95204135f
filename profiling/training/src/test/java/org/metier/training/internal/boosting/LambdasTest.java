package org.metier.training.internal.boosting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.metier.measure.Gain;
import org.metier.rank.fitting.ForestSettings;
import org.metier.training.ranker.RankerTrainer;

class LambdasTest {
  @Test
  void two_candidates_in_the_wrong_order_pull_as_worked_by_hand() {
    // grades 0, 1 at equal scores: the irrelevant one ranks first.
    // |ΔNDCG| = 1 * (1/log2(2) - 1/log2(3)) / 1 = 1 - 0.6309298 = 0.3690702
    // rho = 1/2, so lambda = 0.1845351 and hessian = 0.25 * 0.3690702 = 0.0922676
    // s = 2 * 0.1845351; scale = log2(1.3690702) / 0.3690702 = 0.4531966 / 0.3690702 = 1.2279414
    Lambdas lambdas = new Lambdas(oneList(0, 1), RankerTrainer.DEFAULT);
    lambdas.compute(new double[2]);
    assertArrayEquals(new double[]{-0.2265983, 0.2265983}, lambdas.lambda(), 5e-7);
    assertArrayEquals(new double[]{0.1132991, 0.1132991}, lambdas.hessian(), 5e-7);
  }

  @Test
  void a_lead_of_one_divides_the_weight_and_shrinks_rho() {
    // scores 1, 0 with grades 1, 0: |ΔNDCG| = 0.3690702 / 1.01 = 0.3654161, rho = 1/(1+e) = 0.2689414
    // lambda = 0.0982755; s = 0.1965511, scale = log2(1.1965511) / s = 0.2588821 / 0.1965511 = 1.3171239
    Lambdas lambdas = new Lambdas(oneList(1, 0), RankerTrainer.DEFAULT);
    lambdas.compute(new double[]{1, 0});
    assertArrayEquals(new double[]{0.1294410, -0.1294410}, lambdas.lambda(), 5e-7);
  }

  @RepeatedTest(100)
  void pulls_cancel_out_and_the_best_of_the_last_is_pulled_up(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    int[] grades = random.ints(2 + random.nextInt(60), 0, 4).toArray();
    grades[grades.length - 1] = 4;
    double[] scores = random.doubles(grades.length, 0, 3).toArray();
    scores[grades.length - 1] = -1;
    Lambdas lambdas = new Lambdas(oneList(grades), RankerTrainer.DEFAULT);
    lambdas.compute(scores);
    double sum = 0;
    for (int i = 0; i < grades.length; i++) {
      sum += lambdas.lambda()[i];
      assertTrue(lambdas.hessian()[i] >= 0);
    }
    assertEquals(0, sum, 1e-12);
    assertTrue(lambdas.lambda()[grades.length - 1] > 0);
  }

  @Test
  void a_person_without_a_relevant_candidate_pulls_nothing() {
    Lambdas lambdas = new Lambdas(oneList(0, 0, 0), RankerTrainer.DEFAULT);
    lambdas.compute(new double[]{3, 2, 1});
    assertArrayEquals(new double[3], lambdas.lambda());
  }

  /// The derivatives of what the lambdas descend on, by finite differences.
  @RepeatedTest(50)
  void plain_lambdas_are_the_derivatives_of_the_weighted_logistic_loss(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    int n = 3 + random.nextInt(20);
    int[] grades = random.ints(n, 0, 5).toArray();
    grades[0] = 3;
    double[] scores = random.doubles(n, -2, 2).toArray();
    double[] weights = random.doubles(n, 0.5, 3).toArray();
    int truncation = 1 + random.nextInt(12);
    RankedLists lists = oneList(grades).weighted(weights, new double[]{2});
    Lambdas lambdas = new Lambdas(lists, ForestSettings.builder()
        .truncation(truncation)
        .pairWeights(ForestSettings.PairWeights.PLAIN)
        .sigmoid(ForestSettings.Sigmoid.EXACT)
        .build());
    lambdas.compute(scores);
    double[][] change = changes(grades, weights, scores, truncation);
    double step = 1e-4;
    for (int row = 0; row < n; row++) {
      double[] up = scores.clone();
      double[] down = scores.clone();
      up[row] += step;
      down[row] -= step;
      double lossUp = loss(change, up);
      double lossDown = loss(change, down);
      assertEquals(2 * -(lossUp - lossDown) / (2 * step), lambdas.lambda()[row], 1e-6);
      assertEquals(2 * (lossUp - 2 * loss(change, scores) + lossDown) / (step * step),
          lambdas.hessian()[row], 1e-5);
    }
  }

  /// By better and worse row: how NDCG would change if they swapped places, times the better one's weight.
  private static double[][] changes(int[] grades, double[] weights, double[] scores,
      int truncation) {
    int n = grades.length;
    int[] rank = new int[n];
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        rank[a] += scores[b] > scores[a] ? 1 : 0;
      }
    }
    double ideal = Gain.ideal(truncation, grades);
    double[][] change = new double[n][n];
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        if (grades[a] > grades[b] && Math.min(rank[a], rank[b]) < truncation) {
          double gain = Math.pow(2, grades[a]) - Math.pow(2, grades[b]);
          double places = 1 / log2(rank[a] + 2.0) - 1 / log2(rank[b] + 2.0);
          change[a][b] = weights[a] * gain * Math.abs(places) / ideal;
        }
      }
    }
    return change;
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }

  private static double loss(double[][] change, double[] scores) {
    double loss = 0;
    for (int a = 0; a < change.length; a++) {
      for (int b = 0; b < change.length; b++) {
        loss += change[a][b] * Math.log1p(Math.exp(scores[b] - scores[a]));
      }
    }
    return loss;
  }

  /// LightGBM's `LambdarankNDCG::GetGradientsForOneQuery` written down as it stands there (4.3).
  @RepeatedTest(50)
  void normalised_lambdas_are_those_of_lightgbm(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    int n = 3 + random.nextInt(60);
    int[] grades = random.ints(n, 0, 5).toArray();
    grades[0] = 3;
    double[] scores = random.doubles(n, -2, 2).toArray();
    double[][] change = changes(grades, ones(n), scores, 10);
    double[] lambda = new double[n];
    double[] hessian = new double[n];
    double sum = 0;
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        double gap = scores[a] - scores[b];
        double delta = change[a][b] / (0.01 + Math.abs(gap));
        double rho = 1 / (1 + Math.exp(gap));
        lambda[a] += rho * delta;
        lambda[b] -= rho * delta;
        hessian[a] += rho * (1 - rho) * delta;
        hessian[b] += rho * (1 - rho) * delta;
        sum += 2 * rho * delta;
      }
    }
    double factor = log2(1 + sum) / sum;
    for (ForestSettings.Sigmoid sigmoid : ForestSettings.Sigmoid.values()) {
      Lambdas lambdas = new Lambdas(oneList(grades),
          ForestSettings.builder().truncation(10).sigmoid(sigmoid).build());
      lambdas.compute(scores);
      double allowed = sigmoid == ForestSettings.Sigmoid.EXACT ? 1e-12 : 2e-6 * sum * factor;
      for (int row = 0; row < n; row++) {
        assertEquals(factor * lambda[row], lambdas.lambda()[row], allowed);
        assertEquals(factor * hessian[row], lambdas.hessian()[row], allowed);
      }
    }
  }

  private static double[] ones(int count) {
    double[] ones = new double[count];
    java.util.Arrays.fill(ones, 1);
    return ones;
  }

  @Test
  void the_table_of_the_sigmoid_is_within_a_millionth() {
    Random random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      double x = 80 * random.nextDouble() - 40;
      assertEquals(Sigmoids.exact(x), Sigmoids.fromTable(x), 1e-6);
    }
    assertEquals(0.5, Sigmoids.fromTable(0), 0);
    assertEquals(0, Sigmoids.fromTable(Double.MAX_VALUE), 1e-12);
    assertEquals(1, Sigmoids.fromTable(-Double.MAX_VALUE), 1e-12);
  }

  @RepeatedTest(50)
  void rows_are_put_in_order_again_and_again(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    RankedLists lists = RandomLists.of(5, 1, run.getCurrentRepetition());
    ScoreOrder order = new ScoreOrder(lists);
    for (int round = 0; round < 5; round++) {
      double[] scores = random.ints(lists.size(), 0, 12).asDoubleStream().toArray();
      for (int person = 0; person < 5; person++) {
        int from = lists.starts()[person];
        int to = lists.starts()[person + 1];
        assertArrayEquals(RankedLists.order(scores, from, to),
            java.util.Arrays.copyOfRange(order.of(person, scores), from, to));
      }
      assertEquals(Measures.meanNdcgAt10(lists, scores), new ValidationNdcg(lists).mean(scores),
          1e-12);
    }
  }

  @RepeatedTest(20)
  void a_person_of_weight_three_pulls_three_times_and_so_do_rows_of_weight_three(
      RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    int[] grades = random.ints(12, 0, 5).toArray();
    double[] scores = random.doubles(12).toArray();
    double[] threes = new double[12];
    java.util.Arrays.fill(threes, 3);
    Lambdas plain = computed(oneList(grades), scores);
    for (RankedLists weighted : List.of(
        oneList(grades).weighted(new double[0], new double[]{3}),
        oneList(grades).weighted(threes, new double[0]).select(List.of(0)))) {
      Lambdas lambdas = computed(weighted, scores);
      for (int row = 0; row < 12; row++) {
        assertEquals(3 * plain.lambda()[row], lambdas.lambda()[row], 1e-12);
        assertEquals(3 * plain.hessian()[row], lambdas.hessian()[row], 1e-12);
      }
    }
  }

  @Test
  void a_row_counts_with_its_weight_where_it_is_the_better_one() {
    int[] grades = {2, 1, 0};
    double[] scores = {0.1, 0.2, 0.3};
    double[] plain = computed(oneList(grades), scores).lambda();
    double[] weighted = computed(
        oneList(grades).weighted(new double[]{1, 5, 7}, new double[0]), scores).lambda();
    double oneOverNought = (plain[2] - weighted[2]) / 4; // what the middle row pulls the last down by
    assertTrue(oneOverNought > 0);
    assertArrayEquals(new double[]{plain[0], plain[1] + 4 * oneOverNought,
      plain[2] - 4 * oneOverNought}, weighted, 1e-12);
  }

  @Test
  void weights_that_are_none_are_refused() {
    var refused = assertThrows(IllegalArgumentException.class,
        () -> oneList(1, 0).weighted(new double[]{1, Double.NaN}, new double[0]));
    assertTrue(String.valueOf(refused.getMessage()).contains("rowWeights[1]"),
        refused.getMessage());
    assertThrows(IllegalArgumentException.class,
        () -> oneList(1, 0).weighted(new double[0], new double[]{1, 1}));
  }

  private static Lambdas computed(RankedLists lists, double[] scores) {
    Lambdas lambdas = new Lambdas(lists, RankerTrainer.DEFAULT);
    lambdas.compute(scores);
    return lambdas;
  }

  private static RankedLists oneList(int... grades) {
    return new RankedLists(new double[grades.length][1], grades, new int[]{0, grades.length});
  }
}
