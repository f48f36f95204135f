package org.metier.examples.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SampleCvsTest {
  @TempDir
  Path folder;

  @Test
  void three_small_files_in_three_formats_are_written() throws IOException {
    List<Path> files = SampleCvs.write(folder);
    assertEquals(SampleCvs.NAMES, files.stream().map(f -> f.getFileName().toString()).toList());
    for (Path file : files) {
      assertTrue(Files.size(file) < 40_000, file.toString());
    }
    assertEquals("%PDF", start(files.get(0), 4));
    assertEquals("PK", start(files.get(1), 2));
    assertTrue(Files.readString(files.get(2)).contains("prawo jazdy kat. B, C, C+E"));
  }

  private static String start(Path file, int length) throws IOException {
    return new String(Arrays.copyOf(Files.readAllBytes(file), length), StandardCharsets.US_ASCII);
  }
}
