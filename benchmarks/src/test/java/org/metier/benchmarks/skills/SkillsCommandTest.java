package org.metier.benchmarks.skills;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.benchmarks.skills.Section.Figure;
import org.metier.command.CommandContribution;
import org.metier.home.Home;
import org.metier.json.Json;
import org.metier.link.LinkModel;
import org.metier.link.LinkTask;
import org.metier.link.internal.SkillFitting;
import org.metier.link.internal.SkillMentions;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import picocli.CommandLine;

class SkillsCommandTest {
  /// Two skills whose second labels are told apart by their words.
  private static final Taxonomy TWO = Taxonomy.builder()
      .skill("s:1", false, null)
      .labels("s:1", Language.EN, List.of("weld steel", "join metal"))
      .skill("s:2", false, null)
      .labels("s:2", Language.EN, List.of("lay bricks", "join walls"))
      .build();

  @TempDir
  Path folder;
  private Path home;
  private Path file;

  @BeforeEach
  void write_a_small_set() throws IOException {
    home = folder.resolve("home");
    Home.open(home);
    file = Files.writeString(folder.resolve("mentions.csv"), """
        sentence,span,label
        We weld steel and lay bricks,weld steel,weld steel
        We weld steel and lay bricks,lay bricks,s:2
        Our walls join,walls join,lay bricks
        We like to dance,dance,LABEL NOT PRESENT
        We like to work,work,UNDERSPECIFIED
        """);
  }

  private String run(Path mentions, String... more) {
    List<String> arguments = new ArrayList<>(
        List.of("--home", home.toString(), "--file", mentions.toString()));
    arguments.addAll(List.of(more));
    StringWriter out = new StringWriter();
    CommandLine command = new CommandLine(new SkillsCommand()).setOut(new PrintWriter(out))
        .setExecutionExceptionHandler((failure, line, parsed) -> {
          throw failure;
        });
    assertEquals(0, command.execute(arguments.toArray(String[]::new)));
    return out.toString();
  }

  private SkillReport report(List<LinkModel> unseen) {
    long[] clock = {0};
    return new SkillEvaluation(TWO, SkillMentions.read(List.of(file), TWO, Language.EN),
        () -> clock[0] += 2_000, () -> clock[0] += 0).run(unseen);
  }

  private static double value(Section section, String system, String column) {
    return section.figure(system, column).map(Figure::value).orElseThrow();
  }

  @Test
  void every_system_is_measured_on_every_mention_with_a_skill() {
    SkillReport report = report(List.of());
    assertEquals(3, report.mentions());
    assertEquals(1, report.absent());
    assertEquals(2, report.sentences());
    assertEquals(1, report.underspecified());
    Section mentions = report.section("mentions");
    assertEquals(Set.of(SkillEvaluation.SHIPPED, "bm25", "bm25 x matched share", "char n-grams"),
        mentions.rows().keySet());
    for (String system : mentions.rows().keySet()) {
      assertEquals(1, value(mentions, system, "MRR"), system);
      assertEquals(1, value(mentions, system, "RP@1"), system);
    }
  }

  @Test
  void a_sentence_has_the_skills_of_all_its_mentions() {
    Section sentences = report(List.of()).section("sentences");
    assertEquals(1, value(sentences, "bm25", "RP@5"));
    Section whole = report(List.of()).section("whole sentences");
    assertEquals(1, value(whole, "bm25", "RP@5"));
  }

  @Test
  void a_mention_is_asked_the_model_of_its_part() {
    LinkModel model = LinkModel.standard(LinkTask.SKILLS);
    SkillReport report = report(Collections.nCopies(5, model));
    assertEquals(report.section("mentions").rows().get(SkillEvaluation.SHIPPED),
        report.section("mentions").rows().get(SkillEvaluation.UNSEEN));
    assertTrue(report.section("answers").rows().containsKey("  at least 0.5 sure"));
  }

  @Test
  void answers_count_what_is_said_of_mentions_without_a_skill_against_it() {
    Section answers = report(List.of()).section("answers");
    double precision = value(answers, SkillEvaluation.SHIPPED, "precision");
    double recall = value(answers, SkillEvaluation.SHIPPED, "recall");
    double answered = value(answers, SkillEvaluation.SHIPPED, "answered");
    assertEquals(0, value(answers, SkillEvaluation.SHIPPED, "without a skill"));
    assertEquals(3 * recall, 4 * answered * precision, 1e-12); // right answers, both ways
  }

  @Test
  void time_is_what_the_clock_says() {
    Section cost = report(List.of()).section("cost");
    assertEquals(2, value(cost, "bm25", "median µs"), 1e-12);
    assertEquals(2, value(cost, "bm25", "p95 µs"), 1e-12);
  }

  @Test
  void what_is_ranked_too_low_or_not_at_all_lowers_the_figures() {
    Map<String, Figure> figures = Ranked
        .figures(List.of(Ranked.of(0, List.of(7, 8, 9), Set.of(8, 5)),
            Ranked.of(1, List.of(1), Set.of(1))));
    assertEquals((0.5 + 1) / 2, figures.get("MRR").value(), 1e-12);
    assertEquals((0 + 1) / 2.0, figures.get("RP@1").value(), 1e-12);
    assertEquals((0.5 + 1) / 2, figures.get("RP@5").value(), 1e-12); // 1 of 2, 1 of 1
    assertEquals((0.5 + 1) / 2, figures.get("recall@50").value(), 1e-12);
  }

  @Test
  void the_command_prints_tables_and_machines_get_json() throws IOException {
    Path sampled = Files.writeString(folder.resolve("sampled.csv"),
        "sentence,span,label\nWe talk to customers,talk to customers,"
            + Taxonomy.sample().uri(Taxonomy.sample()
                .concepts(ConceptKind.SKILL)[0])
            + "\nWe fly,fly,pilot dragons\n");
    String shown = run(sampled, "--shipped-only");
    assertTrue(shown.startsWith("1 mentions of a skill in 1 sentences, 0 without"), shown);
    assertTrue(shown.contains("1 with an unknown label"), shown);
    for (String part : List.of("\nmentions: ", "\nsentences: ", "\nanswers: ", "\ncost: ",
        "bm25 x matched share", "char n-grams")) {
      assertTrue(shown.contains(part), part + " in " + shown);
    }
    String json = run(sampled, "--shipped-only", "--json");
    assertEquals("1", Json.scalar(json, "mentions").orElse(""));
  }

  @Test
  void without_the_module_that_trains_the_command_says_what_is_left_out() throws IOException {
    assertTrue(ServiceLoader.load(SkillFitting.class).findFirst()
        .isEmpty(), "this module does not see the one that trains");
    Path sampled = Files.writeString(folder.resolve("sampled.csv"),
        "sentence,span,label\nWe talk,talk," + Taxonomy.sample()
            .uri(Taxonomy.sample().concepts(ConceptKind.SKILL)[0]) + "\n");
    assertTrue(run(sampled).contains("metier (cross-validated) is left out"));
  }

  @Test
  void it_is_found_by_the_command_line() {
    assertTrue(ServiceLoader.load(CommandContribution.class)
        .stream()
        .anyMatch(c -> c.type() == SkillsContribution.class));
  }
}
