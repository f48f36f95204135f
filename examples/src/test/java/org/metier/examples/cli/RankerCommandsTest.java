package org.metier.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.interchange.ForeignModel;
import org.metier.match.feature.Feature;
import org.metier.match.model.ModelCard;
import org.metier.match.model.RankerModel;
import picocli.CommandLine;

/// Rankers of other programs in, and ours out.
class RankerCommandsTest {
  private final Path folder;
  private final Path out;

  RankerCommandsTest(@TempDir Path folder) {
    this.folder = folder;
    out = folder.resolve("ranker.json");
  }

  /// One stump: `-0.5` up to 0.3 of the second feature and for a missing value, else `0.5`.
  private static String lightGbm(List<String> features) {
    return """
        tree
        version=v4
        num_class=1
        num_tree_per_iteration=1
        label_index=0
        max_feature_idx=%d
        objective=lambdarank
        feature_names=%s
        feature_infos=%s

        Tree=0
        num_leaves=2
        num_cat=0
        split_feature=1
        split_gain=1
        threshold=0.29999999999999999
        decision_type=10
        left_child=-1
        right_child=-2
        leaf_value=-0.5 0.5
        leaf_weight=30 70
        leaf_count=30 70
        internal_value=0
        internal_weight=100
        internal_count=100
        is_linear=0
        shrinkage=1


        end of trees
        """.formatted(features.size() - 1, String.join(" ", features),
        features.stream().map(f -> "[0:1]").collect(Collectors.joining(" ")));
  }

  @Test
  void a_model_of_lightgbm_becomes_a_ranker_with_a_card_that_says_so() throws IOException {
    String model = file("lambdarank.txt",
        lightGbm(List.of("AGE_DAYS", "DISTANCE_KM")));

    String told = done("ranker", "import", model, "--out", out.toString());

    assertTrue(told.contains("1 trees over 2 features") && told.contains("evaluate ranker"), told);
    RankerModel ranker = RankerModel.read(out);
    assertEquals(List.of("AGE_DAYS", "DISTANCE_KM"), ranker.features());
    assertEquals(-0.5, ranker.forest().score(new double[]{0, 0.3}));
    assertEquals(0.5, ranker.forest().score(new double[]{0, 0.31}));
    assertEquals(-0.5, ranker.forest().score(new double[]{0, Double.NaN}));
    ModelCard card = ModelCard.read(ModelCard.beside(out), ranker);
    assertEquals("lambdarank.txt", card.settings().get("importedFile"));
    assertEquals("LightGBM text", card.settings().get("importedFormat"));
    assertEquals(64, String.valueOf(card.settings().get("importedSha256")).length());
    assertEquals(null, card.trainedAt());
  }

  @Test
  void unnamed_features_go_by_their_place_when_there_are_as_many() throws IOException {
    List<String> numbered = IntStream.range(0, Feature.names().size())
        .mapToObj(i -> "Column_" + i)
        .toList();
    done("ranker", "import", file("all.txt", lightGbm(numbered)), "--out", out.toString());
    assertEquals(Feature.names(), RankerModel.read(out).features());

    String few = file("few.txt", lightGbm(numbered.subList(0, 3)));
    refused("has 3 features, but this release has " + Feature.names().size(), "ranker", "import",
        few, "--out", out.toString());
    done("ranker", "import", few, "--out", out.toString(), "--features",
        "AGE_DAYS,SALARY_RATIO,DISTANCE_KM");
    assertEquals(List.of("AGE_DAYS", "SALARY_RATIO", "DISTANCE_KM"),
        RankerModel.read(out).features());
    refused("has 3 features, but --features names 2", "ranker", "import", few, "--out",
        out.toString(), "--features", "AGE_DAYS,SALARY_RATIO");
  }

  @Test
  void what_metier_does_not_compute_is_refused_by_name_and_nothing_is_written() throws IOException {
    refused("feature 2 is \"shoe_size\", which is none of Metier's", "ranker", "import",
        file("other.txt", lightGbm(List.of("AGE_DAYS", "shoe_size", "hat_size"))), "--out",
        out.toString());
    refused("feature 2 is \"AGE_DAYS\", which stands there before", "ranker", "import",
        file("twice.txt", lightGbm(List.of("AGE_DAYS", "AGE_DAYS"))), "--out", out.toString());
    refused("is no model of LightGBM or XGBoost", "ranker", "import", file("empty.txt", ""),
        "--out", out.toString());
    refused("no such file", "ranker", "import", folder.resolve("none").toString(), "--out",
        out.toString());
    assertFalse(Files.exists(out));
  }

  @Test
  void the_shipped_ranker_goes_out_as_a_dump_and_comes_back_scoring_the_same() throws IOException {
    RankerModel shipped = RankerModel.standard();
    Path ours = folder.resolve("shipped.json");
    shipped.write(ours);
    Path dump = folder.resolve("model.json");

    done("ranker", "export", ours.toString(), "--out", dump.toString());

    ForeignModel read = ForeignModel.read(dump);
    assertTrue(Feature.names().containsAll(read.features()));
    done("ranker", "import", dump.toString(), "--out", out.toString());
    RankerModel back = RankerModel.read(out);
    double[] row = new double[shipped.features().size()];
    for (int i = 0; i < 200; i++) {
      for (int f = 0; f < row.length; f++) {
        row[f] = (i + f) % 5 == 0 ? Double.NaN : (float) ((i * 31 + f * 17) % 40 - 5);
      }
      double[] renumbered = back.features()
          .stream()
          .mapToDouble(name -> row[shipped.features().indexOf(name)])
          .toArray();
      assertEquals(shipped.forest().score(row), back.forest().score(renumbered), 1e-4);
    }
    ModelCard card = ModelCard.read(ModelCard.beside(out), back);
    assertEquals("XGBoost JSON dump", card.settings().get("importedFormat"));
  }

  @Test
  void a_dump_says_only_the_numbers_that_it_tests() throws IOException {
    String dump = file("dump.json", """
        [{"nodeid":0,"split":"f2","split_condition":10,"yes":1,"no":2,"missing":1,"cover":10,
        "children":[{"nodeid":1,"leaf":0.5,"cover":4},{"nodeid":2,"leaf":-0.5,"cover":6}]}]""");
    refused("has 1 features", "ranker", "import", dump, "--out", out.toString());
    done("ranker", "import", dump, "--out", out.toString(), "--features",
        "AGE_DAYS,SALARY_RATIO,DISTANCE_KM");
    assertEquals(List.of("DISTANCE_KM"), RankerModel.read(out).features());
    refused("tests feature \"f2\", but only 2 are named", "ranker", "import", dump, "--out",
        out.toString(), "--features", "AGE_DAYS,SALARY_RATIO");
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private String done(String... call) {
    Outcome outcome = run(call);
    assertEquals(0, outcome.exit(), outcome.err());
    return outcome.out();
  }

  private void refused(String words, String... call) {
    Outcome outcome = run(call);
    assertEquals(2, outcome.exit(), outcome.out() + outcome.err());
    assertTrue(outcome.err().contains(words), outcome.err());
    assertEquals(1, outcome.err().strip().lines().count(), outcome.err());
  }

  private record Outcome(int exit, String out, String err) {}

  private static Outcome run(String... call) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine metier = Main.commandLine();
    metier.setOut(new PrintWriter(out));
    metier.setErr(new PrintWriter(err));
    int exit = metier.execute(call);
    return new Outcome(exit, out.toString(), err.toString());
  }
}
