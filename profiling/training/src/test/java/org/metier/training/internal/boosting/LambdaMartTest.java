package org.metier.training.internal.boosting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.metier.rank.Forest;
import org.metier.rank.fitting.ForestSettings;
import org.metier.training.TrainingDataException;
import org.metier.training.TrainingProgress;

class LambdaMartTest {
  private static final ForestSettings SETTINGS = Settings.of(60, 8, 20, 0.15, 0.8, 1)
      .toBuilder()
      .patience(20)
      .growth(ForestSettings.Growth.SMILE)
      .build();

  @Test
  void a_planted_interaction_is_learnt_although_some_values_are_missing() {
    RankedLists heldOut = planted(60, 3);
    LambdaMart.Grown grown = fit(SETTINGS);
    double learnt = Measures.meanNdcgAt10(heldOut, grown.scores(heldOut));
    double byFirstFeature = Measures.meanNdcgAt10(heldOut, column(heldOut, 0));
    assertTrue(learnt > 0.9, "NDCG@10 " + learnt);
    assertTrue(learnt > byFirstFeature + 0.1, learnt + " against " + byFirstFeature);
  }

  @Test
  void the_forest_scores_as_the_grown_trees_do() {
    LambdaMart.Grown grown = fit(SETTINGS);
    Forest forest = grown.toForest();
    for (double[] row : planted(20, 4).rows()) {
      assertEquals(grown.score(row), forest.score(row), 1e-12);
    }
  }

  @Test
  void no_tree_after_the_best_one_is_kept() {
    List<Double> heard = new ArrayList<>();
    LambdaMart.Grown grown = new LambdaMart(SETTINGS,
        (tree, trees, ndcg) -> heard.add(ndcg))
        .fit(planted(80, 1), planted(20, 2));
    int best = heard.indexOf(heard.stream().max(Double::compare).orElseThrow());
    assertEquals(best + 1, grown.trees().size());
    assertEquals(heard.get(best), grown.validationNdcgAt10(), 0);
  }

  @Test
  void grades_that_do_not_differ_teach_nothing_and_say_so() {
    RankedLists alike = new RankedLists(new double[100][2], new int[100], new int[]{0, 50, 100});
    var refused = assertThrows(TrainingDataException.class,
        () -> new LambdaMart(SETTINGS, TrainingProgress.SILENT).fit(alike, alike));
    assertTrue(String.valueOf(refused.getMessage()).contains("100 judged pairs"),
        refused.getMessage());
  }

  private static LambdaMart.Grown fit(ForestSettings settings) {
    return new LambdaMart(settings, TrainingProgress.SILENT).fit(planted(200, 1),
        planted(40, 2));
  }

  /// The grade is high where the first two features agree in sign; a tenth of the values is missing.
  private static RankedLists planted(int people, long seed) {
    Random random = new Random(seed);
    int perPerson = 20;
    double[][] rows = new double[people * perPerson][4];
    int[] grades = new int[rows.length];
    int[] starts = new int[people + 1];
    for (int row = 0; row < rows.length; row++) {
      for (int feature = 0; feature < 4; feature++) {
        rows[row][feature] = random.nextGaussian();
      }
      double agreement = rows[row][0] * rows[row][1];
      grades[row] = agreement > 1 ? 3 : agreement > 0.3 ? 2 : agreement > 0 ? 1 : 0;
      if (random.nextInt(10) == 0) {
        rows[row][random.nextInt(4)] = Double.NaN;
      }
    }
    for (int person = 0; person <= people; person++) {
      starts[person] = person * perPerson;
    }
    return new RankedLists(rows, grades, starts);
  }

  private static double[] column(RankedLists lists, int feature) {
    double[] column = new double[lists.rows().length];
    for (int row = 0; row < column.length; row++) {
      double value = lists.rows()[row][feature];
      column[row] = Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
    }
    return column;
  }
}
