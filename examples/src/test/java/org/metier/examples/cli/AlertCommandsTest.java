package org.metier.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// Saved searches from the command line: added, met once by what a feed brings, removed.
class AlertCommandsTest {
  private final Path folder;

  AlertCommandsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private record Outcome(int exit, String out, String err) {}

  @Test
  void a_saved_search_is_told_of_each_new_vacancy_once() throws IOException {
    done("alert", "add", "--id", "cook", "--owner", "p1", "--query", "cuisinier -pizza",
        "--language", "fr");
    ingest("1", "Cuisinier");
    ingest("2", "Boulanger");
    ingest("3", "Cuisinier pizza");

    String first = done("alert", "run");
    assertTrue(first.contains("cook <- Cuisinier  [one:1]"), first);
    assertTrue(first.contains("1 deliveries of 3 new vacancies"), first);
    assertTrue(done("alert", "run", "--json").contains("\"deliveries\" : 0"));
    ingest("4", "Cuisinier de collectivité");
    String second = done("alert", "run", "--json");
    assertTrue(second.contains("\"key\" : \"4\""), second);
  }

  @Test
  void an_alert_begins_now_unless_it_asks_for_what_is_open_already() throws IOException {
    ingest("1", "Cuisinier");
    done("alert", "add", "--id", "new", "--owner", "p1", "--query", "cuisinier", "--language",
        "fr");
    done("alert", "add", "--id", "all", "--owner", "p2", "--query", "cuisinier", "--language",
        "fr", "--from-start");
    ingest("2", "Cuisinier de nuit");

    String run = done("alert", "run");

    assertEquals(List.of("all <- Cuisinier  [one:1]", "all <- Cuisinier de nuit  [one:2]",
        "new <- Cuisinier de nuit  [one:2]"),
        run.lines().filter(line -> line.contains("<-")).sorted().toList());
  }

  @Test
  void alerts_are_listed_and_removed_with_a_receipt() {
    done("alert", "add", "--id", "a", "--owner", "p1", "--query", "nurse \"night shift\"",
        "--near", "Paris,FR", "--radius-km", "20");
    done("alert", "add", "--id", "b", "--owner", "p1", "--query", "nurse");

    assertTrue(done("alert", "list").contains("a (of p1): en: nurse + night shift, within 20 km"));
    assertTrue(done("alert", "remove", "a", "--json").contains("\"erased\" : 1"));
    assertFalse(done("alert", "list").contains("a (of p1)"));
    assertTrue(done("alert", "remove", "--owner", "p1").contains("Removed 1"));
    assertTrue(done("alert", "list").contains("No alert is saved"));
  }

  @Test
  void a_cv_makes_an_alert() throws IOException {
    String cv = Files.writeString(folder.resolve("cv.txt"), """
        Experience
        Cook, 2019 - 2022
        """).toString();

    String saved = done("alert", "add", "--id", "a", "--owner", "p1", "--cv", cv);

    assertTrue(saved.contains("occupation"), saved);
  }

  @Test
  void a_wrong_call_says_what_to_mend() {
    refused("no town", "alert", "add", "--id", "a", "--owner", "p", "--query", "x", "--near",
        "Nowhere-at-all");
    refused("quote", "alert", "add", "--id", "a", "--owner", "p", "--query", "\"x");
    assertEquals(2, run("alert", "add", "--id", "a", "--owner", "p").exit());
  }

  private void ingest(String id, String title) throws IOException {
    Path feed = Files.writeString(folder.resolve("feed" + id + ".json"),
        """
            {"resultats":[{"id":"%s","intitule":"%s","description":"Préparer des plats.",
            "dateCreation":"2026-03-01T08:00:00Z"}]}""".formatted(id, title));
    done("ingest", feed.toString(), "--source", "one");
  }

  private String done(String... call) {
    Outcome outcome = run(call);
    assertEquals(0, outcome.exit(), outcome.err());
    return outcome.out();
  }

  private void refused(String words, String... call) {
    Outcome outcome = run(call);
    assertEquals(2, outcome.exit(), outcome.out() + outcome.err());
    assertTrue(outcome.err().contains(words), outcome.err());
  }

  private Outcome run(String... call) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine metier = Main.commandLine();
    metier.setOut(new PrintWriter(out));
    metier.setErr(new PrintWriter(err));
    List<String> arguments = new ArrayList<>(List.of(call));
    arguments.add("--home");
    arguments.add(folder.resolve("home").toString());
    int exit = metier.execute(arguments.toArray(String[]::new));
    return new Outcome(exit, out.toString(), err.toString());
  }
}
