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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metier.audit.AuditEvent;
import org.metier.audit.AuditLog;
import org.metier.home.Home;
import org.metier.potential.CalibrationMap;
import org.metier.potential.Capacity;
import org.metier.potential.Column;
import org.metier.potential.Family;
import org.metier.potential.Field;
import org.metier.potential.PotentialModel;
import org.metier.potential.Specification;
import org.metier.potential.TrainedField;
import org.metier.potential.TrainedOn;
import org.metier.potential.Uncertainty;
import org.metier.rank.Forest;
import picocli.CommandLine;

/// Scoring over a model that looks at the months without work and the licence alone.
class PotentialScoreCommandTest {
  private static final Specification INTAKE = Specification.example("intake");
  private static final List<String> LOOKED_AT = List.of("monthsSinceWork", "licence");

  @TempDir
  private Path folder = Path.of("");
  private Path model = Path.of("");

  /// What a call printed and how it ended.
  private record Outcome(int exit, String out, String err) {}

  @BeforeEach
  void a_model_is_there() throws IOException {
    model = folder.resolve("model.json");
    Files.write(model, made().toBytes());
  }

  private static PotentialModel made() {
    List<Double> weights = List.of(-0.1, 0.8);
    Uncertainty.Refit refit = new Uncertainty.Refit(0, weights);
    List<TrainedField> trained = INTAKE.features()
        .stream()
        .map(f -> new TrainedField(f.name(), 1, 0, f.name().equals("monthsSinceWork") ? 100 : 1,
            List.of(), LOOKED_AT.contains(f.name()) ? 0.3 : 0))
        .toList();
    return new PotentialModel(INTAKE.sha256(), INTAKE.name(), 26, Family.LOGISTIC,
        Family.LOGISTIC.link(), INTAKE.features().stream().map(Field::name).toList(), 0,
        List.of(new Column.Value("monthsSinceWork", 0, 100, 10),
            new Column.Value("licence", 0, 1, 0.5)),
        weights, Forest.of(INTAKE.features().size(), 0, List.of()), new CalibrationMap.Line(0, 1),
        new Uncertainty.Refits(List.of(refit, refit)), trained, new TrainedOn(1_000, 500, 100));
  }

  private Outcome score(String... more) {
    List<String> arguments = new ArrayList<>(List.of("potential", "score", "--spec", "intake",
        "--model", model.toString(), "--home", folder.resolve("home").toString()));
    arguments.addAll(List.of(more));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Main.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err));
    int exit = line.execute(arguments.toArray(String[]::new));
    return new Outcome(exit, out.toString(), err.toString());
  }

  private Path table(String... rows) throws IOException {
    return Files.write(folder.resolve("people.csv"), List.of(rows));
  }

  private AuditLog log() {
    return AuditLog.open(Home.open(folder.resolve("home")));
  }

  @Test
  void every_row_is_scored_abstained_on_or_refused_and_counted() throws IOException {
    Path people = table("who,monthsSinceWork,licence,sex", "a,4,1,male", "b,,1,female",
        "c,many,1,male", "d,300,0,male");
    Outcome scored = score("--data", people.toString());
    assertEquals(0, scored.exit(), scored.err());
    List<String> lines = scored.out().lines().toList();
    assertEquals(4, lines.size(), scored.out());
    assertTrue(
        lines.get(0).startsWith("{\"line\":2,\"from\":\"RATHER_HIGH\",\"to\":\"RATHER_HIGH\""),
        lines.get(0));
    assertTrue(lines.get(1).contains("POPULATION_UNKNOWN:monthsSinceWork"), lines.get(1));
    assertTrue(lines.get(2).contains("\"refused\":\"\\\"monthsSinceWork\\\" is no number"),
        lines.get(2));
    assertTrue(lines.get(3).contains("OUTSIDE_POPULATION:monthsSinceWork"), lines.get(3));
    assertTrue(scored.err().contains("4 rows: 1 scored, 2 without a chance, 1 refused"),
        scored.err());
    assertTrue(scored.err().contains("unknown of everybody: yearsWorked, leaving"), scored.err());
    assertFalse(scored.out().contains("male") || scored.out().contains("many"), scored.out());
  }

  @Test
  void with_an_audit_each_row_is_recorded_as_its_persons_before_it_is_shown() throws IOException {
    log();
    Path people = table("who,monthsSinceWork,licence", "anna,4,1", "bea,,1", ",4,1", "bea,9,0",
        "cem,many,0");
    Outcome scored = score("--data", people.toString(), "--audit", "who");
    assertEquals(0, scored.exit(), scored.err());
    assertEquals(1, log().of("anna").size());
    assertEquals(2, log().of("bea").size());
    assertEquals(0, log().of("cem").size());
    List<String> lines = scored.out().lines().toList();
    assertTrue(lines.get(0).endsWith("\"entry\":" + log().of("anna").getFirst().n() + "}"),
        lines.get(0));
    assertTrue(log().of("bea").getLast().event() instanceof AuditEvent.Abstained);
    assertTrue(lines.get(1).endsWith("\"entry\":" + log().of("bea").getLast().n() + "}"));
    assertTrue(lines.get(2).contains("\"refused\":\"\\\"who\\\" is empty"), lines.get(2));
    assertFalse(lines.get(4).contains("entry"), lines.get(4));
    assertTrue(scored.err()
        .contains("5 rows: 2 scored, 1 without a chance, 2 refused; all but"
            + " those refused are in the audit log"),
        scored.err());
    assertFalse(scored.out().contains("anna"), scored.out());
  }

  @Test
  void more_rows_than_are_recorded_at_once_keep_their_order_and_entries() throws IOException {
    log();
    List<String> rows = new ArrayList<>(List.of("who,monthsSinceWork,licence"));
    for (int row = 0; row < 4_500; row++) {
      rows.add("p" + row + "," + (row % 7 == 0 ? "" : row % 50) + "," + row % 2);
    }
    Outcome scored = score("--data", table(rows.toArray(String[]::new)).toString(), "--audit",
        "who");
    List<String> lines = scored.out().lines().toList();
    assertEquals(4_500, lines.size());
    for (int row : new int[]{0, 1, 1_999, 2_000, 2_001, 3_999, 4_000, 4_499}) {
      assertTrue(lines.get(row).startsWith("{\"line\":" + (row + 2) + ","), lines.get(row));
      assertTrue(lines.get(row).endsWith("\"entry\":" + log().of("p" + row).getFirst().n() + "}"),
          lines.get(row));
    }
  }

  @Test
  void what_was_recorded_can_be_computed_again() throws IOException {
    log();
    score("--data", table("who,monthsSinceWork,licence", "anna,4,1", "bea,30,0").toString(),
        "--audit", "who");
    StringWriter out = new StringWriter();
    assertEquals(0, Main.commandLine()
        .setOut(new PrintWriter(out))
        .execute("audit", "replay", "--home", folder.resolve("home").toString()));
    assertTrue(out.toString().contains("identical: 2"), out.toString());
  }

  @Test
  void a_row_whose_cells_are_shifted_by_a_comma_is_refused() throws IOException {
    Outcome scored = score("--data",
        table("who,monthsSinceWork,licence", "anna,3,5,1", "bea,3,1").toString());
    List<String> lines = scored.out().lines().toList();
    assertTrue(lines.get(0).contains("has 4 cells, but the header 3"), lines.get(0));
    assertTrue(lines.get(1).contains("\"from\""), lines.get(1));
    assertTrue(scored.err().contains("2 rows: 1 scored, 0 without a chance, 1 refused"),
        scored.err());
  }

  @Test
  void rows_before_a_place_that_cannot_be_read_are_told() throws IOException {
    Path people = table("who,monthsSinceWork,licence", "anna,4,1", "\"bea,30,0");
    Outcome scored = score("--data", people.toString());
    assertEquals(2, scored.exit());
    assertEquals(1, scored.out().lines().count());
    assertTrue(scored.err().contains("cannot be read as a table after line"), scored.err());
  }

  @Test
  void a_capacity_says_who_is_invited_and_of_whom_there_is_no_chance_nothing() throws IOException {
    Path capacity = folder.resolve("capacity.json");
    new Capacity(made().sha256(), 0.2, 0.5, "head", "budget", Instant.EPOCH).write(capacity);
    Path people = table("who,monthsSinceWork,licence", "anna,4,1", "bea,30,0", "cem,,0");
    List<String> lines = score("--data", people.toString(), "--capacity", capacity.toString())
        .out()
        .lines()
        .toList();
    assertTrue(lines.get(0).contains("\"isInvited\":false"), lines.get(0));
    assertTrue(lines.get(1).contains("\"isInvited\":true"), lines.get(1));
    assertFalse(lines.get(2).contains("isInvited"), lines.get(2));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "--answer licence=1 --answer licence=0|--answer says \"licence\" twice",
    "--answer licence|--answer must be a field, '=' and what is known",
    "--answer =1|--answer must be a field",
    "--answer licence=1 --capacity c.json|--capacity is for a table",
    "--answer licence=1 --audit p|has no audit log",
    "--answer sex=female|\"sex\" is protected",
    "--answer shoe=44|\"shoe\" is not declared in the specification intake",
    "--answer foundWork=1|\"foundWork\" is declared as OUTCOME, not as a feature",
    "--answer education=phd|\"education\" has a value that is not declared",
    "--answer monthsSinceWork=3,5|a number with a decimal point, such as 3.5, from 0.0 to 600.0 (months)",
    "--data DATA --profile p.json --occupation o|--profile and --occupation are for one person",
    "--data DATA --audit pseudonym|no column \"pseudonym\" with the ids of people",
    "--data OTHER|no column of any feature"})
  void what_does_not_go_together_is_refused_and_never_left_alone_in_silence(String options,
      String message) throws IOException {
    Path people = table("who,monthsSinceWork,licence", "anna,4,1");
    Path other = Files.writeString(folder.resolve("other.csv"), "who,sex\na,male\n");
    if (options.contains("pseudonym")) {
      log();
    }
    Outcome refused = score(options.replace("DATA", people.toString())
        .replace("OTHER", other.toString())
        .split(" "));
    assertEquals(2, refused.exit(), refused.out());
    assertEquals("", refused.out());
    assertTrue(refused.err().contains(message), refused.err());
  }

  @Test
  void an_answer_left_open_is_unknown() {
    Outcome open = score("--answer", "licence=", "--answer", "monthsSinceWork=4");
    assertEquals(0, open.exit(), open.err());
    Outcome closed = score("--answer", "monthsSinceWork=4");
    assertEquals(closed.out(), open.out());
    assertTrue(open.out().contains("Do you have a driving licence"), open.out());
  }

  @Test
  void a_profile_that_cannot_be_read_is_named() throws IOException {
    Path profile = Files.writeString(folder.resolve("profile.json"), "{}");
    Outcome refused = score("--answer", "licence=1", "--profile", profile.toString(),
        "--occupation", "o");
    assertEquals(2, refused.exit());
    assertTrue(refused.err().contains(profile + ": line 1"), refused.err());
    assertTrue(refused.err().contains("./metier profile --json"), refused.err());
  }
}
