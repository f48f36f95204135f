package org.metier.training.internal.boosting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.rank.Forest;
import org.metier.rank.fitting.FeatureColumns;
import org.metier.rank.fitting.ForestFitting;
import org.metier.rank.fitting.ForestSettings;
import org.metier.training.TrainingDataException;
import org.metier.training.TrainingProgress;

class HistogramLambdaMartTest {
  private static final int FEATURES = 6;
  private static final double[] NONE = {};

  @TempDir
  private Path folder = Path.of("");

  @Test
  void it_learns_as_well_as_on_smiles_trees() {
    RankedLists heldOut = RandomLists.of(200, FEATURES, 9);
    double[] ndcg = new double[2];
    for (ForestSettings.Growth growth : ForestSettings.Growth.values()) {
      ForestSettings settings = settings().growth(growth).l2(1).build();
      LambdaMart.Grown grown = fit(settings, RandomLists.of(200, FEATURES, 1));
      ndcg[growth.ordinal()] = Measures.meanNdcgAt10(heldOut, grown.scores(heldOut));
    }
    assertTrue(ndcg[0] > 0.8, "NDCG@10 " + ndcg[0]);
    assertEquals(ndcg[1], ndcg[0], 0.02);
  }

  @RepeatedTest(8)
  void no_monotone_feature_ever_moves_a_score_the_wrong_way(RepetitionInfo run) {
    RankedLists lists = RandomLists.of(40, FEATURES, run.getCurrentRepetition());
    int[] directions = {1, -1, -1, 1, 0, 0}; // half of them against what the grades say
    for (ForestSettings.Growth growth : ForestSettings.Growth.values()) {
      ForestSettings.Builder settings = settings().growth(growth).l2(1).trees(15);
      LambdaMart.Grown bound = fit(
          settings.directions(Arrays.stream(directions).boxed().toList()).build(), lists);
      LambdaMart.Grown free = fit(settings.directions(List.of()).build(), lists);
      assertEquals(0, RandomLists.violations(bound, directions, 1));
      assertTrue(RandomLists.violations(free, directions, 1) > 0);
    }
  }

  @RepeatedTest(5)
  void every_tree_tests_one_set_of_features_and_all_sets_are_used(RepetitionInfo run) {
    RankedLists lists = RandomLists.of(60, FEATURES, run.getCurrentRepetition());
    List<List<Integer>> sets = List.of(List.of(0, 1, 2), List.of(3, 4), List.of(5));
    for (ForestSettings.Growth growth : ForestSettings.Growth.values()) {
      LambdaMart.Grown grown = fit(
          settings().growth(growth).l2(1).trees(25).oneSetPerTree(sets).build(), lists);
      boolean[] isUsed = new boolean[sets.size()];
      for (GrownTree tree : grown.trees()) {
        List<Integer> tested = Arrays.stream(tree.feature()).filter(f -> f >= 0).boxed().toList();
        int of = IntStream.range(0, sets.size())
            .filter(s -> sets.get(s).contains(tested.getFirst()))
            .findFirst()
            .orElseThrow();
        assertTrue(sets.get(of).containsAll(tested), growth + ": " + tested);
        isUsed[of] = true;
      }
      assertTrue(isUsed[0] && isUsed[1], "the sets that matter most");
    }
  }

  @Test
  void a_feature_in_no_set_and_one_that_is_none_are_refused() {
    RankedLists lists = RandomLists.of(10, FEATURES, 1);
    assertRefused("feature 5 is in no set",
        settings().oneSetPerTree(List.of(List.of(0, 1, 2), List.of(3, 4))), lists);
    assertRefused("names feature 6",
        settings().oneSetPerTree(List.of(List.of(0, 1, 2, 3, 4, 5, 6))), lists);
    assertRefused("directions must be empty or one per feature",
        settings().directions(List.of(1, 0)), lists);
  }

  private static void assertRefused(String part, ForestSettings.Builder settings,
      RankedLists lists) {
    var refused = assertThrows(IllegalArgumentException.class, () -> fit(settings.build(), lists));
    assertTrue(String.valueOf(refused.getMessage()).contains(part), refused.getMessage());
  }

  @Test
  void people_of_weight_two_count_as_two_people() {
    RankedLists lists = RandomLists.of(30, FEATURES, 3);
    double[] twos = new double[30];
    Arrays.fill(twos, 2);
    List<Integer> twice = new ArrayList<>();
    IntStream.range(0, 30).forEach(person -> twice.addAll(List.of(person, person)));
    ForestSettings settings = settings().minLeafRows(1).minLeafHessian(0.3).build();
    LambdaMart.Grown weighted = fit(settings, lists.weighted(NONE, twos));
    LambdaMart.Grown doubled = fit(settings, lists.select(twice));
    assertArrayEquals(doubled.scores(lists), weighted.scores(lists), 1e-9);
    LambdaMart.Grown once = fit(settings, lists);
    assertTrue(Math.abs(once.scores(lists)[0] - weighted.scores(lists)[0]) > 1e-9);
  }

  @Test
  void equal_input_and_seed_grow_equal_bits_and_another_seed_does_not() {
    ForestSettings sampled = settings().listShare(0.6).featureShare(0.5).build();
    RankedLists lists = RandomLists.of(60, FEATURES, 5);
    assertEquals(fit(sampled, lists).toForest(), fit(sampled, lists).toForest());
    assertNotEquals(fit(sampled, lists).toForest(),
        fit(sampled.toBuilder().seed(2).build(), lists).toForest());
  }

  @Test
  void a_share_of_the_features_is_looked_at_by_each_tree() {
    LambdaMart.Grown grown = fit(settings().featureShare(0.34).build(),
        RandomLists.of(60, FEATURES, 5));
    for (GrownTree tree : grown.trees()) {
      long tested = Arrays.stream(tree.feature()).filter(f -> f >= 0).distinct().count();
      assertTrue(tested <= 2, tested + " features");
    }
  }

  @Test
  void features_by_column_are_as_good_as_by_row() {
    RankedLists byRow = RandomLists.of(60, FEATURES, 6);
    float[][] columns = new float[FEATURES][byRow.size()];
    double[][] rows = byRow.rows();
    for (int row = 0; row < rows.length; row++) {
      for (int feature = 0; feature < FEATURES; feature++) {
        columns[feature][row] = (float) rows[row][feature];
        rows[row][feature] = columns[feature][row];
      }
    }
    Forest expected = fit(settings().build(), byRow).toForest();
    ForestFitting fitting = ServiceLoader.load(ForestFitting.class).findFirst().orElseThrow();
    assertEquals(expected, fitting.fit(FeatureColumns.ofColumns(columns), byRow.grades(),
        byRow.starts(), settings().build()));
  }

  @Test
  void without_validation_all_trees_are_kept() {
    assertEquals(40, fit(settings().patience(1).build(), RandomLists.of(60, FEATURES, 5)).trees()
        .size());
  }

  @Test
  void an_interrupted_training_goes_on_to_the_same_bits() throws IOException {
    RankedLists training = RandomLists.of(60, FEATURES, 7);
    RankedLists validation = RandomLists.of(20, FEATURES, 8);
    for (ForestSettings.Growth growth : ForestSettings.Growth.values()) {
      ForestSettings settings = settings().growth(growth)
          .l2(1)
          .listShare(0.7)
          .featureShare(0.7)
          .patience(8)
          .build();
      List<Integer> heard = new ArrayList<>();
      LambdaMart.Grown whole = new LambdaMart(settings, (tree, trees, ndcg) -> heard.add(tree))
          .fit(training, validation);
      Path file = folder.resolve(growth + ".checkpoint");
      for (int interruptedAfter : new int[]{3, 9, 10}) {
        assertThrows(IllegalStateException.class,
            () -> new LambdaMart(settings, stopAfter(interruptedAfter)).fit(training, validation,
                file));
      }
      List<Integer> heardAgain = new ArrayList<>();
      LambdaMart.Grown resumed = new LambdaMart(settings,
          (tree, trees, ndcg) -> heardAgain.add(tree)).fit(training, validation, file);
      assertEquals(whole.toForest(), resumed.toForest());
      assertEquals(whole.validationNdcgAt10(), resumed.validationNdcgAt10(), 0);
      assertEquals(heard, heardAgain);
    }
  }

  private static TrainingProgress stopAfter(int last) {
    return (tree, trees, ndcg) -> {
      if (tree > last) {
        throw new IllegalStateException("interrupted");
      }
    };
  }

  @Test
  void a_tree_that_was_cut_off_in_the_file_is_grown_again() throws IOException {
    RankedLists lists = RandomLists.of(40, FEATURES, 7);
    Path file = folder.resolve("torn");
    LambdaMart mart = new LambdaMart(settings().trees(6).build(), TrainingProgress.SILENT);
    Forest whole = mart.fit(lists, lists, file).toForest();
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() - 40));
    assertEquals(whole, mart.fit(lists, lists, file).toForest());
    assertEquals(text, Files.readString(file));
  }

  @Test
  void a_checkpoint_of_something_else_is_refused() throws IOException {
    RankedLists lists = RandomLists.of(40, FEATURES, 7);
    Path file = folder.resolve("other");
    ForestSettings settings = settings().trees(3).build();
    new LambdaMart(settings, TrainingProgress.SILENT).fit(lists, lists, file);
    double[] twos = new double[40];
    Arrays.fill(twos, 2);
    for (RankedLists other : List.of(RandomLists.of(40, FEATURES, 8), lists.weighted(NONE, twos))) {
      assertRefused(
          "other:1: the checkpoint is of another training: hash of judgments and features",
          settings, other, file);
    }
    assertRefused("another training: shrinkage 0.15, but this one's is 0.2",
        settings.toBuilder().seed(2).shrinkage(0.2).build(), lists, file);
    assertRefused("another training: seed 1, but this one's is 2",
        settings.toBuilder().seed(2).build(), lists, file);
    Files.writeString(file, "no tree\n", StandardOpenOption.APPEND);
    assertRefused("other:5: not a tree", settings, lists, file);
    Files.writeString(file, "no checkpoint\n");
    assertRefused("other:1: not a checkpoint", settings, lists, file);
  }

  private static void assertRefused(String part, ForestSettings settings, RankedLists lists,
      Path file) {
    var refused = assertThrows(TrainingDataException.class,
        () -> new LambdaMart(settings, TrainingProgress.SILENT).fit(lists, lists, file));
    assertTrue(String.valueOf(refused.getMessage()).contains(part), refused.getMessage());
  }

  private static LambdaMart.Grown fit(ForestSettings settings, RankedLists lists) {
    return new LambdaMart(settings, TrainingProgress.SILENT).fit(lists);
  }

  private static ForestSettings.Builder settings() {
    return ForestSettings.builder().trees(40).leaves(8).minLeafRows(10).shrinkage(0.15);
  }
}
