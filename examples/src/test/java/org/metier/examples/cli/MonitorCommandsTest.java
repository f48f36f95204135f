package org.metier.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.audit.AuditLog;
import org.metier.audit.AuditSettings;
import org.metier.audit.ScoreRecord;
import org.metier.home.Home;
import org.metier.oversight.CaseId;
import org.metier.oversight.OverrideReason;
import org.metier.oversight.Oversight;
import org.metier.oversight.Rating;
import picocli.CommandLine;

/// A model in service, looked after from the command line.
class MonitorCommandsTest {
  private static final Instant SCORED = Instant.parse("2026-01-05T08:00:00Z");
  private static final String MODEL = "ab".repeat(32);

  private final Path folder;
  private final Home home;

  MonitorCommandsTest(@TempDir Path folder) {
    this.folder = folder;
    home = Home.open(folder.resolve("home"));
    AuditLog.configure(home, AuditSettings.STANDARD.withForcing(AuditSettings.Forcing.SYSTEM));
  }

  private record Outcome(int exit, String out, String err) {}

  private Outcome run(String... arguments) {
    CommandLine line = Main.commandLine();
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    List<String> all = new ArrayList<>(List.of("monitor"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--home", home.folder().toString()));
    return new Outcome(line.execute(all.toArray(String[]::new)), out.toString(), err.toString());
  }

  private AuditLog log() {
    return AuditLog.open(home, Clock.fixed(SCORED, ZoneOffset.UTC));
  }

  private static ScoreRecord record(double chance) {
    return new ScoreRecord("potential-26w", "facts", MODEL, "ef".repeat(32), chance, "HIGH",
        List.of());
  }

  /// People whose true chances are 10 to 90 %, and of whom just as many as that have the outcome.
  ///
  /// @param bias by how much what was said of them is too high
  /// @return the file of their outcomes
  private String people(int number, double bias) throws IOException {
    Random random = new Random(1);
    List<String> ids = new ArrayList<>();
    List<ScoreRecord> scores = new ArrayList<>();
    List<String> outcomes = new ArrayList<>(List.of("id,outcome"));
    List<String> challenger = new ArrayList<>(List.of("id,score"));
    double open = 0.5;
    for (int i = 0; i < number; i++) {
      double truth = 0.1 + 0.8 * random.nextDouble();
      ids.add("person" + i);
      scores.add(record(Math.min(1, truth + bias)));
      open += truth;
      outcomes.add("person" + i + "," + (int) open);
      open -= (int) open;
      challenger.add("person" + i + "," + truth);
    }
    log().recordScores(ids, scores);
    Files.write(folder.resolve("challenger.csv"), challenger);
    return Files.write(folder.resolve("outcomes.csv"), outcomes).toString();
  }

  @Test
  void a_model_that_holds_is_cleared() throws IOException {
    Outcome held = run("calibration", "--outcomes", people(500, 0), "--as-of", "2026-10-01");
    assertEquals(0, held.exit(), held.err());
    assertTrue(held.out().contains("outcome due and known            500"), held.out());
    assertTrue(held.out().contains("No alarm, and the forecasts hold. Of 500 people"), held.out());
    assertFalse(held.out().contains("person1"), held.out());
  }

  @Test
  void a_model_that_decayed_raises_an_alarm_that_stays_in_the_state() throws IOException {
    String outcomes = people(200, 0.2);
    String state = folder.resolve("state.json").toString();
    Outcome early = run("calibration", "--outcomes", outcomes, "--as-of", "2026-07-06", "--state",
        state);
    assertEquals(0, early.exit(), early.err());
    assertTrue(
        early.out().contains("not due yet                      200; the first on 2026-07-06"),
        early.out());
    assertTrue(early.out()
        .contains("No outcome is due yet: nothing can be said, neither alarm nor"
            + " all-clear."),
        early.out());
    Outcome alarm = run("calibration", "--outcomes", outcomes, "--as-of", "2026-07-07", "--state",
        state);
    assertEquals(2, alarm.exit(), alarm.err());
    assertTrue(alarm.out().contains("ALARM: the forecasts no longer hold."), alarm.out());
    assertTrue(alarm.out().contains("points higher than what came about"), alarm.out());
    Files.writeString(Path.of(outcomes), "id,outcome\n");
    Outcome stays = run("calibration", "--outcomes", outcomes, "--as-of", "2026-07-08", "--state",
        state, "--json");
    assertEquals(2, stays.exit(), stays.err());
    assertTrue(stays.out().contains("\"verdict\" : \"ALARM\""), stays.out());
    assertTrue(stays.out().contains("\"outcomes\" : 200"), stays.out());
  }

  @Test
  void few_outcomes_and_missing_ones_are_no_all_clear() throws IOException {
    String outcomes = people(500, 0);
    List<String> lines = Files.readAllLines(Path.of(outcomes));
    Files.write(Path.of(outcomes), lines.subList(0, 441));
    Outcome missing = run("calibration", "--outcomes", outcomes, "--as-of", "2026-10-01");
    assertEquals(0, missing.exit(), missing.err());
    assertTrue(missing.out().contains("no all-clear: too many outcomes are missing."),
        missing.out());
    assertTrue(missing.out().contains("Of those due, 12.0 % have no outcome."), missing.out());
    Files.write(Path.of(outcomes), lines.subList(0, 31));
    Outcome few = run("calibration", "--outcomes", outcomes, "--as-of", "2026-10-01");
    assertEquals(0, few.exit(), few.err());
    assertTrue(few.out().contains("no all-clear: too few outcomes to tell."), few.out());
    assertTrue(few.out().contains("fewer than 20"), few.out());
  }

  @Test
  void a_home_without_scores_says_so() {
    log();
    Outcome calibration = run("calibration");
    assertEquals(0, calibration.exit(), calibration.err());
    assertTrue(calibration.out().contains("nothing can be said"), calibration.out());
    Outcome json = run("calibration", "--json");
    assertEquals(0, json.exit(), json.err());
    assertTrue(json.out().contains("\"TOO_FEW\""), json.out());
    Outcome overrides = run("overrides");
    assertEquals(0, overrides.exit(), overrides.err());
    assertTrue(overrides.out().contains("neither alarm nor all-clear"), overrides.out());
    Outcome challenger = run("challenger", "--scores", "none.csv");
    assertEquals(0, challenger.exit(), challenger.err());
    assertTrue(challenger.out().contains("nothing can be compared"), challenger.out());
  }

  private void show(int from, int until, boolean isOverruled) {
    AuditLog log = log();
    Oversight oversight = Oversight.of(home, log);
    for (int i = from; i < until; i++) {
      CaseId id = new CaseId("p" + i, "potential-26w");
      oversight.begin(id, () -> 0.4, MonitorCommandsTest::record)
          .rate(new Rating("HIGH", 0.5), "counsellor");
      if (isOverruled) {
        oversight.override(id, new Rating("LOW", 0.2), OverrideReason.KNOWS_MORE, "", "counsellor");
      }
    }
  }

  @Test
  void a_model_that_nearly_everybody_overrules_raises_an_alarm() {
    show(0, 40, true);
    Outcome always = run("overrides");
    assertEquals(2, always.exit(), always.err());
    assertTrue(always.out().contains("ALARM: surely above 90.0 %. Nobody believes the model"),
        always.out());
    assertTrue(always.out().contains("(0 upwards, 40 downwards, 0 lifted)"), always.out());
    assertEquals(0, run("overrides", "--high", "0.99").exit());
    assertEquals(0, run("overrides", "--model", "cd").exit());
    assertEquals(0, run("overrides", "--from", "2026-01-06").exit());
    Outcome until = run("overrides", "--until", "2026-01-06", "--json");
    assertEquals(2, until.exit());
    assertTrue(until.out().contains("\"NEAR_ALWAYS\""), until.out());
  }

  @Test
  void a_model_that_nobody_overrules_raises_an_alarm_and_few_cases_none() {
    show(0, 30, false);
    Outcome few = run("overrides");
    assertEquals(0, few.exit(), few.err());
    assertTrue(few.out().contains("no all-clear: too few cases"), few.out());
    Outcome never = run("overrides", "--low", "0.2");
    assertEquals(2, never.exit(), never.err());
    assertTrue(never.out().contains("Nobody may be looking"), never.out());
  }

  @Test
  void a_challenger_is_compared_on_the_same_people() throws IOException {
    String outcomes = people(200, 0.25);
    String[] arguments = {"challenger", "--outcomes", outcomes, "--as-of", "2026-10-01", "--scores",
      folder.resolve("challenger.csv").toString()};
    Outcome better = run(arguments);
    assertEquals(0, better.exit(), better.err());
    assertTrue(better.out().contains("The challenger forecasts better"), better.out());
    assertTrue(better.out().contains("scored by both                     200"), better.out());
    Files.writeString(folder.resolve("challenger.csv"), "id,score\nperson1,0.4\nperson2,7\n");
    Outcome few = run(arguments);
    assertTrue(few.out().contains("Nothing can be said: fewer than 50"), few.out());
    assertTrue(few.out().contains("not scored by the challenger       199"), few.out());
    assertTrue(few.err().contains("challenger.csv:3: score is no chance"), few.err());
    Outcome none = run("challenger", "--outcomes", outcomes);
    assertEquals(2, none.exit());
    assertTrue(none.err().contains("--scores"), none.err());
  }
}
