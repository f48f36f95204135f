package org.metier.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// The audit log and a person's rights from the command line.
class AuditCommandsTest {
  private final Path folder;

  AuditCommandsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private record Outcome(int exit, String out, String err) {}

  private Outcome run(String... arguments) {
    CommandLine line = Main.commandLine();
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--home";
    all[arguments.length + 1] = folder.resolve("home").toString();
    return new Outcome(line.execute(all), out.toString(), err.toString());
  }

  private String done(String... arguments) {
    Outcome outcome = run(arguments);
    assertEquals(0, outcome.exit(), outcome.err() + outcome.out());
    return outcome.out();
  }

  private void ingest() throws IOException {
    Path feed = folder.resolve("feed.jsonl");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      lines.append("{\"metier\":1,\"key\":\"k" + i + "\",\"title\":\"Nurse\",\"language\":\"en\","
          + "\"description\":\"You nurse patients on ward " + i + "\"}\n");
    }
    Files.writeString(feed, lines);
    done("ingest", feed.toString(), "--source", "one");
  }

  private void match(String person) throws IOException {
    Path cv = folder.resolve("cv.txt");
    Files.writeString(cv, "Work experience\n2015-2020 Nurse, City Hospital\nSkills\nfirst aid\n");
    done("match", cv.toString(), "--audit", person, "--top", "3");
  }

  @Test
  void a_recorded_match_is_verified_replayed_handed_out_and_erased() throws IOException {
    ingest();
    assertTrue(done("audit", "begin").contains("24 months"));
    match("person-4711");
    match("person-12");
    String verified = done("audit", "verify");
    assertTrue(verified.contains("3 entries, 1 to 3"), verified);
    assertTrue(verified.contains("Whole: chain, sealed inputs, seals and head agree"), verified);
    assertTrue(done("audit", "replay").contains("identical: 2"));
    assertTrue(done("audit", "show").contains("ranked"));

    done("person", "disagree", "person-4711", "--question", "ranking", "--text",
        "I am no nurse any more");
    String letter = done("person", "export", "person-4711");
    assertTrue(letter.contains("I am no nurse any more"), letter);
    assertTrue(done("person", "export", "person-4711", "--language", "pl").contains("4711"));
    assertTrue(done("person", "retention", "person-4711").contains("oversight.json"));
    done("person", "export", "person-4711", "--out", folder.resolve("out").toString());
    assertTrue(Files.readString(folder.resolve("out/held.json")).contains("one:k"));

    String receipt = done("person", "erase", "person-4711");
    assertTrue(receipt.contains("1 keys, without which"), receipt);
    assertFalse(receipt.contains("Nothing was held"), receipt);
    assertTrue(done("person", "erase", "person-4712").contains("Nothing was held under this id"));
    String replayed = done("audit", "replay");
    assertTrue(replayed.contains("identical: 1"), replayed);
    assertTrue(replayed.contains("inputs erased with the person: 1"), replayed);
    assertTrue(done("person", "export", "person-4711").contains("We hold nothing about you."));
    assertTrue(done("person", "retention", "person-4711").contains("Nothing is held"));
  }

  @Test
  void a_changed_log_is_found_with_kind_and_place_and_a_cut_one_by_an_anchor_too()
      throws IOException {
    ingest();
    done("audit", "begin");
    match("person-4711");
    Path anchor = folder.resolve("anchor.json");
    done("audit", "anchor", "--out", anchor.toString());
    done("audit", "verify", "--anchor", anchor.toString());
    Path segment = folder.resolve("home/audit/log/000000000001.jsonl");
    List<String> lines = Files.readAllLines(segment);
    Files.writeString(segment, lines.getFirst() + "\n"
        + lines.get(1).replaceFirst("\"hidden\":\\d+", "\"hidden\":9") + "\n");
    Outcome changed = run("audit", "verify");
    assertEquals(2, changed.exit());
    assertTrue(changed.out().contains("EDITED at entry 2, 000000000001.jsonl"), changed.out());
    Files.writeString(segment, lines.getFirst() + "\n");
    Outcome cut = run("audit", "verify", "--without-keys", "--anchor", anchor.toString());
    assertEquals(2, cut.exit());
    assertTrue(cut.out().contains("TRUNCATED at entry 2"), cut.out());
  }

  @Test
  void what_cannot_be_is_refused_with_what_to_do() {
    Outcome none = run("audit", "verify");
    assertEquals(2, none.exit());
    assertTrue(none.err().contains("metier audit begin"), none.err());
    Outcome tooShort = run("audit", "begin", "--retention-months", "5");
    assertEquals(2, tooShort.exit());
    assertTrue(tooShort.err().contains("6 to 240"), tooShort.err());
    assertFalse(Files.exists(folder.resolve("home/audit/log")));
  }

  @Test
  void keys_may_be_kept_elsewhere_and_what_is_due_is_deleted() {
    String elsewhere = folder.resolve("vault").toString();
    assertTrue(done("audit", "begin", "--keys", elsewhere).contains(elsewhere));
    assertTrue(Files.exists(folder.resolve("vault/audit.key")));
    assertFalse(Files.exists(folder.resolve("home/keys")));
    assertTrue(done("audit", "verify").contains("Whole"));
    assertTrue(done("audit", "purge").contains("Deleted 0 segments"));
    assertTrue(
        done("person", "purge").contains("Deleted 0 profiles, 0 alerts, 0 cases, 0 segments"));
  }

  @Test
  void made_up_scores_and_people_never_go_into_a_log_that_is_kept() throws IOException {
    ingest();
    assertTrue(done("audit", "drill", "--rankings", "5", "--top", "3")
        .contains("5 identical, 0 differ, 0 could not be computed"));
    assertFalse(Files.exists(folder.resolve("home/audit")));
    Outcome bench = run("audit", "bench");
    assertEquals(2, bench.exit());
    assertTrue(bench.err().contains("is in use"), bench.err());
  }

  @Test
  void a_ranking_that_the_person_disagrees_with_is_shown_with_what_they_said() throws IOException {
    ingest();
    done("audit", "begin");
    assertTrue(done("person", "disagree", "person-4711", "--question", "ranking", "--text",
        "I am no nurse any more").contains("every ranking of vacancies"));
    String said = "the person said of how vacancies are ranked for them: \"I am no nurse any more\"";
    Path cv = folder.resolve("cv.txt");
    Files.writeString(cv, "Work experience\n2015-2020 Nurse, City Hospital\n");
    assertTrue(done("match", cv.toString(), "--audit", "person-4711").contains(said));
    Outcome json = run("match", cv.toString(), "--audit", "person-4711", "--json");
    assertTrue(json.err().contains(said), json.err());
    assertTrue(json.out().startsWith("{"), json.out());
    assertFalse(done("match", cv.toString(), "--audit", "person-12").contains("the person said"));
    assertTrue(done("person", "export", "person-4711")
        .contains("On how vacancies are put in order for you:"));
  }

  @Test
  void a_match_is_shown_to_one_person_at_a_time() throws IOException {
    ingest();
    done("audit", "begin");
    Path cv = folder.resolve("cv.txt");
    Files.writeString(cv, "Work experience\n2015-2020 Nurse, City Hospital\n");
    Outcome two = run("match", cv.toString(), "--audit", "person-4711", "--offers",
        folder.resolve("offers.json").toString(), "--person", "person-12");
    assertEquals(2, two.exit());
    assertTrue(two.err().contains("name two people"), two.err());
    assertTrue(done("audit", "verify").contains("1 entries"));
  }

  @Test
  void figures_that_cannot_be_are_refused_by_the_name_of_their_option() {
    done("audit", "begin");
    for (String[] wrong : new String[][]{{"audit", "show", "--last", "0"},
      {"audit", "replay", "--last", "-1"}, {"audit", "bench", "--batch", "0"},
      {"audit", "bench", "--entries", "0"}, {"audit", "drill", "--top", "0"}}) {
      Outcome outcome = run(wrong);
      assertEquals(2, outcome.exit(), outcome.out());
      assertTrue(outcome.err().contains(wrong[2] + " "), outcome.err());
    }
  }

  @Test
  void an_anchor_that_agrees_and_a_model_changed_by_hand_are_named()
      throws IOException {
    done("audit", "begin");
    Path anchor = folder.resolve("anchor.json");
    done("audit", "anchor", "--out", anchor.toString());
    String verified = done("audit", "verify", "--anchor", anchor.toString());
    assertTrue(verified.contains("The log goes on from the anchor"), verified);
    Path model = folder.resolve("home/models/ranker.json");
    Files.createDirectories(folder.resolve("home/models"));
    Files.writeString(model, "{}");
    verified = done("audit", "verify");
    assertTrue(verified.contains("In service as ranker is model 44136fa355b3"), verified);
    assertTrue(verified.contains("knows what ships with Metier, or nothing"), verified);
    done("audit", "begin");
    assertFalse(done("audit", "verify").contains("by hand"));
  }

  @Test
  void a_replay_that_cannot_be_made_is_no_proof() throws IOException {
    ingest();
    done("audit", "begin");
    match("person-4711");
    try (var models = Files.list(folder.resolve("home/audit/models"))) {
      for (Path model : models.toList()) {
        Files.writeString(model, "{}");
      }
    }
    Outcome changed = run("audit", "replay");
    assertEquals(2, changed.exit());
    assertTrue(changed.out().contains("could not be computed: 1"), changed.out());
    assertTrue(changed.out().contains("entry 2: ") && changed.out().contains("was changed"),
        changed.out());
    try (var models = Files.list(folder.resolve("home/audit/models"))) {
      for (Path model : models.toList()) {
        Files.delete(model);
      }
    }
    Outcome gone = run("audit", "replay");
    assertEquals(2, gone.exit());
    assertTrue(gone.out().contains("model no longer kept"), gone.out());
  }

  @Test
  void a_bench_says_what_a_log_costs() {
    String said = done("audit", "bench", "--entries", "200", "--batch", "100");
    assertTrue(said.contains("200 entries"), said);
    assertTrue(said.contains("whole"), said);
  }
}
