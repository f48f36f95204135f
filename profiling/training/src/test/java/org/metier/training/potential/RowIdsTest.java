package org.metier.training.potential;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowIdsTest {
  @TempDir
  private Path folder = Path.of("");

  private List<String> ids(String column, String... lines) throws IOException {
    return RowIds.of(Files.write(folder.resolve("spells.csv"), List.of(lines)), column,
        new int[]{2, 4});
  }

  @Test
  void rows_have_their_pseudonyms() throws IOException {
    assertEquals(List.of("a", "c"), ids("id", "x,id", "1,a", "2,b", "3, c "));
    assertEquals(List.of("1", "3"), ids("x", "x,id", "1,a", "2,b", "3,c"));
  }

  @Test
  void pseudonyms_that_do_not_tell_rows_apart_are_left_for_lines() throws IOException {
    List<String> lines = List.of("line-2", "line-4");
    assertEquals(lines, ids("person", "x,id", "1,a", "2,b", "3,c"));
    assertEquals(lines, ids("id", "x,id", "1,a", "2,b", "3,a"));
    assertEquals(lines, ids("id", "x,id", "1,a", "2,b", "3,"));
  }

  @Test
  void rows_of_one_pseudonym_are_of_one_person_and_one_without_is_of_its_own() throws IOException {
    Path file = Files.write(folder.resolve("spells.csv"),
        List.of("x,id", "1,a", "2,", "3, a", "4,b", "5,", "6,a"));
    assertArrayEquals(new int[]{0, 1, 0, 3, 4},
        RowIds.owners(file, "id", new int[]{2, 3, 4, 5, 6}));
    assertArrayEquals(new int[]{0, 1}, RowIds.owners(file, "person", new int[]{2, 4}));
  }
}
