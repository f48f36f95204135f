package org.metier.examples.counsellor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.audit.AuditLog;
import org.metier.command.CommandContribution;
import org.metier.home.Home;
import org.metier.home.LearnedPart;
import org.metier.home.ModelSlot;
import org.metier.oversight.Case;
import org.metier.oversight.CaseId;
import org.metier.oversight.Note;
import org.metier.oversight.Oversight;
import org.metier.oversight.OversightException;
import org.metier.oversight.Rating;
import org.metier.oversight.Revealed;
import org.metier.potential.Assessment;
import org.metier.potential.Diagnosis;
import org.metier.potential.Specification;
import picocli.CommandLine;

/// The counsellor's example runs, over a model that was trained on people who do not exist.
class ConversationTest {
  private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"),
      ZoneOffset.UTC);
  private static final String PERSON = "person-4711";

  @TempDir
  private static Path shared = Path.of("");
  @TempDir
  private Path folder = Path.of("");

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @BeforeAll
  static void a_model_is_trained() {
    String people = shared.resolve("people").toString();
    run("simulate", "cohort", "--people", "800", "--out", people);
    run("train", "potential", "--data", people + "/spells.csv", "--spec",
        people + "/specification.json", "--protected", people + "/protected.csv", "--folds", "0",
        "--family", "HAZARD", "--out", shared.resolve("potential.json").toString());
  }

  /// Training is on the class path at run time alone, and adds its commands as a service.
  private static void run(String parent, String name, String... arguments) {
    for (CommandContribution contribution : ServiceLoader.load(CommandContribution.class)) {
      CommandLine command = contribution.parent().equals(parent)
          ? new CommandLine(contribution.command())
          : null;
      if (command != null && command.getCommandName().equals(name)) {
        StringWriter shown = new StringWriter();
        command.setOut(new PrintWriter(shown)).setErr(new PrintWriter(shown));
        assertEquals(0, command.execute(arguments), shown.toString());
        return;
      }
    }
    throw new AssertionError("nothing adds " + parent + " " + name);
  }

  private Home home() {
    return Home.open(folder.resolve("home"));
  }

  private Conversation conversation() throws IOException {
    ModelSlot slot = home().model(LearnedPart.POTENTIAL);
    Path model = shared.resolve("potential.json");
    slot.install(Files.readAllBytes(model), Files.readAllBytes(ModelSlot.cardBeside(model)));
    return new Conversation(home(),
        Specification.read(shared.resolve("people/specification.json")), NOON,
        new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  private List<String> events() {
    List<String> names = new ArrayList<>();
    AuditLog.open(home(), NOON)
        .forEach(entry -> names.add(entry.event().getClass().getSimpleName()));
    return names;
  }

  private Case file() {
    return Oversight.of(home(), AuditLog.open(home(), NOON))
        .find(new CaseId(PERSON, "potential-26w/2026-03"))
        .orElseThrow();
  }

  @Test
  void the_whole_conversation_is_told_in_words_and_ends_with_nothing_held() throws IOException {
    conversation().run();
    String told = printed.toString(StandardCharsets.UTF_8);
    assertTrue(told.contains("Is uw cv actueel? Nee"), told);
    assertTrue(told.contains("HIGH stands, by counsellor-17"), told);
    assertTrue(told.contains("Szukam pracy w piekarni, nie w biurze"), told);
    assertTrue(told.contains("KEY 1"), told);
    assertEquals(List.of("Begun", "Rated", "Scored", "Revealed", "Overridden", "Scored",
        "Revealed", "Disagreed", "Exported", "Erased"), events());
    assertTrue(AuditLog.open(home(), NOON).verify(null).isWhole());
    try (Stream<Path> files = Files.walk(home().folder())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertFalse(content.contains(PERSON) || content.contains("bakkerij"), file.toString());
      }
    }
  }

  @Test
  void nothing_is_computed_before_the_own_rating_which_is_kept_beside_the_score()
      throws IOException {
    Conversation conversation = conversation();
    assertThrows(OversightException.class, () -> conversation.begin(Map.of()).reveal());
    assertEquals(List.of("Begun"), events());
    Revealed<Diagnosis> revealed = conversation.rateAndReveal();
    Assessment.Scored scored = (Assessment.Scored) revealed.score().assessment();
    Note.Shown shown = file().shown().orElseThrow();
    assertTrue(shown.wasRatedFirst());
    assertEquals(scored.score().chance(), shown.chance());
    assertEquals("MIDDLE", file().firstRating().orElseThrow().own().band());
  }

  @Test
  void a_later_score_is_another_and_leaves_override_and_disagreement_as_they_are()
      throws IOException {
    Conversation conversation = conversation();
    double first = ((Assessment.Scored) conversation.rateAndReveal().score().assessment()).score()
        .chance();
    conversation.override();
    Revealed<Diagnosis> again = conversation.scoreAnew();
    assertNotEquals(first, file().shown().orElseThrow().chance());
    assertTrue(again.isOverridden());
    assertEquals(0.9, file().standingChance().orElseThrow());
    conversation.disagree();
    assertEquals(0.9, file().standingChance().orElseThrow());
    assertEquals(1, file().disagreements().size());
    assertTrue(conversation.letter().contains("Heeft een schriftelijk aanbod"));
  }

  @Test
  void where_the_model_abstains_that_is_told_and_the_rating_is_all_there_is() throws IOException {
    Conversation conversation = conversation();
    Revealed<Diagnosis> revealed = conversation
        .begin(Map.of("licence", "1", "monthsSinceWork", "5"))
        .rate(new Rating("MIDDLE", 0.5), "counsellor-17");
    assertTrue(revealed.score().assessment() instanceof Assessment.Abstained);
    assertEquals("TOO_LITTLE_KNOWN", file().abstention().orElseThrow().reason());
    assertEquals(new Rating("MIDDLE", 0.5), revealed.own());
    assertTrue(file().standingChance().isEmpty());
    assertEquals(List.of("Begun", "Rated", "Abstained"), events());
  }
}
