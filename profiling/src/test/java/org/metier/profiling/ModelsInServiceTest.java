package org.metier.profiling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.metier.home.Home;
import org.metier.home.LearnedPart;
import org.metier.json.Json;
import org.metier.link.LinkConfidence;
import org.metier.link.LinkModel;
import org.metier.link.LinkRanker;
import org.metier.link.LinkTask;
import org.metier.profile.CompetenceProfile;
import org.metier.rank.Forest;
import org.metier.section.SectionLabel;
import org.metier.section.SectionModel;
import org.metier.section.SectionModelFile;
import org.metier.skill.SpanModel;
import org.metier.skill.TextModels;
import org.metier.skill.internal.Chain;
import org.metier.skill.internal.SpanWeights;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;

class ModelsInServiceTest {
  private static final Taxonomy TAXONOMY = SmallTaxonomy.build();
  private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"),
      ZoneOffset.UTC);
  private static final String CV = """
      Curriculum vitae

      Experience
      2018 - 2022 Assistant cook, Blue Anchor
      Responsible for planning the menus of the week, baking breads, good knowledge of hygiene.

      My technical skills and tools
      Chess, welding of steel
      """;

  @TempDir
  private Path folder = Path.of("");

  private Home home() {
    return Home.open(folder.resolve("home"));
  }

  private static String read(Profiler.Builder builder) throws IOException {
    try (Profiler profiler = builder.clock(CLOCK).build()) {
      CompetenceProfile profile = profiler
          .profile(new ByteArrayInputStream(CV.getBytes(StandardCharsets.UTF_8)), "p");
      return profiler.id() + "\n" + Json.writePretty(profile);
    }
  }

  private String read() throws IOException {
    return read(Profiler.builder(home(), TAXONOMY));
  }

  private static String id(String read) {
    return read.lines().findFirst().orElseThrow();
  }

  private static String profile(String read) {
    return read.substring(id(read).length());
  }

  /// Never sure of anything.
  private static LinkModel unsure(LinkTask task) {
    LinkRanker ranker = new LinkRanker(Forest.of(task.features().size(), 0, List.of()),
        new LinkConfidence(-20, 0, 0, 0, 0));
    return new LinkModel(task, ranker, ranker);
  }

  /// Finds no span.
  private static SpanModel blind() {
    SpanWeights none = new SpanWeights(new int[0], new byte[0], 1,
        new double[SpanWeights.KINDS][Chain.TRANSITIONS], new double[]{1, 1});
    return new SpanModel(Language.EN, none, none);
  }

  /// Knows no heading.
  private static SectionModel headless() {
    return new SectionModel(Map.of(), new int[SectionLabel.COUNT + 1][SectionLabel.COUNT]);
  }

  private static byte[] other(LearnedPart part) {
    return switch (part) {
      case TITLES -> unsure(LinkTask.TITLES).toBytes();
      case SKILLS -> unsure(LinkTask.SKILLS).toBytes();
      case SPANS -> blind().toBytes();
      case SECTIONS -> SectionModelFile.bytes(headless());
      case RANKER, CODER, POTENTIAL -> throw new IllegalArgumentException(part + " reads no CV");
    };
  }

  private static Profiler.Builder byHand(LearnedPart part) {
    TextModels shipped = TextModels.standard();
    Profiler.Builder builder = Profiler.builder(TAXONOMY);
    return switch (part) {
      case TITLES -> builder.models(shipped.withTitles(unsure(LinkTask.TITLES)));
      case SKILLS -> builder.models(shipped.withSkills(unsure(LinkTask.SKILLS)));
      case SPANS -> builder.models(shipped.withSpans(blind()));
      case SECTIONS -> builder.sections(headless());
      case RANKER, CODER, POTENTIAL -> throw new IllegalArgumentException(part + " reads no CV");
    };
  }

  @ParameterizedTest
  @EnumSource(names = {"RANKER", "CODER", "POTENTIAL"}, mode = Mode.EXCLUDE)
  void installing_a_model_changes_profile_and_id_and_going_back_restores_both_to_the_byte(
      LearnedPart part) throws IOException {
    String shipped = read();
    home().model(part).install(other(part), new byte[0]);
    String installed = read();
    assertNotEquals(profile(shipped), profile(installed));
    assertNotEquals(id(shipped), id(installed));
    assertEquals(installed, read(byHand(part)), "the same model given by hand");
    home().model(part).back(file -> {});
    assertEquals(shipped, read());
  }

  @ParameterizedTest
  @EnumSource(names = {"RANKER", "CODER", "POTENTIAL"}, mode = Mode.EXCLUDE)
  void a_file_that_is_no_model_is_refused_with_its_name_and_what_to_do(LearnedPart part)
      throws IOException {
    Path file = home().model(part).file();
    Files.createDirectories(file.resolveSibling("."));
    byte[] whole = other(part);
    for (String content : List.of("", "{}", "not json", "[1,2]",
        "{\"kind\":\"" + part.code() + "\"}",
        new String(whole, 0, whole.length / 2, StandardCharsets.UTF_8))) {
      Files.writeString(file, content);
      RuntimeException refusal = assertThrows(RuntimeException.class,
          () -> Profiler.builder(home(), TAXONOMY), content);
      assertTrue(refusal.getClass().getName().startsWith("org.metier."), refusal::toString);
      String message = String.valueOf(refusal.getMessage());
      assertTrue(message.startsWith(file.toString()), message);
      assertTrue(message.contains("train"), message);
    }
  }

  @Test
  void a_model_of_another_part_is_refused() {
    LearnedPart[] parts = {LearnedPart.TITLES, LearnedPart.SKILLS, LearnedPart.SPANS,
      LearnedPart.SECTIONS};
    for (int i = 0; i < parts.length; i++) {
      LearnedPart part = parts[i];
      home().model(part).install(other(parts[(i + 1) % parts.length]), new byte[0]);
      RuntimeException refusal = assertThrows(RuntimeException.class,
          () -> Profiler.builder(home(), TAXONOMY));
      String message = String.valueOf(refusal.getMessage());
      assertTrue(message.startsWith(home().model(part).file() + " is no model of"), message);
      assertTrue(message.contains("./metier train " + part.code()), message);
      home().model(part).back(file -> {});
    }
  }
}
