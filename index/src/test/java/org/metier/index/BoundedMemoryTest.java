package org.metier.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A feed may be larger than the memory that there is for it.
class BoundedMemoryTest {
  private static final int MEGABYTES = 40;

  @TempDir
  private Path folder = Path.of("");

  @Test
  void a_feed_of_40_megabytes_passes_through_a_heap_of_36() throws Exception {
    int records = GreatFeed.write(folder.resolve("great.jsonl"), MEGABYTES);
    Process process = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx36m",
        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
        System.getProperty("java.class.path"), GreatFeed.class.getName(), folder.toString(),
        String.valueOf(MEGABYTES), "250")
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    assertEquals("COMPLETE " + records + " 0", line(process));
    assertEquals(0, process.waitFor());
  }

  private static String line(Process process) throws IOException {
    try (var out = process.inputReader(StandardCharsets.UTF_8)) {
      return String.valueOf(out.readLine());
    }
  }
}
