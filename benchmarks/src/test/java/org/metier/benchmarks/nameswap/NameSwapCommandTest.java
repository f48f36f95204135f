package org.metier.benchmarks.nameswap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.command.CommandContribution;
import org.metier.home.Home;
import org.metier.text.Language;
import picocli.CommandLine;

class NameSwapCommandTest {
  @TempDir
  Path folder;
  private Path home;
  private Path cvs;

  @BeforeEach
  void write_two_cvs() throws IOException {
    home = folder.resolve("home");
    Home.open(home);
    cvs = Files.createDirectory(folder.resolve("cvs"));
    Files.writeString(cvs.resolve("a.txt"), """
        Work experience
        Waitress, Hotel Station, 2015 - 2019
        He served guests and his team prepared tables.
        Skills
        cook pastry products, customer service
        """);
    Files.writeString(cvs.resolve("b.txt"), """
        Berufserfahrung
        Kellnerin, Hotel am Bahnhof, 2015 - 2019
        Betreuung der Gäste und Zubereitung von Speisen in einer großen Küche des Hauses
        """);
    Files.writeString(cvs.resolve("c.json"), "{\"basics\": {}}");
  }

  private String run(String... more) {
    List<String> arguments = new ArrayList<>(List.of("--home", home.toString(), "--cvs",
        cvs.toString(), "--today", "2026-06-01T00:00:00Z"));
    arguments.addAll(List.of(more));
    StringWriter out = new StringWriter();
    CommandLine command = new CommandLine(new NameSwapCommand()).setOut(new PrintWriter(out))
        .setExecutionExceptionHandler((failure, line, parsed) -> {
          throw failure;
        });
    command.execute(arguments.toArray(String[]::new));
    return out.toString();
  }

  @Test
  void names_and_gendered_words_move_nothing() {
    String report = run();
    // Waitress, he and his in one CV, Kellnerin in the other.
    assertTrue(
        report.contains("2 CVs read, 1 left out; 12 names, 4 gendered words swapped, 22 pairs"),
        report);
    assertTrue(report.contains("names left in blind text 0"), report);
    assertTrue(report.contains("profiles moved           0"), report);
    assertTrue(report.contains("evidence moved alone     0"), report);
    assertTrue(report.contains("lists of matches moved   0"), report);
  }

  @Test
  void a_name_that_is_a_skill_of_the_cv_is_told_by_its_file() throws IOException {
    // A name alone on a line under a list of skills, in small letters, is taken for a skill: it moves.
    Path names = Files.writeString(folder.resolve("names.txt"), "Emily Walsh\nprovide first aid\n");
    String report = run("--names", names.toString());
    assertTrue(report.contains("names left in blind text 2"), report);
    assertTrue(report.contains("a.txt, provide first aid: "), report);
  }

  @Test
  void words_are_swapped_both_ways_and_abbreviations_are_not() {
    Swaps swaps = new Swaps();
    assertEquals("She and his WAITRESS, HIM",
        swaps.swap("He and her WAITER, HIM", Language.EN).text());
    assertEquals("Koch", swaps.swap("Köchin", Language.DE).text());
  }

  @Test
  void one_name_is_too_few() throws IOException {
    Path names = Files.writeString(folder.resolve("names.txt"), "Emily Walsh\n");
    NameSwapCommand command = new NameSwapCommand();
    new CommandLine(command).parseArgs("--home", home.toString(), "--cvs", cvs.toString(),
        "--names", names.toString());
    IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, command::call);
    assertEquals(names + " holds 1 names; expected at least two, one a line",
        refusal.getMessage());
  }

  @Test
  void the_command_line_finds_it() {
    assertTrue(ServiceLoader.load(CommandContribution.class)
        .stream()
        .anyMatch(c -> c.get() instanceof NameSwapContribution));
  }
}
