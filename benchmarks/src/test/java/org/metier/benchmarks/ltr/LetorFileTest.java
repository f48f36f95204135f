package org.metier.benchmarks.ltr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LetorFileTest {
  @TempDir
  private Path folder = Path.of("");

  @Test
  void rows_with_sizes_of_queries_in_another_file_are_read() throws IOException {
    GradedLists lists = read("2 0:0.5 2:1.25\n0 1:-3 # a note\n\n1\n", "2\n1\n");
    assertArrayEquals(new int[]{2, 0, 1}, lists.grades());
    assertArrayEquals(new int[]{0, 2, 3}, lists.starts());
    assertArrayEquals(new int[]{2, 1}, lists.groupSizes());
    assertArrayEquals(new float[]{0.5f, 0, 1.25f, 0, -3, 0, 0, 0, 0}, lists.rowMajor());
  }

  @Test
  void rows_with_their_query_are_read() throws IOException {
    GradedLists lists = read("2 qid:a 1:1\n0 qid:a 1:2\n4 qid:b 1:3\n", "");
    assertArrayEquals(new int[]{0, 2, 3}, lists.starts());
    assertEquals(2, lists.features());
  }

  @Test
  void what_is_wrong_is_said_with_its_place() {
    assertRefused("rows:1: \"x\" is no grade", "x 1:2\n", "1\n");
    assertRefused("rows:1: grade 1.5 is not a whole number", "1.5 1:2\n", "1\n");
    assertRefused("rows:2: \"1=2\" is no feature", "1 1:2\n1 1=2\n", "2\n");
    assertRefused("rows:1: feature number 10000 is not 0 to 9999", "1 10000:2\n", "1\n");
    assertRefused("rows.query adds up to 2 rows", "1 1:2\n", "2\n");
    assertRefused("rows.query:2: \"none\" is no number of rows", "1 1:2\n", "1\nnone\n");
    assertRefused("the rows of qid:a do not follow", "1 qid:a 1:2\n1 qid:b 1:2\n1 qid:a 1:2\n",
        "");
    assertRefused("there is no", "1 1:2\n", "");
    assertRefused("has no row", "# nothing\n", "1\n");
  }

  private void assertRefused(String part, String rows, String sizes) {
    var refused = assertThrows(IllegalArgumentException.class, () -> read(rows, sizes));
    assertTrue(String.valueOf(refused.getMessage()).contains(part), refused.getMessage());
  }

  private GradedLists read(String rows, String sizes) throws IOException {
    Path file = Files.writeString(folder.resolve("rows"), rows);
    Path query = folder.resolve("rows.query");
    Files.deleteIfExists(query);
    if (!sizes.isEmpty()) {
      Files.writeString(query, sizes);
    }
    return LetorFile.read(file);
  }
}
