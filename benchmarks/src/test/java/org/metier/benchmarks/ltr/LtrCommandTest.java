package org.metier.benchmarks.ltr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.metier.command.CommandContribution;
import picocli.CommandLine;

/// Metier's own trainer is in a module that this one cannot see, and is tested there.
class LtrCommandTest {
  private static final TrainingSettings SETTINGS = new TrainingSettings(30, 15, 0.1, 20, 1e-3, 30,
      1, 1);

  @Test
  void peers_learn_what_generated_lists_hide() {
    ParityReport report = new ParityEvaluation(
        List.of(new ByColumn(0), new LightGbmTrainer(), new XgboostTrainer()), SETTINGS, 3, 1)
        .run(GeneratedLists.of(6_000, 14, 1), GeneratedLists.of(3_000, 12, 2), List.of());
    assertEquals(14, report.features());
    for (ParityReport.Split split : report.splits()) {
      double byColumn = split.rows().getFirst().ndcgAt10();
      for (ParityReport.Row row : split.rows().subList(1, 3)) {
        assertTrue(row.ndcgAt10() > byColumn + 0.1, split.name() + " " + row);
        assertTrue(row.low() < row.ndcgAt10() && row.ndcgAt10() < row.high(), row.toString());
        assertEquals(byColumn - row.ndcgAt10(), row.difference(), 1e-12);
        assertTrue(row.differenceHigh() < 0 && row.seconds() > 0, row.toString());
      }
    }
    assertEquals(30, report.splits().getFirst().queries());
    assertEquals(90, report.splits().getLast().queries());
  }

  @Test
  void every_query_is_ranked_once_by_a_model_that_did_not_see_it() {
    Seen seen = new Seen();
    new ParityEvaluation(List.of(seen), SETTINGS, 4, 2).run(GeneratedLists.of(1_000, 12, 1),
        GeneratedLists.of(400, 12, 2), List.of());
    assertEquals(2 * 400 + 2 * 1_400, seen.rowsScored);
    assertEquals(List.of(1L, 2L), seen.seeds.stream().distinct().toList());
    assertEquals(2 * 1_000 + 2 * 3 * 1_400, seen.rowsLearnt);
  }

  @Test
  void times_are_given_beside_those_of_lightgbm() {
    SpeedReport report = new SpeedEvaluation(
        List.of(new LightGbmTrainer(), new XgboostTrainer(), new ByColumn(1)), SETTINGS, 2)
        .run(2_000, 12, List.of("a note"));
    assertEquals(1.0, report.trainers().getFirst().ratio());
    SpeedReport.Row xgboost = report.trainers().get(1);
    assertEquals(2, xgboost.seconds().size());
    assertEquals(xgboost.seconds().getLast()
        / report.trainers().getFirst().seconds().getLast(),
        java.util.Objects.requireNonNull(xgboost.ratio()), 1e-12);
    assertEquals(List.of("a note"), report.notes());
    assertNull(new SpeedEvaluation(List.of(new ByColumn(0)), SETTINGS, 1)
        .run(100, 12, List.of())
        .trainers()
        .getFirst()
        .ratio());
  }

  @Test
  void a_library_that_is_not_there_is_named() {
    assertTrue(NativeLibraries.missing("Peer", "no.such.Peer", "load")
        .contains("Peer is not on the class path"));
    String broken = NativeLibraries.missing("Peer", Broken.class.getName(), "load");
    assertTrue(broken.contains("does not load: UnsatisfiedLinkError: "), broken);
    assertTrue(broken.contains("apt install libgomp1"), broken);
  }

  @Test
  void the_command_is_contributed_and_says_what_it_expects() {
    Object command = ServiceLoader.load(CommandContribution.class)
        .stream()
        .map(ServiceLoader.Provider::get)
        .filter(LtrContribution.class::isInstance)
        .findFirst()
        .orElseThrow()
        .command();
    StringWriter out = new StringWriter();
    CommandLine line = new CommandLine(command).setOut(new PrintWriter(out))
        .setExecutionExceptionHandler((failure, c, parsed) -> {
          throw failure;
        });
    assertEquals(0, line.execute("--help"));
    assertTrue(out.toString().contains("--generated=ROWSxFEATURES"), out.toString());
    String missing = new MetierTrainer(
        org.metier.rank.fitting.ForestSettings.Growth.HISTOGRAM).missing();
    assertTrue(missing.contains("metier-training"), missing);
  }

  /// Scores by one column.
  private record ByColumn(int column) implements RankingTrainer {
    @Override
    public String name() {
      return "column " + column;
    }

    @Override
    public String missing() {
      return "";
    }

    @Override
    public TrainedScores train(GradedLists lists, TrainingSettings settings) {
      return new TrainedScores(other -> {
        double[] scores = new double[other.rows()];
        Arrays.setAll(scores, row -> other.featureColumns().value(row, column));
        return scores;
      }, 1);
    }
  }

  private static final class Seen implements RankingTrainer {
    private final List<Long> seeds = new ArrayList<>();
    private int rowsLearnt;
    private int rowsScored;

    @Override
    public String name() {
      return "seen";
    }

    @Override
    public String missing() {
      return "";
    }

    @Override
    public TrainedScores train(GradedLists lists, TrainingSettings settings) {
      seeds.add(settings.seed());
      rowsLearnt += lists.rows();
      return new TrainedScores(other -> {
        rowsScored += other.rows();
        return new double[other.rows()];
      }, 0);
    }
  }

  static final class Broken {
    private Broken() {}

    public static void load() {
      notThere();
    }

    private static native void notThere();
  }
}
