package org.metier.benchmarks.forest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.interchange.ForeignModel;
import org.metier.rank.Forest;

class LightGbmWriterTest {
  @Test
  void what_is_written_reads_back_as_a_forest_that_scores_the_same(@TempDir Path folder)
      throws IOException {
    Forest forest = new GeneratedForest(1, 5).forest(7, 6);
    Path file = Files.writeString(folder.resolve("model.txt"), LightGbmWriter.write(forest));
    Forest back = ForeignModel.read(file).forest();
    double[] rows = {0.5, -1, Double.NaN, 2, 0, -3, 1, 0.25, Double.NaN, 4};
    double[] expected = new double[2];
    double[] found = new double[2];
    forest.score(rows, 2, expected);
    back.score(rows, 2, found);
    assertArrayEquals(expected, found);
  }

  @Test
  void an_offset_which_the_format_cannot_say_is_refused() {
    assertThrows(IllegalArgumentException.class,
        () -> LightGbmWriter.write(Forest.of(1, 0.5, List.of())));
  }
}
