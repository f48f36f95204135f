package org.metier.examples.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.examples.demo.SampleCvs;
import org.metier.examples.demo.SampleFeeds;
import org.metier.home.Home;
import org.metier.taxonomy.Taxonomy;

/// The README shows the tour's own lines, and what they print.
class ReadmeTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  @TempDir
  Path folder;

  @Test
  void the_readme_shows_the_lines_of_the_tour() throws IOException {
    String tour = Files
        .readString(ROOT.resolve("examples/src/main/java/org/metier/examples/tour/Tour.java"));
    String lines = tour.substring(tour.indexOf("// tour\n") + "// tour\n".length(),
        tour.indexOf("    // end of tour"));
    assertEquals(lines.stripTrailing().stripIndent(), block("java").strip());
    assertTrue(lines.strip().lines().count() <= 13, "the README promises about twelve lines");
  }

  @Test
  void the_readme_shows_what_the_tour_prints() throws IOException {
    Home home = Home.open(folder.resolve("home"));
    Path feeds = Files.createDirectories(folder.resolve("feeds"));
    Path feed = SampleFeeds.of(Taxonomy.of(home), TODAY, 42).write(feeds).getFirst().file();
    List<Path> cvs = SampleCvs.write(feeds);
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    Clock noon = Clock.fixed(TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);

    Tour.run(home, feed, cvs.get(1), noon, new PrintStream(printed, true, StandardCharsets.UTF_8));

    assertEquals(block("text").strip(), printed.toString(StandardCharsets.UTF_8).strip());
  }

  /// The first fenced block of that language in the README.
  private static String block(String language) throws IOException {
    Matcher fence = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(ROOT.resolve("README.md")));
    assertTrue(fence.find(), "the README has no block of " + language);
    return fence.group(1);
  }
}
