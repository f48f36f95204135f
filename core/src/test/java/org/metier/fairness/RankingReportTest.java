package org.metier.fairness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.json.Json;
import org.metier.text.Language;

@NullUnmarked // where a null comes instead of a figure, the test fails all the same
class RankingReportTest {
  private static final double SECOND = 1 / (Math.log(3) / Math.log(2));

  @TempDir
  private Path folder = Path.of("");

  private static RankedList.Item item(Integer grade, String size) {
    return new RankedList.Item(grade, Map.of("size", size));
  }

  /// Women see the good offer first, men second; the good one is large.
  private List<RankedList> lists() {
    List<RankedList> lists = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      RankedList.Item good = item(1, "large");
      RankedList.Item bad = item(0, "small");
      lists.add(
          new RankedList("p" + i, i % 2 == 0 ? List.of(good, bad, bad) : List.of(bad, good, bad)));
    }
    return lists;
  }

  private GroupFile groups() throws IOException {
    StringBuilder csv = new StringBuilder("id,sex\n");
    for (int i = 0; i < 60; i++) {
      csv.append("p").append(i).append(i % 2 == 0 ? ",f\n" : ",m\n");
    }
    return GroupFile.read(Files.writeString(folder.resolve("g.csv"), csv), GroupFile.ID);
  }

  @Test
  void quality_and_exposure_are_those_worked_by_hand() throws IOException {
    RankingReport report = RankingReport.of(lists(), "is shown first", groups(), 3, 20, 1);
    RankingReport.Group women = report.people().getFirst();
    RankingReport.Group men = report.people().getLast();
    assertEquals(1, women.quality().value(), 1e-12);
    assertEquals(SECOND, men.quality().value(), 1e-12);
    assertTrue(women.isReference());
    assertEquals(SECOND - 1, men.toReference().difference(), 1e-12);
    assertTrue(men.toReference().isBeyondChance());
    assertEquals((1 + SECOND) / 2, report.ndcg().value(), 1e-12);
    RankingReport.Group large = report.items().getFirst();
    assertEquals("large", large.value());
    assertEquals(60, large.number());
    // Seen 1 by half and 0.63 by half, where a third of 1 + 0.63 + 0.5 is a random order's.
    assertEquals((1 + SECOND) / 2 / ((1 + SECOND + 0.5) / 3), large.quality().value(), 1e-12);
    assertEquals(report, Json.read(Json.write(report), RankingReport.class));
    assertFalse(RankingPage.sections(report, Language.FR).isEmpty());
  }

  @Test
  void a_group_of_few_is_hidden_with_the_other_that_would_give_it_away() throws IOException {
    Path file = folder.resolve("few.csv");
    StringBuilder csv = new StringBuilder("id,origin\n");
    for (int i = 0; i < 60; i++) {
      csv.append("p").append(i).append(i < 5 ? ",abroad\n" : ",home\n");
    }
    Files.writeString(file, csv);
    RankingReport report = RankingReport.of(lists(), "is shown first",
        GroupFile.read(file, GroupFile.ID), 3, 20,
        1);
    report.people().forEach(group -> {
      assertNull(group.number());
      assertNull(group.quality());
      assertNull(group.toReference());
    });
  }

  @Test
  void lists_with_an_unknown_grade_do_not_count_as_bad() {
    List<RankedList> lists = new ArrayList<>(lists());
    lists.add(new RankedList("x", List.of(item(null, "small"), item(1, "large"))));
    RankingReport report = RankingReport.of(lists, "is shown first", null, 3, 20, 1);
    assertEquals(61, report.lists());
    assertEquals(60, report.graded());
    assertEquals((1 + SECOND) / 2, report.ndcg().value(), 1e-12);
  }

  @Test
  void a_file_of_rankings_is_read_in_the_order_of_ranks_and_bad_rows_are_counted()
      throws IOException {
    Path file = Files.writeString(folder.resolve("r.csv"), """
        id,rank,grade,size
        a,2,0,
        a,1,3,large
        a,1,2,small
        b,x,1,small
        b,1,99,small
        ,1,1,small
        b,1,,small
        """);
    RankingFile read = RankingFile.read(file, "id");
    assertEquals(List.of(
        new RankedList("a",
            List.of(item(3, "large"), new RankedList.Item(0, Map.of()))),
        new RankedList("b", List.of(item(null, "small")))), read.lists());
    assertEquals(Map.of("a rank that the list has before", 1,
        "rank is not a whole number from 1 to 1000000", 1,
        "grade is not a whole number from 0 to 30", 1, "no id", 1), read.rejected());
    assertThrows(IllegalArgumentException.class,
        () -> RankingReport.of(read.lists(), "is shown first", null, 3, 20, 1));
  }

  /// Of two ranks the first is seen alone: the large offer has it in every other list, where half of it is its due.
  @Test
  void what_stands_below_the_ranks_that_are_seen_is_not_seen() {
    List<RankedList> lists = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      lists.add(new RankedList("p" + i, i % 4 == 0
          ? List.of(item(1, "large"), item(0, "small"))
          : List.of(item(1, "small"), item(0, "large"))));
    }
    RankingReport report = RankingReport.of(lists, "is shown first", null, 1, 20, 1);
    assertEquals(0.25 / 0.5, report.items().getFirst().quality().value(), 1e-12);
    assertEquals(0.75 / 0.5, report.items().getLast().quality().value(), 1e-12);
  }

  @Test
  void what_is_not_known_is_no_reference() {
    List<RankedList> lists = new ArrayList<>();
    RankedList.Item unknown = new RankedList.Item(1, Map.of());
    for (int i = 0; i < 30; i++) {
      lists.add(new RankedList("p" + i, List.of(item(1, "large"), unknown, unknown)));
    }
    RankingReport report = RankingReport.of(lists, "is shown first", null, 3, 20, 1);
    assertEquals(List.of("", "large"), report.items()
        .stream()
        .map(RankingReport.Group::value)
        .toList());
    assertEquals(List.of(false, true), report.items()
        .stream()
        .map(RankingReport.Group::isReference)
        .toList());
  }
}
