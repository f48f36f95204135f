package org.metier.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.evaluation.DataSheet;
import org.metier.evaluation.EvaluationRun;
import org.metier.evaluation.ModelFacts;
import org.metier.evaluation.Purpose;
import org.metier.evaluation.Quality;
import org.metier.evaluation.Selection;
import org.metier.fairness.FairnessReport;
import org.metier.fairness.Meaning;
import org.metier.fairness.RankingReport;
import org.metier.json.Json;
import org.metier.potential.Capacity;
import picocli.CommandLine;

/// Pages and figures from the command line.
class ReportCommandsTest {
  private static final String HASH = "ab".repeat(32);

  private final Path folder;
  private final Path page;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  ReportCommandsTest(@TempDir Path folder) {
    this.folder = folder;
    page = folder.resolve("made/page.html");
  }

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private String[] fairness(String... more) throws IOException {
    Random random = new Random(1);
    StringBuilder scores = new StringBuilder("id,score,selected,outcome\n");
    StringBuilder groups = new StringBuilder("id,sex,region\n");
    for (int i = 0; i < 400; i++) {
      double chance = random.nextDouble();
      scores.append("person")
          .append(i)
          .append(',')
          .append(chance)
          .append(',')
          .append(chance > 0.5 ? 1 : 0)
          .append(',')
          .append(random.nextDouble() < chance ? 1 : 0)
          .append('\n');
      groups.append("person")
          .append(i)
          .append(i % 2 == 0 ? ",f," : ",m,")
          .append(i % 3 == 0 ? "north\n" : "south\n");
    }
    List<String> arguments = new ArrayList<>(List.of("report", "fairness", "--scores",
        file("scores.csv", scores.toString()), "--groups", file("groups.csv", groups.toString()),
        "--control", "region", "--selected-means", "is offered help", "--outcome-means",
        "stays without work", "--effect", "help", "--draws", "60"));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  @Test
  void fairness_writes_a_page_and_prints_figures_that_the_next_report_is_compared_with()
      throws IOException {
    assertEquals(0, run(fairness("--out", page.toString(), "--json")), err.toString());
    String html = Files.readString(page);
    assertTrue(html.contains("is offered help"));
    assertFalse(html.contains("person1"));
    FairnessReport report = FairnessReport.read(out.toString());
    assertEquals(400, Objects.requireNonNull(report.join()).joined());
    String last = file("last.json", out.toString());
    assertEquals(0, run(fairness("--last", last, "--language", "nl", "--out", page.toString())),
        err.toString());
    assertTrue(Files.readString(page).contains("Sinds het vorige model: last.json"));
  }

  @Test
  void what_is_to_be_mended_is_said() throws IOException {
    assertEquals(2, run(fairness()));
    assertTrue(err.toString().contains("--out FILE.html"), err.toString());
    assertEquals(2, run(fairness("--json", "--control", "town")));
    assertTrue(err.toString().contains("no column \"town\""), err.toString());
    String last = file("none.json", "{\"format\":\"x\"}");
    assertEquals(2, run(fairness("--json", "--last", last)));
    assertTrue(err.toString().contains("none.json"), err.toString());
  }

  @Test
  void a_home_without_feeds_and_models_has_reports_all_the_same() throws IOException {
    String home = folder.resolve("home").toString();
    assertEquals(0, run("report", "ingest", "--home", home, "--out", page.toString()),
        err.toString());
    assertTrue(Files.readString(page).contains("No source has delivered yet."));
    assertEquals(0,
        run("report", "ranker", "--home", home, "--out", page.toString(), "--json"),
        err.toString());
    assertTrue(out.toString().contains("\"bomFormat\" : \"CycloneDX\""));
    assertTrue(Files.readString(page).contains("was not measured here"));
  }

  @Test
  void rankings_say_how_the_ranker_treats_groups() throws IOException {
    StringBuilder rankings = new StringBuilder("id,rank,grade,size\n");
    StringBuilder groups = new StringBuilder("id,sex\n");
    for (int i = 0; i < 60; i++) {
      rankings.append("p").append(i).append(",1,").append(i % 2).append(",small\n");
      rankings.append("p").append(i).append(",2,1,large\n");
      groups.append("p").append(i).append(i % 2 == 0 ? ",f\n" : ",m\n");
    }
    Path json = folder.resolve("ranking.json");
    assertEquals(0, run("report", "ranker", "--home", folder.resolve("home").toString(),
        "--rankings", file("r.csv", rankings.toString()), "--groups",
        file("g.csv", groups.toString()), "--first-means", "is shown first", "--fairness-json",
        json.toString(), "--out", page.toString()), err.toString());
    RankingReport report = Json.read(Files.readString(json), RankingReport.class);
    assertEquals(List.of("f", "m"),
        report.people().stream().map(RankingReport.Group::value).toList());
    assertTrue(Files.readString(page).contains("is shown first"));
  }

  private static EvaluationRun evaluation() {
    Random random = new Random(1);
    List<EvaluationRun.RunCase> cases = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      double chance = random.nextDouble();
      cases.add(new EvaluationRun.RunCase("person" + i, chance, null, chance > 0.5,
          random.nextDouble() < chance, null, Map.of("sex", i % 2 == 0 ? "f" : "m")));
    }
    return new EvaluationRun(EvaluationRun.FORMAT,
        new ModelFacts("potential", HASH, "logistic", "chance", List.of("tenure"), null),
        new Purpose("help early", "a counsellor decides", List.of(), "registered", "26 weeks",
            List.of("sanctions"), List.of()),
        new DataSheet(Map.of("s.csv", HASH), null, null, 200, 200, 200, Map.of(), List.of()),
        Map.of(), 1, List.of(new Quality("potential", "AUC", 0.8, 0.7, 0.9)),
        new Selection(new Meaning("is offered help", "stays without work", Meaning.Effect.HELP),
            "chance above one half", "analyst", Instant.parse("2026-11-20T09:00:00Z"), null),
        Map.of(), Set.of(), null, cases);
  }

  @Test
  void a_run_becomes_a_technical_file() throws IOException {
    EvaluationRun run = evaluation();
    assertEquals(0, run("report", "potential", "--run", file("run.json", Json.write(run)),
        "--out", page.toString(), "--json"), err.toString());
    assertTrue(Files.readString(page).contains("chance above one half"));
    assertTrue(out.toString().contains("machine-learning-model"));
    assertFalse(out.toString().contains("person1"));
    assertEquals(2, run("report", "potential", "--run", file("bad.json", "{}"), "--json"));
    assertTrue(err.toString().contains("bad.json"), err.toString());
  }

  @Test
  void a_run_is_joined_with_groups_of_a_file_of_their_own_and_a_capacity_that_was_set_later()
      throws IOException {
    StringBuilder groups = new StringBuilder("person,origin\n");
    for (int i = 0; i < 200; i++) {
      groups.append("person").append(i).append(i % 3 == 0 ? ",abroad\n" : ",here\n");
    }
    Path capacity = folder.resolve("capacity.json");
    new Capacity(HASH, 0.3, 0.3, "head of unit", "budget of the year",
        Instant.parse("2026-11-21T09:00:00Z")).write(capacity);
    String[] arguments = {"report", "potential", "--run",
      file("run.json", Json.write(evaluation())),
      "--groups", file("groups.csv", groups.toString()), "--capacity", capacity.toString(), "--out",
      page.toString(), "--language", "de", "--written-in", "fr", "--id", "person"};
    assertEquals(0, run(arguments), err.toString());
    String html = Files.readString(page);
    assertTrue(html.contains("budget of the year") && html.contains("head of unit"), html);
    assertTrue(html.contains("<dd lang=\"fr\">help early</dd>"), html);
    assertTrue(html.contains("origin: abroad") || html.contains("abroad"), html);
    assertFalse(html.contains("Gruppen nach sex"), html);
    assertEquals(2, run(java.util.Arrays.copyOf(arguments, arguments.length - 2)));
    assertTrue(err.toString().contains("name the one of ids with --id"), err.toString());
  }
}
