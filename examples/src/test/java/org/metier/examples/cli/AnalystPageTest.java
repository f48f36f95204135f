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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.home.Home;
import org.metier.potential.Capacity;
import org.metier.potential.PotentialModel;
import picocli.CommandLine;

/// The analyst's page shows commands that work, one after the other: its first block is the ten from spells to a model in
/// service, its second what comes later.
class AnalystPageTest {
  private static final Path PAGE = Path.of("..", "docs", "analyst.md");
  private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  @TempDir
  Path folder;

  @Test
  void the_ten_commands_of_the_page_lead_from_spells_to_a_model_in_service_and_a_report()
      throws IOException {
    List<List<String>> blocks = blocks();
    assertEquals(2, blocks.size());
    assertEquals(10, blocks.getFirst().size());
    Map<String, String> printed = run(blocks.getFirst());
    PotentialModel model = assertTrained(printed);
    assertReported(printed);
    assertScored(printed);
    assertUndone(run(blocks.getLast()), model);
  }

  private static List<List<String>> blocks() throws IOException {
    List<List<String>> blocks = new ArrayList<>();
    Matcher block = BLOCK.matcher(Files.readString(PAGE));
    while (block.find()) {
      blocks.add(block.group(1).replaceAll("\\\\\n", " ").lines().toList());
    }
    return blocks;
  }

  /// What each command printed, by its first two words.
  private Map<String, String> run(List<String> commands) {
    Map<String, String> printed = new LinkedHashMap<>();
    for (String command : commands) {
      List<String> words = new ArrayList<>();
      Matcher word = WORD.matcher(command);
      while (word.find()) {
        String text = word.group(1) == null ? word.group(2) : word.group(1);
        words.add(text.startsWith("work/") ? folder.resolve(text).toString() : text);
      }
      assertEquals("./metier", words.removeFirst(), command);
      StringWriter out = new StringWriter();
      CommandLine metier = Main.commandLine();
      metier.setOut(new PrintWriter(out));
      metier.setErr(new PrintWriter(out));
      assertEquals(0, metier.execute(words.toArray(String[]::new)), command + "\n" + out);
      printed.put(words.get(0) + " " + words.get(1), out.toString());
    }
    return printed;
  }

  private PotentialModel assertTrained(Map<String, String> printed) throws IOException {
    assertHas(printed, "potential specification", "22 features of 28 fields");
    assertHas(printed, "potential proxies", "told by (AUC lost)");
    String abroad = Objects.requireNonNull(printed.get("potential proxies"))
        .lines()
        .filter(line -> line.startsWith("origin=abroad"))
        .findFirst()
        .orElseThrow();
    assertTrue(abroad.contains("district ("), abroad);
    assertHas(printed, "train potential", "1200 rows:");
    assertHas(printed, "train potential", "origin=abroad");
    PotentialModel model = PotentialModel.read(folder.resolve("work/potential.json"));
    assertEquals(model.sha256(), PotentialModel.inService(home()).sha256());
    Capacity capacity = Capacity.read(folder.resolve("work/capacity.json"));
    assertEquals(model.sha256(), capacity.modelSha256());
    assertEquals("places that the budget of this year pays for", capacity.reason());
    return model;
  }

  private void assertReported(Map<String, String> printed) throws IOException {
    assertHas(printed, "report potential", "report.html");
    String html = Files.readString(folder.resolve("work/report.html"));
    assertTrue(html.contains("head-of-unit"), "the report says who set the capacity");
    assertTrue(html.contains("abroad"), "the report has the groups");
    String pseudonym = Files.readAllLines(folder.resolve("work/people/spells.csv"))
        .get(1)
        .split(",", 2)[0];
    assertFalse(html.contains(pseudonym), "the report names nobody");
  }

  private static void assertScored(Map<String, String> printed) {
    assertHas(printed, "potential form", "cvReady: Is uw cv actueel?");
    assertHas(printed, "potential score", "Chance of work within 26 weeks:");
    assertHas(printed, "potential score", "Your CV is not up to date.");
    assertHas(printed, "potential score", "recorded as entry 3 of the audit log");
    assertHas(printed, "audit replay", "identical: 1");
  }

  private void assertUndone(Map<String, String> printed, PotentialModel model) {
    assertHas(printed, "evaluate potential", "origin=abroad");
    assertHas(printed, "monitor drift", "No alarm");
    assertHas(printed, "monitor overrides", "neither alarm nor all-clear");
    assertFalse(Files.exists(folder.resolve("work/home/models/potential.json")));
    assertHas(printed, "models --back", model.sha256().substring(0, 12));
    assertHas(printed, "audit replay", "identical: 1");
    assertHas(printed, "audit verify", "Whole: chain, sealed inputs, seals and head agree");
  }

  private Home home() {
    return Home.open(folder.resolve("work/home"));
  }

  private static void assertHas(Map<String, String> printed, String command, String text) {
    String out = printed.get(command);
    assertTrue(out != null && out.contains(text), command + " printed " + out);
  }
}
