package org.metier.fairness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.metier.fairness.EightPeople.HELP;
import static org.metier.fairness.EightPeople.cell;
import static org.metier.fairness.EightPeople.eight;
import static org.metier.fairness.EightPeople.report;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.metier.fairness.Figure.Basis;
import org.metier.json.Json;

/// What a report hides must not be told by the rest of it.
@NullUnmarked // where a null comes instead of a figure, the test fails all the same
class HiddenCellsTest {
  /// Two groups of 90 and 10: the small one is hidden, the other too, or it would follow; so is everything
  /// within them.
  @Test
  void a_small_group_is_hidden_and_cannot_be_computed_back() {
    String[] groups = new String[100];
    String[] other = new String[100];
    boolean[] selected = new boolean[100];
    for (int i = 0; i < 100; i++) {
      groups[i] = i < 90 ? "many" : "few";
      other[i] = i % 2 == 0 ? "x" : "y";
      selected[i] = i % 3 == 0;
    }
    FairnessReport report = FairnessReport.builder(HELP)
        .draws(40)
        .measure(Cases.of(selected).attribute("size", groups).attribute("other", other).build());
    for (String group : List.of("many", "few")) {
      GroupCell cell = cell(report, List.of("size"), group);
      assertNull(cell.people());
      assertEquals(Map.of(), cell.figures());
      assertEquals(Set.of(Basis.values()), cell.hidden());
      assertNull(cell(report, List.of("size", "other"), group, "x").people());
    }
    assertEquals(50, cell(report, List.of("other"), "x").people());
    assertFalse(Json.write(report).contains(":90"));
  }

  /// What the reader is given of a hidden group: nothing, not even by a gap to it.
  @Test
  void no_gap_gives_a_hidden_reference_away() {
    boolean[] selected = new boolean[200];
    String[] groups = new String[200];
    String[] regions = new String[200];
    for (int i = 0; i < 200; i++) {
      selected[i] = i % 3 == 0;
      groups[i] = i < 100 ? "a" : i < 190 ? "b" : "c";
      regions[i] = i < 110 ? "north" : "south";
    }
    FairnessReport report = FairnessReport.builder(HELP)
        .draws(40)
        .reference("group", "c")
        .measure(Cases.of(selected).attribute("group", groups).control("region", regions).build());
    assertTrue(cell(report, List.of("group"), "c").hidden().contains(Basis.PEOPLE));
    assertNull(cell(report, List.of("group"), "a").figures()
        .get(Figure.SELECTION_RATE)
        .toReference());
  }

  @Test
  void fewer_cases_than_a_figure_must_rest_on_make_no_report() {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
        () -> FairnessReport.builder(HELP).measure(eight()));
    assertEquals("a report needs at least 20 cases, as figures of fewer are hidden; were 8",
        e.getMessage());
  }

  /// Of 10, 30 and 40 people the outcome is known of 5, 30 and 25: the numbers hide the group of 30 with that of 10, the
  /// outcomes that of 40, so that of none of the three anything about outcomes may be shown.
  @Test
  void a_group_whose_number_is_hidden_shows_nothing_at_all() {
    int[] sizes = {10, 30, 40, 100, 90, 100};
    int[] known = {5, 30, 25, 100, 90, 80};
    boolean[] selected = new boolean[370];
    double[] weights = new double[370];
    String[] rows = new String[370];
    String[] columns = new String[370];
    int at = 0;
    for (int g = 0; g < 6; g++) {
      for (int i = 0; i < sizes[g]; i++) {
        selected[at] = i % 2 == 0;
        weights[at] = i < known[g] ? 1 : 0;
        rows[at] = g < 3 ? "a" : "b";
        columns[at++] = List.of("x", "y", "z").get(g % 3);
      }
    }
    FairnessReport table = FairnessReport.builder(HELP)
        .draws(40)
        .measure(Cases.of(selected)
            .outcomes(selected, weights)
            .attribute("row", rows)
            .attribute("column", columns)
            .build());
    GroupCell thirty = cell(table, List.of("row", "column"), "a", "y");
    assertNull(thirty.people());
    assertEquals(Set.of(Basis.values()), thirty.hidden());
    String[] three = Arrays.copyOf(columns, 80);
    FairnessReport line = FairnessReport.builder(HELP)
        .draws(40)
        .measure(Cases.of(Arrays.copyOf(selected, 80))
            .outcomes(Arrays.copyOf(selected, 80), Arrays.copyOf(weights, 80))
            .attribute("column", three)
            .build());
    assertEquals(Set.of(Basis.values()), cell(line, List.of("column"), "y").hidden());
  }
}
