package org.metier.interchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metier.rank.Contributions;
import org.metier.rank.Forest;
import org.metier.rank.Tree;

/// The models were trained by LightGBM 4.3 and XGBoost 2.1 on made-up rows; `rows.csv` has sixty of them, a
/// fifth of the values missing, with the scores that those programs gave.
class ForeignModelTest {
  private static final Path FOLDER = Path.of("src/test/resources/org/metier/interchange");
  private static final List<String> FEATURES = List.of("a", "b", "c", "d", "e", "g");

  @TempDir
  Path folder;

  private static String golden(String name) throws IOException {
    return Files.readString(FOLDER.resolve(name));
  }

  private static List<double[]> rows() throws IOException {
    return golden("rows.csv").lines()
        .skip(1)
        .map(line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray())
        .toList();
  }

  private static void assertScores(Forest forest, int column, double base, double tolerance)
      throws IOException {
    for (double[] row : rows()) {
      assertEquals(row[column], base + forest.score(Arrays.copyOf(row, 6)), tolerance);
    }
  }

  private ForeignModel read(String text) throws IOException {
    return ForeignModel.read(Files.writeString(folder.resolve("model"), text));
  }

  private void assertRefused(String text, String... expected) {
    String message = String.valueOf(
        assertThrows(ForeignModelException.class, () -> read(text)).getMessage());
    for (String part : expected) {
      assertTrue(message.contains(part), message);
    }
    assertTrue(message.startsWith(folder.resolve("model") + ": "), message);
  }

  @Test
  void lightgbm_scores_to_the_bit() throws IOException {
    ForeignModel model = ForeignModel.read(FOLDER.resolve("lightgbm.txt"));
    assertEquals(FEATURES, model.features());
    assertScores(model.forest(), 6, 0, 0);
  }

  @Test
  void xgboost_scores_as_closely_as_its_single_precision_allows() throws IOException {
    ForeignModel model = ForeignModel.read(FOLDER.resolve("xgboost.json"));
    assertEquals(FEATURES, model.features());
    assertScores(model.forest(), 7, 0, 2e-6);
    ForeignModel dump = ForeignModel.read(FOLDER.resolve("xgboost-dump.json"));
    assertEquals(FEATURES, dump.features());
    assertScores(dump.forest(), 7, model.forest().offset(), 2e-6);
  }

  @ParameterizedTest
  @CsvSource({"lightgbm.txt", "xgboost.json", "xgboost-dump.json"})
  void reasons_of_a_foreign_model_add_up(String name) throws IOException {
    Forest forest = ForeignModel.read(FOLDER.resolve(name)).forest();
    for (double[] row : rows()) {
      Contributions reasons = forest.explain(Arrays.copyOf(row, 6));
      double sum = reasons.base();
      for (int f = 0; f < 6; f++) {
        sum += reasons.value(f);
      }
      assertEquals(reasons.score(), sum, 1e-9);
    }
  }

  @Test
  void an_exported_model_goes_the_same_way_for_every_single_precision_row() throws IOException {
    Forest forest = ForeignModel.read(FOLDER.resolve("lightgbm.txt")).forest();
    Forest moved = Forest.of(6, 0.25, forest.trees());
    String dump = new ForeignModel(FEATURES, moved).toXgboostDump();
    Forest back = read(dump).forest();
    Random dice = new Random(11);
    for (int i = 0; i < 2_000; i++) {
      double[] row = dice.doubles(6)
          .map(x -> dice.nextInt(5) == 0 ? Double.NaN : (float) x)
          .toArray();
      if (i % 2 == 0) {
        row[dice.nextInt(6)] = someThreshold(moved, dice);
      }
      assertEquals(moved.score(row), back.score(row), 1e-6);
    }
    assertEquals(dump, new ForeignModel(FEATURES, moved).toXgboostDump());
  }

  /// A single-precision number at a threshold, or next to it.
  private static double someThreshold(Forest forest, Random dice) {
    Tree tree = forest.trees().get(dice.nextInt(forest.trees().size()));
    float at = (float) tree.threshold(0);
    return switch (dice.nextInt(3)) {
      case 0 -> Math.nextDown(at);
      case 1 -> at;
      default -> Math.nextUp(at);
    };
  }

  @Test
  void single_precision_rounds_as_xgboost_does() {
    Random dice = new Random(3);
    for (int i = 0; i < 100_000; i++) {
      float threshold = Float.intBitsToFloat(dice.nextInt());
      if (!Float.isFinite(threshold) || Math.abs(threshold) == Float.MAX_VALUE) {
        continue;
      }
      double bound = SinglePrecision.highestBelow(threshold);
      assertTrue((float) bound < threshold);
      assertFalse((float) Math.nextUp(bound) < threshold);
      float above = SinglePrecision.above(bound);
      assertEquals(threshold, above);
    }
  }

  @Test
  void a_missing_value_is_zero_where_lightgbm_saw_none() throws IOException {
    String text = golden("lightgbm.txt").replace("decision_type=2 8", "decision_type=0 8");
    Tree tree = read(text).forest().trees().getFirst();
    assertTrue(tree.missingGoesLeft(0));
    assertTrue(tree.threshold(0) > 0);
    String below = text.replaceFirst("threshold=0[.]64", "threshold=-0.64");
    assertFalse(read(below).forest().trees().getFirst().missingGoesLeft(0));
  }

  @ParameterizedTest
  @CsvSource({
    "version=v4, version=v9, v9",
    "num_tree_per_iteration=1, num_tree_per_iteration=3, each class",
    "num_cat=0, num_cat=1, categories",
    "is_linear=0, is_linear=1, linear leaves",
    "decision_type=2 8, decision_type=3 8, categories",
    "decision_type=2 8, decision_type=4 8, zero",
    "left_child=2, left_child=99, child 99",
    "left_child=2, left_child=0, circles",
    "left_child=2, left_child=x, no number",
    "max_feature_idx=5, max_feature_idx=7, max_feature_idx",
    "end of trees, end, part is missing"})
  void what_a_forest_cannot_say_is_refused_by_name(String from, String to, String problem)
      throws IOException {
    assertRefused(golden("lightgbm.txt").replaceFirst(from, to), problem);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "\"name\":\"gbtree\"|\"name\":\"dart\"|dart",
    "\"num_class\":\"0\"|\"num_class\":\"3\"|several scores",
    "rank:ndcg|survival:cox|survival:cox",
    "\"left_children\":\\[1|\"left_children\":[77|outside",
    "\"left_children\":\\[1|\"left_children\":[0|circles",
    "\"learner\"|\"teacher\"|learner"})
  void an_unusual_xgboost_is_refused_by_name(String from, String to, String problem)
      throws IOException {
    assertRefused(golden("xgboost.json").replaceFirst(from, to), problem);
  }

  @Test
  void a_dump_without_covers_is_refused_since_it_could_not_be_explained() throws IOException {
    assertRefused(golden("xgboost-dump.json").replaceAll(", \"cover\": [0-9.]+", ""), "cover",
        "with_stats=True");
    assertRefused(golden("xgboost-dump.json").replaceFirst("\"yes\": 1", "\"yes\": 5"), "children");
  }

  @Test
  void what_is_no_model_is_refused() {
    assertRefused("", "expected");
    assertRefused("PK", "expected");
    assertRefused("{\"a\":", "line 1");
    assertRefused("[".repeat(5_000), "400 levels");
    assertRefused("[]", "no feature");
    assertThrows(ForeignModelException.class, () -> ForeignModel.read(folder.resolve("none")));
  }
}
