package org.metier.training.potential;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metier.potential.Specification;

/// Rows, groups and predictions that are easily lost in silence.
class SpellTableTest {
  private static final Specification INTAKE = Specification.example("intake");

  @TempDir
  private Path folder = Path.of("");

  /// Twenty people, and the lines of their table.
  private List<String> people() throws IOException {
    new SimulatedCohort(5).write(folder, 20);
    return new ArrayList<>(Files.readAllLines(folder.resolve("spells.csv")));
  }

  private SpellTable read(List<String> lines) throws IOException {
    return SpellTable.read(Files.write(folder.resolve("spells.csv"), lines), INTAKE);
  }

  private static String with(String row, int column, String value) {
    String[] cells = row.split(",", -1);
    cells[column] = value;
    return String.join(",", cells);
  }

  @Test
  void who_is_known_to_be_outside_the_population_is_counted_and_not_learnt_from()
      throws IOException {
    List<String> lines = people();
    lines.set(1, with(lines.get(1), 2, "120"));
    lines.set(2, with(lines.get(2), 2, "120.5"));
    lines.set(3, with(lines.get(3), 2, ""));
    lines.set(4, with(lines.get(4), 2, "700"));
    SpellTable table = read(lines);
    ReadReport report = table.report();
    assertEquals(20, report.rows());
    assertEquals(1, report.outside());
    assertEquals(1, report.refused());
    assertEquals(18, report.accepted());
    assertEquals(18, table.spells().size());
    assertEquals(2, table.lines()[0]);
    assertEquals(4, table.lines()[1]);
    assertEquals("left out of 20 rows: 1 with a cell that cannot be read, 1 outside the population",
        report.leftOut());
  }

  /// A decimal comma without quotes makes two cells of one, and shifts all behind it into other columns.
  @Test
  void a_row_of_too_many_cells_is_refused_and_not_read_shifted() throws IOException {
    List<String> lines = people();
    lines.set(2, with(lines.get(2), 3, "3,5"));
    ReadReport report = read(lines).report();
    assertEquals(1, report.refused());
    assertEquals(19, report.accepted());
    assertTrue(report.problems()
        .getFirst()
        .startsWith("line 3: the row in line 3 has 27 cells, but"
            + " the header 26"),
        report.problems().toString());
  }

  @Test
  void an_end_of_which_no_flag_says_anything_is_unstated_and_no_censoring() throws IOException {
    List<String> lines = people();
    int last = lines.get(0).split(",").length - 1;
    for (int row = 1; row <= 3; row++) {
      lines.set(row, with(lines.get(row), last, row == 1 ? "" : row == 2 ? "NA" : "0"));
    }
    SpellTable table = read(lines);
    assertEquals(2, table.report().unstatedEnds());
    assertEquals(20 - table.report().exits() - 2, table.report().censored());
  }

  /// 0.1 as a float is a little more than 0.1.
  @Test
  void a_value_at_the_very_edge_of_the_population_is_in_it() throws IOException {
    List<String> lines = people();
    lines.set(1, with(lines.get(1), 2, "0.1"));
    Specification narrow = Specification.parse("narrow",
        INTAKE.toJson().replace("\"high\" : 120.0", "\"high\" : 0.1"));
    Files.write(folder.resolve("spells.csv"), lines.subList(0, 2));
    assertEquals(1, SpellTable.read(folder.resolve("spells.csv"), narrow).report().accepted());
  }

  @Test
  void each_spell_of_a_person_is_in_the_persons_groups() throws IOException {
    List<String> lines = people();
    lines.set(7, with(lines.get(7), 0, lines.get(3).split(",", 2)[0]));
    SpellTable table = read(lines);
    Groups groups = Groups.read(folder.resolve("spells.csv"), folder.resolve("protected.csv"),
        "id", INTAKE, table.lines());
    for (int a = 0; a < groups.attributes().size(); a++) {
      assertTrue(groups.isKnown(2, a) && groups.isKnown(6, a));
      assertEquals(groups.byPerson(a)[2], groups.byPerson(a)[6]);
    }
    assertEquals(List.of(), groups.gaps());
  }

  @Test
  void people_without_a_group_are_counted_and_rows_without_a_pseudonym_are_nobodys()
      throws IOException {
    List<String> lines = people();
    lines.set(2, with(lines.get(2), 0, ""));
    SpellTable table = read(lines);
    Path apart = folder.resolve("protected.csv");
    List<String> groups = new ArrayList<>(Files.readAllLines(apart));
    groups.set(1, with(groups.get(1), 1, "both"));
    groups.set(2, with(groups.get(2), 0, ""));
    groups.remove(20);
    Files.write(apart, groups);
    assertEquals(List.of(
        "1 protected cells have a value that is not declared; these people are measured in no group of it",
        "sex is unknown of 3 of 20 people", "origin is unknown of 2 of 20 people",
        "age is unknown of 2 of 20 people"),
        Groups.read(folder.resolve("spells.csv"), apart, "id", INTAKE, table.lines()).gaps());
    Path spells = folder.resolve("spells.csv");
    assertEquals(19, Groups.pseudonyms(spells, "id", table.lines()).size());
    assertEquals(Set.of(lines.get(5).split(",", 2)[0]),
        Groups.pseudonyms(spells, "id", new int[]{3, 6}));
    assertEquals(Set.of(), Groups.pseudonyms(spells, "who", table.lines()));
  }

  @Test
  void predictions_of_another_table_have_no_groups_here() throws IOException {
    people();
    IllegalArgumentException other = assertThrows(IllegalArgumentException.class,
        () -> Groups.read(folder.resolve("spells.csv"), folder.resolve("protected.csv"), "id",
            INTAKE, new int[]{2, 22}));
    assertTrue(String.valueOf(other.getMessage()).contains("no row begins in line 22"),
        other.getMessage());
  }

  @Test
  void predictions_are_read_back_as_they_were_written() throws IOException {
    Predictions made = new Predictions(new int[]{2, 5, 9}, new double[]{0.25, 0, 1},
        new Boolean[]{true, null, false}, new double[]{1.5, 0, 20});
    Path file = folder.resolve("p.csv");
    made.write(file);
    Predictions again = Predictions.read(file);
    assertArrayEquals(made.lines(), again.lines());
    assertArrayEquals(made.chances(), again.chances());
    assertArrayEquals(made.outcomes(), again.outcomes());
    assertArrayEquals(made.weights(), again.weights());
  }

  @ParameterizedTest
  @ValueSource(strings = {"3,0.5,yes,1", "3,0.5,2,1", "3,1.5,1,1", "3,0.5,1,-1", "3,0.5,1,NaN",
    "2,0.5,1,1", "x,0.5,1,1", "3,,1,1", "3,0.5,1,1e300"})
  void a_prediction_that_says_something_else_is_refused_with_its_line(String row)
      throws IOException {
    Path file = Files.writeString(folder.resolve("p.csv"),
        "line,chance,outcome,weight\n2,0.5,1,1\n" + row + "\n");
    IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
        () -> Predictions.read(file));
    assertTrue(String.valueOf(refused.getMessage()).startsWith(file + ":3: expected"),
        refused.getMessage());
  }

  @Test
  void nobody_in_the_cohort_contradicts_the_specification() {
    SimulatedCohort cohort = new SimulatedCohort(8);
    Spells spells = cohort.spells(2_000);
    int leaving = INTAKE.featureNumber("leaving");
    int years = INTAKE.featureNumber("yearsWorked");
    int neverWorked = 0;
    for (int i = 0; i < spells.size(); i++) {
      if (spells.value(i, leaving) == 4) {
        neverWorked++;
        assertTrue(Double.isNaN(spells.value(i, years)) || spells.value(i, years) == 0);
      }
    }
    assertTrue(neverWorked > 100, "one in ten has had no job yet, were " + neverWorked);
  }
}
