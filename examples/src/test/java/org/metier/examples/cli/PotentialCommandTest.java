package org.metier.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.potential.Specification;
import picocli.CommandLine;

class PotentialCommandTest {
  @TempDir
  private Path folder = Path.of("");

  /// What a call printed and how it ended.
  private record Outcome(int exit, String out, String err) {}

  private static Outcome run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Main.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err));
    int exit = line.execute(arguments);
    return new Outcome(exit, out.toString(), err.toString());
  }

  @Test
  void the_example_form_is_printed_in_the_readers_language() {
    Outcome dutch = run("potential", "form", "--language", "nl");
    assertEquals(0, dutch.exit());
    assertTrue(dutch.out().contains("cvReady: Is uw cv actueel?"), dutch.out());
    assertTrue(dutch.out().contains("1 = Ja; 0 = Nee"), dutch.out());
    assertTrue(dutch.out().contains("u werk? [0 - 5]"), dutch.out());
    assertTrue(run("potential", "form", "--json").out().contains("\"factor\" : \"SOFT\""));
  }

  @Test
  void the_example_specifications_are_printed_and_others_are_asked_for() {
    Outcome jobless = run("potential", "specification", "jobless");
    assertEquals(0, jobless.exit());
    assertTrue(jobless.out().contains("\"protectedGround\" : \"ethnic origin\""));
    Outcome none = run("potential", "specification", "nothing");
    assertEquals(2, none.exit());
    assertTrue(none.err().contains("there is no example \"nothing\""), none.err());
  }

  /// Standard output holds back what has no line end yet; the file of a shell's `>` must be whole all the same.
  @Test
  void a_printed_specification_is_whole_and_is_read_back() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    PrintStream standard = System.out;
    System.setOut(new PrintStream(file, false, StandardCharsets.UTF_8));
    try {
      assertEquals(0, Main.run(Main.commandLine(), "potential", "specification", "intake"));
    } finally {
      System.setOut(standard);
    }
    assertEquals(Specification.example("intake"),
        Specification.parse("printed", file.toString(StandardCharsets.UTF_8)));
  }

  @Test
  void scoring_without_a_model_in_service_says_how_to_train_one() {
    Outcome outcome = run("potential", "score", "--spec", "intake", "--home",
        folder.resolve("home").toString(), "--answer", "licence=1");
    assertEquals(2, outcome.exit());
    assertTrue(outcome.err().contains("train potential --install"), outcome.err());
    assertFalse(outcome.err().contains("\tat "), outcome.err());
  }
}
