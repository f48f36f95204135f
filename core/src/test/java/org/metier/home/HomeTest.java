package org.metier.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
  @TempDir
  Path folder;

  @Test
  void a_missing_or_empty_folder_becomes_a_home_and_opens_again() throws IOException {
    Files.createDirectory(folder.resolve("empty"));
    for (Path path : new Path[]{folder.resolve("empty"), folder.resolve("a").resolve("b")}) {
      assertEquals(path, Home.open(path).folder());
      assertTrue(Files.exists(path.resolve("metier-home.version")));
      assertEquals(path, Home.open(path).folder());
    }
  }

  @Test
  void a_folder_of_something_else_is_left_alone() throws IOException {
    Files.writeString(folder.resolve("thesis.txt"), "mine");
    var e = assertThrows(HomeException.class, () -> Home.open(folder));
    assertTrue(String.valueOf(e.getMessage()).contains("neither empty nor a Metier home"),
        String.valueOf(e.getMessage()));
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void a_file_is_no_home() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "text");
    var e = assertThrows(HomeException.class, () -> Home.open(file));
    assertTrue(String.valueOf(e.getMessage()).contains("--home"), String.valueOf(e.getMessage()));
  }

  @Test
  void a_home_of_a_newer_release_is_refused() throws IOException {
    Files.writeString(folder.resolve("metier-home.version"), "2\n");
    var e = assertThrows(HomeException.class, () -> Home.open(folder));
    assertTrue(String.valueOf(e.getMessage()).contains("newer Metier (home version 2"),
        String.valueOf(e.getMessage()));
    assertEquals("2\n", Files.readString(folder.resolve("metier-home.version")));
  }

  @Test
  void a_damaged_version_file_is_refused() throws IOException {
    for (byte[] damaged : new byte[][]{{}, "x1".getBytes(StandardCharsets.UTF_8),
      {(byte) 0xff, (byte) 0xfe, 0, 1}, "-1".getBytes(StandardCharsets.UTF_8)}) {
      Files.write(folder.resolve("metier-home.version"), damaged);
      var e = assertThrows(HomeException.class, () -> Home.open(folder));
      assertTrue(String.valueOf(e.getMessage()).contains("damaged"),
          String.valueOf(e.getMessage()));
    }
  }

  @Test
  void a_folder_that_cannot_be_made_is_named() throws IOException {
    // A path below a file fails for every user, root included.
    Path below = Files.writeString(folder.resolve("file"), "text").resolve("home");
    var e = assertThrows(HomeException.class, () -> Home.open(below));
    assertTrue(
        String.valueOf(e.getMessage()).contains(below.toString())
            && String.valueOf(e.getMessage()).contains("--home"),
        String.valueOf(e.getMessage()));
  }

  @Test
  void one_writer_at_a_time_holds_the_lock() {
    Home home = Home.open(folder);
    try (Home.WriteLock _ = home.lock()) {
      var e = assertThrows(HomeException.class, home::lock);
      assertTrue(String.valueOf(e.getMessage()).contains("being written to"),
          String.valueOf(e.getMessage()));
    }
    home.lock().close();
  }

  @Test
  void another_process_that_writes_is_noticed() throws IOException, InterruptedException {
    Home home = Home.open(folder);
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process other = new ProcessBuilder(java.toString(), "-cp", classPath(), Holder.class.getName(),
        folder.toString()).redirectErrorStream(true).start();
    try {
      assertEquals('L', other.getInputStream().read(), "the other process holds the lock");
      assertThrows(HomeException.class, home::lock);
    } finally {
      other.getOutputStream().close();
      other.waitFor();
    }
    home.lock().close();
  }

  private static String classPath() {
    return location(Home.class) + File.pathSeparator + location(HomeTest.class);
  }

  private static Path location(Class<?> type) {
    return Path.of(URI.create(
        type.getProtectionDomain().getCodeSource().getLocation().toExternalForm()));
  }

  /// Holds the lock of a home until its input ends.
  static final class Holder {
    private Holder() {}

    public static void main(String[] args) throws IOException {
      try (Home.WriteLock _ = Home.open(Path.of(args[0])).lock()) {
        System.out.print('L');
        System.out.flush();
        while (System.in.read() >= 0) {
          // until the test is done
        }
      }
    }
  }
}
