package org.metier.examples.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.home.Home;
import org.metier.home.LearnedPart;
import org.metier.home.ModelSlot;
import org.metier.link.LinkConfidence;
import org.metier.link.LinkModel;
import org.metier.link.LinkRanker;
import org.metier.link.LinkTask;
import org.metier.rank.Forest;
import picocli.CommandLine;

/// Calls the command line as a shell would: every wrong input ends in exit code 2 and one line that says
/// what to mend, and leaves the index as it was.
class CommandLineTest {
  private static final String FEED = """
      {"resultats":[{"id":"1","intitule":"Cuisinier","description":"Préparer des plats.",
      "dateCreation":"2026-03-01T08:00:00Z"}]}""";

  @TempDir
  Path folder;
  private Path home = Path.of("");

  /// What a call printed and how it ended.
  private record Outcome(int exit, String out, String err) {}

  @BeforeEach
  void ingest_one_vacancy() throws IOException {
    home = folder.resolve("home");
    assertEquals(0, run("ingest", file("feed.json", FEED), "--source", "one").exit());
  }

  @Test
  void help_lists_the_commands_of_every_module() {
    Outcome help = run("--help");

    assertEquals(0, help.exit());
    assertAll(
        List.of("demo", "taxonomy", "places", "source", "ingest", "ledger", "recode", "check",
            "alert", "allocate", "ranker", "models",
            "profile", "match", "advise", "erase", "audit", "person", "train",
            "evaluate")
            .stream()
            .map(name -> () -> assertTrue(help.out().contains("  " + name),
                name + " is missing from the help")));
    assertTrue(run("train", "--help").out().contains("ranker"));
    assertTrue(run("evaluate", "--help").out().contains("cv-relevance"));
  }

  @Test
  void imported_places_are_found_by_what_a_text_says() throws IOException {
    refused("Metier's tab", "places", "import", file("other.tsv", "Metier's tab\tx\n1\t2\n"));
    String towns = file("towns.csv", """
        name,country,latitude,longitude,population
        Nowhere-on-Sea,GB,50.5,-1.5,1200
        Broken,GB,north,-1.5,3
        """);
    Outcome imported = run("places", "import", towns);
    assertEquals(0, imported.exit(), imported.err());
    assertTrue(imported.out().contains("rows skipped: 1"), imported.out());
    assertTrue(imported.out().contains("towns.csv:3: latitude is \"north\""), imported.out());
    assertTrue(run("places", "import", towns, "--json").out().contains("\"skippedRows\" : 1"));

    Outcome found = run("places", "find", "Nowhere on Sea; remote; 3 locations", "--country", "GB");
    assertEquals(0, found.exit(), found.err());
    assertTrue(found.out().contains("50.5, -1.5 (TOWN)"), found.out());
    assertTrue(found.out().contains("REMOTE"), found.out());
    assertTrue(found.out().contains("several places"), found.out());
    assertTrue(run("places", "find", "Lyon", "--json").out().contains("\"precision\" : \"TOWN\""));
  }

  @Test
  void a_feed_that_cannot_be_used_changes_nothing() throws IOException {
    refused("there is no file", "ingest", folder.resolve("missing.json").toString(), "--source",
        "one");
    refused("empty", "ingest", file("empty.json", ""), "--source", "one");
    refused("", "ingest", file("cut.json", FEED.substring(0, 60)), "--source", "one");
    refused("HTML", "ingest",
        file("error.html", "<html><body><h1>502 Bad Gateway</h1></body></html>"), "--source", "one",
        "--format", "francetravail");
    refused("francetravail", "ingest", file("feed.json", FEED), "--source", "one", "--format",
        "hr-xml");
    refused("mapping", "ingest", file("table.csv", "a,b\n1,2\n"), "--source", "one", "--format",
        "csv");
  }

  @Test
  void a_cv_that_cannot_be_read_says_what_to_do() throws IOException {
    refused("no file", "profile", folder.resolve("missing.pdf").toString());
    refused("empty", "profile", file("empty.pdf", ""));
    byte[] noise = new byte[50 << 20];
    new Random(1).nextBytes(noise);
    refused("MB", "profile", Files.write(folder.resolve("noise.pdf"), noise).toString());
  }

  @Test
  void a_cv_is_shown_blind_with_evidence_in_its_text() throws IOException {
    String cv = file("cv.txt", """
        Zdenka Quellmark
        zdenka@mail.example
        Nationality: Atlantisian
        Work experience
        Waitress, Hotel Station, 2012 - 2015
        She trained new colleagues.
        """);
    Outcome shown = run("profile", cv, "--blind", "--store");
    assertEquals(0, shown.exit(), shown.err());
    assertTrue(shown.out().contains("""
        [name]
        [e-mail]
        [nationality]
        Work experience
        Waiter, Hotel Station, 2012 - 2015
        [they] trained new colleagues.
        """), shown.out());
    String json = run("profile", cv, "--blind", "--json").out();
    assertTrue(json.contains("\"text\" : \"[name]\\n[e-mail]\\n[nationality]\\n"), json);
    assertTrue(json.contains("\"quote\" : \"Waiter\""), json);
    for (String personal : List.of("Zdenka", "Quellmark", "Atlantisian", "Waitress")) {
      assertFalse(json.contains(personal), personal);
      assertFalse(shown.out().contains(personal), personal);
      for (Path kept : files(home)) {
        assertFalse(Files.readString(kept, StandardCharsets.ISO_8859_1).contains(personal),
            personal + " in " + kept);
      }
    }
  }

  @Test
  void models_shows_what_is_in_service_and_goes_back() throws IOException {
    assertTrue(run("models").out().contains("titles     shipped        -"), run("models").out());
    refused("no way back for titles", "models", "--back", "titles");
    refused("Invalid value for option '--back'", "models", "--back", "shoes");
    ModelSlot slot = Home.open(home).model(LearnedPart.TITLES);
    LinkRanker unsure = new LinkRanker(Forest.of(LinkTask.TITLES.features().size(), 0, List.of()),
        new LinkConfidence(-20, 0, 0, 0, 0));
    LinkModel own = new LinkModel(LinkTask.TITLES, unsure, unsure);
    String hash = own.sha256().substring(0, 12);
    slot.install(own.toBytes(), new byte[0]);
    assertTrue(run("models").out().contains("titles     " + hash + "   shipped"),
        run("models").out());

    Outcome back = run("models", "--back", "titles");
    assertEquals(0, back.exit(), back.err());
    assertTrue(back.out().contains("titles     shipped        " + hash), back.out());
    assertTrue(back.out().contains("metier recode"), back.out());
    assertTrue(run("models", "--json").out().contains("\"before\" : \"" + own.sha256() + "\""));

    Files.writeString(slot.previousFile(), "{}");
    refused("is no model of titles", "models", "--back", "titles");
    assertFalse(slot.isFilled());
  }

  @Test
  void a_model_that_cannot_be_used_stops_profiling_with_one_line() throws IOException {
    ModelSlot slot = Home.open(home).model(LearnedPart.SECTIONS);
    slot.install(new byte[]{'{'}, new byte[0]);
    refused(slot.file() + " is no model of sections", "profile", file("cv.txt", "Cook"));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void a_home_that_cannot_be_used_says_why() throws IOException {
    Path newer = Files.createDirectories(folder.resolve("newer"));
    Files.writeString(newer.resolve("metier-home.version"), "99\n");
    Outcome outcome = run(newer, "match", file("cv.txt", "Experience\nCook 2019 - 2022\n"));
    assertEquals(2, outcome.exit());
    assertTrue(outcome.err().contains("newer"), outcome.err());

    Path occupied = Path.of(file("not-a-folder", "x"));
    assertEquals(2, run(occupied, "match", file("cv.txt", "Cook")).exit());
  }

  @Test
  void a_second_writer_is_turned_away() throws IOException {
    try (var _ = Home.open(home).lock()) {
      refused("being written", "ingest", file("feed.json", FEED), "--source", "one");
    }
    assertEquals(0, run("ingest", file("feed.json", FEED), "--source", "one").exit());
  }

  @Test
  void a_corrupt_model_is_refused_by_name() throws IOException {
    Files.createDirectories(home.resolve("models"));
    Files.writeString(home.resolve("models/ranker.json"), "{\"trees\": [");
    refused("ranker.json", "match", file("cv.txt", "Experience\nCook 2019 - 2022\n"));
  }

  @Test
  void a_vacancy_is_erased_with_a_receipt() throws IOException {
    Outcome receipt = run("erase", "--vacancy", "one:1", "--json");
    assertEquals(0, receipt.exit(), receipt.err());
    assertTrue(receipt.out().contains("\"erased\" : 1"), receipt.out());
    assertEquals(2, run("erase").exit());
  }

  @Test
  void a_person_is_told_what_is_there_and_what_to_learn_for_an_occupation_or_a_vacancy()
      throws IOException {
    String cv = file("cv.txt", """
        Work experience
        Baker, 2019 - 2022
        Cutting techniques, manage staff, order supplies, food storage.
        """);
    Outcome told = run("advise", cv, "--occupation", "cook", "--near", "Lille,FR");
    assertEquals(0, told.exit(), told.err());
    assertTrue(told.out().startsWith("cook\n  Of "), told.out());
    assertTrue(told.out().contains("0 open vacancies in reach."), told.out());
    assertTrue(told.out().contains("Missing ("), told.out());
    Outcome french = run("advise", cv, "--occupation", "cuisinier", "--language", "fr");
    assertTrue(french.out().contains("1 offre ouverte à portée."), french.out());
    assertTrue(french.out().contains("Où la personne habite-t-elle\u202f?"), french.out());
    String json = run("advise", cv, "--vacancy", "one:1", "--json").out();
    assertTrue(json.contains("\"inReach\" : 1"), json);

    String profile = file("profile.json", run("profile", cv, "--json").out());
    assertEquals(json, run("advise", "--profile", profile, "--vacancy", "one:1", "--json").out());
    Outcome thin = run("advise", file("thin.txt", "Work experience\n"), "--occupation", "cook");
    assertEquals(0, thin.exit(), thin.err());
    assertTrue(thin.out().contains("no advice would hold"), thin.out());
    refused("is no occupation that is known", "advise", cv, "--occupation", "xyzzy qwrt");
    refused("is not in this home", "advise", cv, "--vacancy", "one:2");
    assertEquals(2, run("advise", cv).exit());
  }

  /// The call ends in exit code 2 with a message that has these words and no stack trace, and the index
  /// holds what it held.
  private void refused(String words, String... call) throws IOException {
    List<String> before = index();
    Outcome outcome = run(call);
    assertEquals(2, outcome.exit(), outcome.out() + outcome.err());
    assertTrue(outcome.err().contains(words),
        () -> "expected \"" + words + "\" in: " + outcome.err());
    assertFalse(outcome.err().contains("\tat "), outcome.err());
    assertEquals(before, index());
  }

  /// Names and sizes of the index files.
  private List<String> index() throws IOException {
    try (var files = Files.list(home.resolve("vacancies"))) {
      return files.filter(f -> !f.endsWith("write.lock"))
          .map(f -> f.getFileName() + " " + f.toFile().length())
          .sorted()
          .toList();
    }
  }

  private String file(String name, String content) throws IOException {
    return Files.write(folder.resolve(name), content.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private Outcome run(String... call) {
    return run(home, call);
  }

  private static Outcome run(Path home, String... call) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine metier = Main.commandLine();
    metier.setOut(new PrintWriter(out));
    metier.setErr(new PrintWriter(err));
    List<String> arguments = new java.util.ArrayList<>(List.of(call));
    if (!List.of("--help", "train", "evaluate").contains(call[0])) {
      arguments.add("--home");
      arguments.add(home.toString());
    }
    int exit = metier.execute(arguments.toArray(String[]::new));
    return new Outcome(exit, out.toString(), err.toString());
  }
}
