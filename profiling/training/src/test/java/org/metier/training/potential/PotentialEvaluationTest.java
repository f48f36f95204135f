package org.metier.training.potential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.evaluation.DataSheet;
import org.metier.evaluation.EvaluationRun;
import org.metier.evaluation.Wording;
import org.metier.match.model.ModelCard;
import org.metier.potential.Specification;
import org.metier.potential.Uncertainty;

/// Five people; the chances of four say who needs help most, of the fifth as much as of the third.
class PotentialEvaluationTest {
  private static final Specification INTAKE = Specification.example("intake");
  private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"),
      ZoneOffset.UTC);

  private static final Uncertainty OF_LEVELS = new Uncertainty.Levels(
      List.of(new Uncertainty.Level(0, 0.1)));

  @TempDir
  private Path folder = Path.of("");

  private EvaluationRun run(double capacity, String setBy) throws IOException {
    SpellTable table = SpellTable.read(folder.resolve("spells.csv"), INTAKE);
    Groups groups = Groups.read(folder.resolve("spells.csv"), folder.resolve("protected.csv"), "id",
        INTAKE, table.lines());
    ModelCard card = new ModelCard("a".repeat(64), List.of("x"), Map.of("spells.csv",
        "b".repeat(64)), 1, Map.of("choice", "HAZARD"), Map.of(),
        NOON.instant(), List.of());
    Predictions made = new Predictions(table.lines(), new double[]{0.1, 0.9, 0.4, 0.2, 0.4},
        new Boolean[]{true, false, null, false, true}, new double[]{2, 1, 0, 1.5, 1});
    return new PotentialEvaluation(INTAKE, table, folder.resolve("spells.csv"), groups, card,
        RowIds.of(folder.resolve("spells.csv"), "no such column", table.lines()), OF_LEVELS)
        .run(Map.of(), made, capacity, setBy, NOON);
  }

  private List<String> five() throws IOException {
    new SimulatedCohort(4).write(folder, 5);
    return new ArrayList<>(Files.readAllLines(folder.resolve("spells.csv")));
  }

  @Test
  void need_is_the_rest_to_one_and_whoever_needs_most_is_selected() throws IOException {
    five();
    EvaluationRun run = run(0.6, "head");
    List<EvaluationRun.RunCase> cases = run.cases();
    assertEquals(List.of(0.9, 0.1, 0.6, 0.8, 0.6), cases.stream()
        .map(c -> Math.rint(10 * Objects.requireNonNull(c.score())) / 10)
        .toList());
    assertEquals(List.of(true, false, true, true, false),
        cases.stream().map(EvaluationRun.RunCase::isSelected).toList());
    assertEquals("line-2", cases.getFirst().pseudonym());
    assertEquals(false, cases.get(0).outcome(), "who found work needed nothing");
    assertEquals(true, cases.get(1).outcome());
    assertNull(cases.get(2).outcome());
    assertNull(cases.get(2).weight());
    assertEquals(2.0, cases.getFirst().weight());
    assertTrue(cases.getFirst().groups().containsKey("sex"), cases.getFirst().toString());
  }

  @Test
  void nobody_set_the_capacity_until_somebody_did() throws IOException {
    five();
    assertNull(run(0.4, "").selection().setAt());
    assertEquals(NOON.instant(), run(0.4, "head").selection().setAt());
    assertEquals(Wording.coded("rule.share", "0.4"), run(0.4, "head").selection().rule());
  }

  @Test
  void what_intervals_leave_out_is_among_the_limits() throws IOException {
    five();
    assertTrue(run(0.4, "").purpose().limits().contains(Wording.coded("limit.levels", "")));
  }

  @Test
  void what_is_empty_is_counted_of_every_field_and_what_was_left_out_too() throws IOException {
    List<String> lines = five();
    lines.set(1, lines.get(1).replaceFirst("^([^,]*),\\d+,", "$1,,"));
    lines.set(2, lines.get(2).replaceFirst("^([^,]*),\\d+,", "$1,NA,"));
    String left = lines.get(3);
    lines.add(1, left.replaceFirst("^[^,]*,\\d+,[^,]*", "z,,many"));
    lines.add(3, left.replaceFirst("^[^,]*,\\d+,[^,]*", "y,,130"));
    Files.write(folder.resolve("spells.csv"), lines);
    DataSheet sheet = run(0.4, "").data();
    assertEquals(7, sheet.rows());
    assertEquals(5, sheet.used());
    assertEquals(4, sheet.known());
    assertEquals(Map.of(Wording.coded("exclusion.unreadable", ""), 1L,
        Wording.coded("exclusion.outside", ""), 1L),
        sheet.exclusions());
    assertEquals(2, unknown(sheet, "month"));
    assertEquals(0, unknown(sheet, "spell"));
    assertEquals(0, unknown(sheet, "sex"));
    SpellTable table = SpellTable.read(folder.resolve("spells.csv"), INTAKE);
    for (int f = 0; f < INTAKE.features().size(); f++) {
      int missing = 0;
      for (int person = 0; person < table.spells().size(); person++) {
        missing += Double.isNaN(table.spells().value(person, f)) ? 1 : 0;
      }
      assertEquals(missing, unknown(sheet, INTAKE.features().get(f).name()));
    }
  }

  @Test
  void a_declared_field_that_the_data_lack_is_unknown_of_everybody() throws IOException {
    List<String> lines = five();
    Files.write(folder.resolve("spells.csv"),
        lines.stream().map(line -> line.replaceFirst(",[^,]*", "")).toList());
    assertEquals(5, unknown(run(0.4, "").data(), "month"));
  }

  private static long unknown(DataSheet sheet, String field) {
    return sheet.fields()
        .stream()
        .filter(f -> f.name().equals(field))
        .findFirst()
        .orElseThrow()
        .unknown();
  }
}
