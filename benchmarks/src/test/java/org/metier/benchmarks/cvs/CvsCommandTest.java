package org.metier.benchmarks.cvs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import picocli.CommandLine;

class CvsCommandTest {
  @TempDir
  Path folder;
  private Path home;
  private Path cvs;

  @BeforeEach
  void write_four_cvs() throws IOException {
    home = folder.resolve("home");
    Home.open(home);
    cvs = Files.createDirectories(folder.resolve("cvs"));
    // Three years as a cook a decade ago, one as a waiter since, and an undated headline.
    write("CHEF/a.txt", """
        Work experience
        Waiter, Hotel Station, 2024 - 2025
        Cook, Harbour Foods Ltd, 2012 - 2021
        Education
        High school diploma, Northside School, 2010
        """);
    write("SALES/b.txt", """
        Work experience
        Cook, Harbour Foods Ltd, 01/2015 - 01/2019
        Skills
        <customer service>
        """);
    write("SALES/c.pdf", "%PDF-1.7 broken");
    write("UNMAPPED/d.txt", "Summary\nI like to cook for people and to learn.\n");
  }

  private void write(String name, String text) throws IOException {
    Path file = cvs.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String run(String... more) {
    List<String> arguments = new ArrayList<>(List.of("--home", home.toString(), "--cvs",
        cvs.toString(), "--today", "2026-06-01T00:00:00Z"));
    arguments.addAll(List.of(more));
    StringWriter out = new StringWriter();
    CommandLine command = new CommandLine(new CvsCommand()).setOut(new PrintWriter(out))
        .setExecutionExceptionHandler((failure, line, parsed) -> {
          throw failure;
        });
    command.execute(arguments.toArray(String[]::new));
    return out.toString();
  }

  @Test
  void shares_are_of_the_cvs_that_could_be_read() {
    String report = run();
    assertTrue(report.contains("4 CVs, 3 read ( 75.0 %)"), report);
    assertTrue(report.contains("  1 refused: "), report);
    assertTrue(report.contains("with a dated job              66.7 % (3 jobs)"), report);
    assertTrue(report.contains("with education                33.3 %, with a level  33.3 %"),
        report);
    assertFalse(report.contains(cvs.toString()), "a reason names no file: " + report);
  }

  @Test
  void the_main_occupation_is_that_of_most_months_and_not_the_latest() {
    String report = run();
    assertTrue(report.contains("of 2 CVs in 2 categories: told for 100.0 %"), report);
    // The cook of nine years is in CHEF, the cook in SALES is not; the latest job of the first is waiting.
    assertTrue(report.contains("months and recency          50.0 %"), report);
    assertTrue(report.contains("latest job                   0.0 %"), report);
    assertTrue(report.matches("(?s).*CHEF +1 of +1.*SALES +0 of +1.*"), report);
  }

  @Test
  void a_mapping_of_ones_own_decides_what_is_in_a_category() throws IOException {
    Path mapping = Files.writeString(folder.resolve("own.tsv"), "# mine\nSALES\t512\n");
    String report = run("--categories", mapping.toString());
    assertTrue(report.contains("of 1 CVs in 1 categories"), report);
    assertTrue(report.contains("months and recency         100.0 %"), report);
    Path bad = Files.writeString(folder.resolve("bad.tsv"), "SALES 512\n");
    IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class,
        () -> Categories.read(bad));
    assertTrue(String.valueOf(refusal.getMessage()).startsWith(bad + ":1: expected a category"),
        refusal.getMessage());
  }

  @Test
  void the_standard_mapping_covers_24_categories() throws IOException {
    Categories standard = Categories.standard();
    assertEquals(24, standard.groups().size());
    assertTrue(standard.isIn("CHEF", "3434"));
    assertFalse(standard.isIn("CHEF", "2411"));
    assertFalse(standard.isIn("CHEF", null));
  }

  @Test
  void the_page_shows_text_beside_claims_and_escapes_it() throws IOException {
    Path page = folder.resolve("page.html");
    run("--page", page.toString(), "--draw", "10", "--seed", "3");
    String html = Files.readString(page);
    assertTrue(html.contains("<h2>CHEF a, main occupation ISCO 5120, in the category</h2>"), html);
    assertTrue(html.contains("<mark>Cook</mark>"), html);
    assertTrue(html.contains("Cook, 2012 to 2021 → cook, "), html);
    assertTrue(html.contains("UPPER_SECONDARY"), html);
    assertTrue(html.contains("&lt;"), html);
    assertEquals(3, html.split("<section>").length - 1);
  }

  @Test
  void the_same_seed_draws_the_same_cvs() throws IOException {
    List<Path> files = CvsEvaluation.files(cvs);
    assertEquals(CvsEvaluation.drawn(files, 2, 5), CvsEvaluation.drawn(files, 2, 5));
    assertEquals(2, CvsEvaluation.drawn(files, 2, 5).size());
    assertEquals(4, CvsEvaluation.drawn(files, 9, 5).size());
  }

  @Test
  void the_command_line_finds_it() {
    assertTrue(ServiceLoader.load(CommandContribution.class)
        .stream()
        .anyMatch(c -> c.get() instanceof CvsContribution));
  }
}
