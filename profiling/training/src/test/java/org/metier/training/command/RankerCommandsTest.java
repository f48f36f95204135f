package org.metier.training.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.home.Home;
import org.metier.home.LearnedPart;
import org.metier.interchange.ForeignModel;
import org.metier.json.Json;
import org.metier.match.model.ModelCard;
import org.metier.match.model.RankerModel;
import org.metier.training.promotion.PromotionReport;
import org.metier.training.ranker.RankerTrainer;
import picocli.CommandLine;

/// Interrupted trainings, moments and the gate, as an operator meets them.
class RankerCommandsTest {
  @TempDir
  private static Path portal = Path.of("");

  @TempDir
  private Path folder = Path.of("");

  @BeforeAll
  static void simulate_a_portal() {
    assertEquals(0, run(new SimulateCommand(), List.of("--out", portal.toString(), "--people", "60",
        "--vacancies", "200", "--visits", "20", "--bias", "0.5")).exit);
  }

  @Test
  void options_left_out_are_the_defaults_of_the_trainers() {
    ForestOptions options = new ForestOptions();
    new CommandLine(new Holder(options)).parseArgs();
    assertEquals(RankerTrainer.DEFAULT, options.settings());
  }

  @CommandLine.Command
  private record Holder(@CommandLine.Mixin ForestOptions options) {}

  @Test
  void an_interrupted_training_goes_on_to_the_same_bytes_from_a_log_and_from_judgments()
      throws IOException {
    for (String from : List.of("log", "judgments")) {
      Path whole = folder.resolve(from + ".json");
      assertEquals(0, train(from, whole).exit);
      Path checkpoint = folder.resolve(from + ".checkpoint");
      Path first = folder.resolve(from + "-first.json");
      assertEquals(0, train(from, first, "--checkpoint", checkpoint.toString()).exit);
      List<String> lines = Files.readAllLines(checkpoint);
      assertEquals(9, lines.size(), "settings and eight trees");
      Files.writeString(checkpoint, String.join("\n", lines.subList(0, 4)) + "\n{\"cut\":");

      Path resumed = folder.resolve(from + "-resumed.json");
      assertEquals(0, train(from, resumed, "--checkpoint", checkpoint.toString()).exit);

      assertEquals(-1, Files.mismatch(whole, resumed));
      assertEquals(lines, Files.readAllLines(checkpoint));
      Outcome other = train(from, resumed, "--checkpoint", checkpoint.toString(), "--leaves", "5");
      assertNotEquals(0, other.exit);
      assertTrue(other.err.contains("another training: leaves 12, but this one's is 5"), other.err);
    }
  }

  @Test
  void trees_of_the_checkpoint_are_not_grown_again() throws IOException {
    Path checkpoint = folder.resolve("kept");
    assertEquals(0,
        train("log", folder.resolve("one.json"), "--checkpoint", checkpoint.toString()).exit);
    List<String> lines = new ArrayList<>(Files.readAllLines(checkpoint));
    Collections.swap(lines, 1, 2); // so that a tree that is kept can be told from one that is grown
    Files.write(checkpoint, lines);
    Path other = folder.resolve("other.json");
    assertEquals(0, train("log", other, "--checkpoint", checkpoint.toString()).exit);
    assertNotEquals(-1, Files.mismatch(folder.resolve("one.json"), other));
  }

  @Test
  void a_moment_counts_for_judgments_and_is_refused_for_a_log() throws IOException {
    Path late = folder.resolve("late.json");
    assertEquals(0, train("judgments", late, "--as-of", "2030-01-01T00:00:00Z").exit);
    assertEquals("2030-01-01T00:00:00Z", card(late).settings().get("asOf"));
    Outcome refused = train("log", folder.resolve("none.json"), "--as-of", "2030-01-01T00:00:00Z");
    assertNotEquals(0, refused.exit);
    assertTrue(refused.err.contains("--as-of is of --judgments alone"), refused.err);
    assertFalse(Files.exists(folder.resolve("none.json")));

    PromotionReport now = report(evaluate("judgments", late, "--json"));
    PromotionReport then = report(evaluate("judgments", late, "--json", "--as-of",
        "2030-01-01T00:00:00Z"));
    assertEquals(RankerModel.read(late).sha256(), then.candidateSha256());
    assertNotEquals(now.comparison(), then.comparison(), "four years make every vacancy old");
  }

  /// One stump that puts last what shares most essential skills.
  private static final String WORSE = """
      tree
      version=v4
      num_class=1
      num_tree_per_iteration=1
      label_index=0
      max_feature_idx=0
      objective=lambdarank
      feature_names=ESSENTIAL_SKILLS_SHARE
      feature_infos=[0:1]

      Tree=0
      num_leaves=2
      num_cat=0
      split_feature=0
      split_gain=1
      threshold=0.3
      decision_type=10
      left_child=-1
      right_child=-2
      leaf_value=0.5 -0.5
      leaf_weight=30 70
      leaf_count=30 70
      internal_value=0
      internal_weight=100
      internal_count=100
      is_linear=0
      shrinkage=1


      end of trees
      """;

  @Test
  void a_worse_model_of_another_program_is_refused_unless_somebody_says_why_not()
      throws IOException {
    ForeignModel foreign = ForeignModel.read(Files.writeString(folder.resolve("w.txt"), WORSE));
    RankerModel worse = new RankerModel(foreign.features(), foreign.forest());
    Path file = folder.resolve("worse.json");
    worse.write(file);
    new ModelCard(worse.sha256(), worse.features(), Map.of(), 0, Map.of("origin", "imported"),
        Map.of(), null, List.of()).write(ModelCard.beside(file));

    Outcome refused = evaluate("judgments", file, "--install");
    assertEquals(2, refused.exit, refused.err);
    assertTrue(refused.out.contains("BROKEN  ndcgAt10LossAtMost"), refused.out);
    assertTrue(refused.out.contains("not installed: " + file), refused.out);
    assertEquals(RankerModel.standard().sha256(), RankerModel.of(home()).sha256());
    assertNotEquals(0, evaluate("judgments", file, "--install", "--force", " ").exit);
    assertFalse(home().model(LearnedPart.RANKER).isFilled());

    Outcome forced = evaluate("judgments", file, "--install", "--force", "a drill, for an hour");
    assertEquals(0, forced.exit, forced.err);
    assertTrue(forced.out.contains("put into service all the same: a drill, for an hour"));
    assertEquals(worse.sha256(), RankerModel.of(home()).sha256());
    Map<String, String> said = ModelCard.read(home().model(LearnedPart.RANKER).card(), worse)
        .settings();
    assertEquals("a drill, for an hour", said.get("gateOverruledBecause"));
    assertTrue(String.valueOf(said.get("gateRefusedFor")).contains("ndcgAt10LossAtMost"));
    assertEquals("imported", said.get("origin"));
  }

  private Home home() {
    return Home.open(folder.resolve("home"));
  }

  private static ModelCard card(Path model) {
    return ModelCard.read(ModelCard.beside(model), RankerModel.read(model));
  }

  private static PromotionReport report(Outcome evaluated) {
    return Json.read(evaluated.out, PromotionReport.class);
  }

  private Outcome train(String from, Path out, String... more) {
    List<String> call = inputs(from);
    call.addAll(List.of("--out", out.toString(), "--trees", "8", "--min-leaf", "20", "--patience",
        "100"));
    call.addAll(List.of(more));
    return run(new TrainRankerCommand(), call);
  }

  private Outcome evaluate(String from, Path candidate, String... more) {
    List<String> call = inputs(from);
    call.addAll(List.of("--candidate", candidate.toString()));
    call.addAll(List.of(more));
    return run(new EvaluateRankerCommand(), call);
  }

  private List<String> inputs(String from) {
    return new ArrayList<>(List.of("--" + from, portal.resolve(from + ".jsonl").toString(),
        "--vacancies", portal.resolve("vacancies.jsonl").toString(), "--profiles",
        portal.resolve("profiles.jsonl").toString(), "--home", folder.resolve("home").toString()));
  }

  private record Outcome(int exit, String out, String err) {}

  private static Outcome run(Object command, List<String> call) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit = new CommandLine(command).setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(call.toArray(String[]::new));
    return new Outcome(exit, out.toString(), err.toString());
  }
}
