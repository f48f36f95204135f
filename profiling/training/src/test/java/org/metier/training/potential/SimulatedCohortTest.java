package org.metier.training.potential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.potential.Specification;

class SimulatedCohortTest {
  private static final int PEOPLE = 8_000;

  @Test
  void what_is_written_is_what_is_made_in_memory_and_the_same_every_time(@TempDir Path folder)
      throws IOException {
    new SimulatedCohort(3).write(folder.resolve("a"), 500);
    new SimulatedCohort(3).write(folder.resolve("b"), 500);
    new SimulatedCohort(4).write(folder.resolve("c"), 500);
    assertEquals(-1L,
        Files.mismatch(folder.resolve("a/spells.csv"), folder.resolve("b/spells.csv")));
    assertTrue(Files.mismatch(folder.resolve("a/spells.csv"), folder.resolve("c/spells.csv")) > 0);
    Spells made = new SimulatedCohort(3).spells(500);
    SpellTable read = SpellTable.read(folder.resolve("a/spells.csv"),
        Specification.read(folder.resolve("a/specification.json")));
    assertEquals(500, read.report().accepted());
    for (int i = 0; i < 500; i++) {
      assertEquals(made.units(i), read.spells().units(i));
      assertEquals(made.isExit(i), read.spells().isExit(i));
      for (int f = 0; f < made.features(); f++) {
        assertEquals(made.value(i, f), read.spells().value(i, f), "person " + i);
      }
    }
  }

  /// Within eight weeks, when nearly everybody is still seen: by the bias, e to the -.5 of the hazard, and by the later
  /// market, e to the -.35; what else differs between the two is worth a tenth at most.
  @Test
  void the_planted_bias_and_the_planted_drift_are_in_the_spells() {
    SimulatedCohort cohort = new SimulatedCohort(2);
    SimulatedCohort.Person person = cohort.person();
    double[][] found = new double[2][2];
    double[][] all = new double[2][2];
    for (long number = 0; number < 20_000; number++) {
      cohort.fill(person, number);
      int abroad = person.isFromAbroad ? 1 : 0;
      int late = person.month >= cohort.truth().driftMonth() ? 1 : 0;
      all[abroad][late]++;
      found[abroad][late] += person.hasFoundWork && person.units <= 4 ? 1 : 0;
    }
    double here = (found[0][0] + found[0][1]) / (all[0][0] + all[0][1]);
    double abroad = (found[1][0] + found[1][1]) / (all[1][0] + all[1][1]);
    double early = (found[0][0] + found[1][0]) / (all[0][0] + all[1][0]);
    double late = (found[0][1] + found[1][1]) / (all[0][1] + all[1][1]);
    assertTrue(abroad / here > 0.5 && abroad / here < 0.75, "by origin " + abroad / here);
    assertTrue(late / early > 0.5 && late / early < 0.8, "by month " + late / early);
  }

  @Test
  void the_proxy_test_finds_the_planted_proxy_and_only_that_group(@TempDir Path folder)
      throws IOException {
    SimulatedCohort cohort = new SimulatedCohort(1);
    cohort.write(folder, PEOPLE);
    SpellTable table = SpellTable.read(folder.resolve("spells.csv"), cohort.specification());
    Groups groups = Groups.read(folder.resolve("spells.csv"), folder.resolve("protected.csv"),
        "id", cohort.specification(), table.lines());
    List<ProxyTest.Found> found = new ProxyTest(table.spells(), groups, 1).run();
    for (ProxyTest.Found group : found) {
      if (group.group().equals(cohort.truth().biasGroup())) {
        assertEquals(cohort.truth().proxy(), group.proxies().getFirst().feature());
        assertTrue(group.interval().low() > 0.7, group.toString());
      } else {
        assertTrue(group.auc() > 0.45 && group.auc() < 0.55, group.toString());
        assertEquals(List.of(), group.proxies());
      }
    }
    assertEquals(5, found.size());
  }

  @Test
  void rows_that_cannot_be_read_are_counted_and_named_and_never_dropped_in_silence(
      @TempDir Path folder) throws IOException {
    SimulatedCohort cohort = new SimulatedCohort(1);
    cohort.write(folder, 20);
    Path file = folder.resolve("spells.csv");
    List<String> lines = Files.readAllLines(file);
    lines.set(2, lines.get(2).replaceFirst(",[a-z]+,(\\d+),([01])$", ",moon,$1,$2"));
    lines.set(4, lines.get(4).replaceFirst(",\\d+,([01])$", ",,$1"));
    Files.write(file, lines);
    ReadReport report = SpellTable.read(file, cohort.specification()).report();
    assertEquals(20, report.rows());
    assertEquals(2, report.refused());
    assertTrue(report.problems().getFirst().startsWith("line 3: \"district\""), report.toString());
    assertTrue(!report.toString().contains("moon"));
    assertTrue(report.problems().get(1).startsWith("line 5: \"spell\""), report.toString());
  }

  @Test
  void a_declared_column_that_is_missing_is_named(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("t.csv");
    Files.writeString(file, "id,month\n1,2\n");
    IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
        () -> SpellTable.read(file, new SimulatedCohort(1).specification()));
    assertTrue(
        String.valueOf(refused.getMessage()).contains("there is no column \"monthsSinceWork\""),
        refused.getMessage());
  }
}
