package org.metier.home.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir
  Path folder;

  @Test
  void a_missing_folder_is_made_and_an_old_file_replaced() throws IOException {
    Path file = folder.resolve("models/ranker.json");
    WholeFile.replace(file, "a much longer first content".getBytes(StandardCharsets.UTF_8));
    WholeFile.replace(file, "second".getBytes(StandardCharsets.UTF_8));
    assertEquals("second", Files.readString(file));
    assertEquals(List.of("ranker.json"), names(folder.resolve("models")));
  }

  @Test
  void a_folder_in_the_way_is_named_and_nothing_is_left_beside_it() throws IOException {
    Path occupied = Files.createDirectories(folder.resolve("ranker.json"));
    var refused = assertThrows(FileSystemException.class,
        () -> WholeFile.replace(occupied, new byte[3]));
    assertEquals("is a folder; name a file", refused.getReason());
    assertEquals(List.of("ranker.json"), names(folder));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }
}
