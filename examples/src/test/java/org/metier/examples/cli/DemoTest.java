package org.metier.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// The demo runs from end to end, and again without changing anything.
class DemoTest {
  @TempDir
  Path folder;

  @Test
  void the_demo_shows_feeds_profiles_and_matches_and_changes_nothing_the_second_time() {
    String first = demo();
    assertTrue(first.contains("developer.pdf") && first.contains("infirmiere.docx")
        && first.contains("kierowca.txt"), first);
    assertTrue(first.contains("open vacancies, and why"), first);

    String second = demo();
    assertTrue(second.lines()
        .filter(l -> l.contains("received"))
        .noneMatch(l -> l.contains("published") || l.contains("updated")), second);
    assertEquals(afterTheFeeds(first), afterTheFeeds(second));
  }

  private static String afterTheFeeds(String printed) {
    return printed.substring(printed.indexOf("In the index now"));
  }

  private String demo() {
    StringWriter out = new StringWriter();
    CommandLine metier = Main.commandLine();
    metier.setOut(new PrintWriter(out));
    assertEquals(0, metier.execute("demo", "--folder", folder.toString()));
    return out.toString();
  }
}
