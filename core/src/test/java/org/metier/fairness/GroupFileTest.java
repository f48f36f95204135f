package org.metier.fairness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked // where a null comes instead of a figure, the test fails all the same
class GroupFileTest {
  @TempDir
  private Path folder = Path.of("");

  private Path write(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), List.of(lines));
  }

  @Test
  void groups_are_joined_by_pseudonym_and_everything_that_was_not_is_counted() throws IOException {
    ScoreFile scores = ScoreFile.read(write("scores.csv", "id,score,selected,outcome,weight",
        "p1,0.9,1,1,2.5",
        "p2,,0,,",
        "p3,0.4,0,0,",
        "p3,0.4,0,0,",
        "p4,high,0,0,",
        ",0.4,0,0,",
        "p5,0.1,maybe,0,",
        "p6,0.1,0,1,-1"), GroupFile.ID);
    GroupFile.Groups groups = scores.groups(GroupFile.read(write("groups.csv",
        "id,sex,region",
        "p3,m,north",
        " p1 , f ,",
        "p9,f,south",
        "p8,f,south",
        "p8,m,south",
        "p7,m",
        "p7,m,south,x"), GroupFile.ID));
    assertArrayEquals(new String[]{"f", "", "m"}, groups.of("sex"));
    assertArrayEquals(new String[]{"", "", "north"}, groups.of("region"));
    Join join = groups.join();
    assertEquals(3, join.scored());
    assertEquals(2, join.joined());
    assertEquals(1, join.withoutGroups());
    assertEquals(1, join.groupsWithoutScore());
    assertEquals(Map.of("an id that was scored in an earlier row", 1,
        "score is not a number such as 0.42", 1, "no id", 1,
        "selected is neither 1 nor 0", 1, "weight is not above 0", 1,
        "an id that stands in more than one row; none of them is used", 2,
        "more or fewer cells than the header", 2), join.rejected());
    assertEquals("scores.csv:5: an id that was scored in an earlier row",
        join.problems().getFirst());
    Cases cases = scores.cases().build();
    assertTrue(cases.areChances());
    assertEquals(2.5, cases.weight(0));
    assertFalse(cases.isScored(1));
    assertFalse(cases.isKnown(1));
    assertEquals(1, cases.weight(2));
  }

  @Test
  void scores_beyond_one_only_put_people_in_order() throws IOException {
    ScoreFile scores = ScoreFile.read(write("s.csv", "id,score,selected", "a,3,1", "b,1,0"),
        GroupFile.ID);
    assertFalse(scores.cases().build().areChances());
  }

  @Test
  void a_file_that_is_none_says_what_is_missing() throws IOException {
    Path noColumn = write("x.csv", "person,sex", "p1,f");
    assertEquals(noColumn
        + ": has no column \"id\"; its columns are [person, sex]; name the one of ids with --id",
        assertThrows(IllegalArgumentException.class, () -> GroupFile.read(noColumn, GroupFile.ID))
            .getMessage());
    Path empty = write("e.csv", "id,sex");
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> GroupFile.read(empty, GroupFile.ID))
            .getMessage()
            .contains("has no rows"));
    Path alone = write("a.csv", "id", "p1");
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> GroupFile.read(alone, GroupFile.ID))
            .getMessage()
            .contains("no attribute beside id"));
    Path latin = folder.resolve("l.csv");
    Files.write(latin, new byte[]{'p', 's', 'e', 'u', 'd', 'o', 'n', 'y', 'm', ',', 's', '\n', 'p',
      '1', ',', (byte) 0xe9, '\n'});
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> GroupFile.read(latin, GroupFile.ID))
            .getMessage()
            .contains("not UTF-8"));
  }

  /// Otherwise a birthday would part people into groups of one.
  @Test
  void an_attribute_with_a_value_for_everybody_is_refused() throws IOException {
    StringBuilder csv = new StringBuilder("id,birthday\n");
    for (int i = 0; i < 51; i++) {
      csv.append("p").append(i).append(",day ").append(i).append('\n');
    }
    Path file = Files.writeString(folder.resolve("b.csv"), csv);
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> GroupFile.read(file, GroupFile.ID))
            .getMessage()
            .contains("\"birthday\" has 51 values"));
  }

  @Test
  void amounts_come_in_bands_and_what_is_not_known_stays_so() throws IOException {
    Path file = write("ages.csv", "id,age", "a,29.9", "b,30", "c,49", "d,50", "e,", "f,18");
    GroupFile.Groups groups = GroupFile.read(file, GroupFile.ID, Map.of("age", List.of(30.0, 50.0)))
        .of(List.of("a", "b", "c", "d", "e", "f"));
    assertArrayEquals(new String[]{"<30", "30-<50", "30-<50", ">=50", "", "<30"},
        groups.of("age"));
  }

  @Test
  void many_different_numbers_are_no_groups() throws IOException {
    String[] lines = new String[14];
    lines[0] = "id,age";
    for (int i = 1; i < lines.length; i++) {
      lines[i] = "p" + i + "," + (20 + i);
    }
    Path file = write("ages.csv", lines);
    assertEquals(file + ": \"age\" has 13 different numbers; expected groups, or bands such as "
        + "--bands age=30,50", message(() -> GroupFile.read(file, GroupFile.ID)));
    assertEquals(file + ": has no column \"income\" to part into bands; its attributes are [age]",
        message(() -> GroupFile.read(file, GroupFile.ID, Map.of("income", List.of(1.0)))));
    Path words = write("words.csv", "id,age", "a,old");
    assertEquals(
        words + ": \"age\" has \"old\"; expected numbers, as it is to be parted into bands",
        message(() -> GroupFile.read(words, GroupFile.ID, Map.of("age", List.of(30.0)))));
  }

  @Test
  void what_is_no_number_is_in_no_band_and_edges_ascend() throws IOException {
    Path file = write("nan.csv", "id,age", "a,NaN");
    assertEquals(file + ": \"age\" has \"NaN\"; expected numbers, as it is to be parted into bands",
        message(() -> GroupFile.read(file, GroupFile.ID, Map.of("age", List.of(30.0)))));
    assertEquals("bands of age must have ascending edges, were [50.0, 30.0]",
        message(() -> GroupFile.read(file, GroupFile.ID, Map.of("age", List.of(50.0, 30.0)))));
    assertEquals("bands of age must have an edge, had none",
        message(() -> GroupFile.read(file, GroupFile.ID, Map.of("age", List.of()))));
  }

  private static String message(org.junit.jupiter.api.function.Executable reading) {
    return assertThrows(IllegalArgumentException.class, reading).getMessage();
  }
}
