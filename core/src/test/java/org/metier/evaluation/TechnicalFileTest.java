package org.metier.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.metier.evaluation.EvaluationRun.RunCase;
import org.metier.fairness.Breakdown;
import org.metier.fairness.GroupCell;
import org.metier.fairness.GroupFile;
import org.metier.fairness.Meaning;
import org.metier.json.Json;
import org.metier.match.model.ModelCard;
import org.metier.monitoring.Baseline;
import org.metier.monitoring.FieldProfile;
import org.metier.text.Language;
import org.metier.text.internal.Phrases;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@NullUnmarked // where a null comes instead of a figure, the test fails all the same
class TechnicalFileTest {
  private static final String HASH = "ab".repeat(32);
  private static final Instant DAY = Instant.parse("2026-11-20T09:00:00Z");

  @TempDir
  private Path folder = Path.of("");

  static EvaluationRun run() {
    Random random = new Random(1);
    List<RunCase> cases = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      double truth = random.nextDouble();
      boolean isScored = random.nextInt(20) > 0;
      cases.add(new RunCase("person-" + i, isScored ? truth : null,
          isScored ? 0.5 + (truth - 0.5) / 3 : null, isScored && truth > 0.6,
          random.nextInt(10) == 0 ? null : random.nextDouble() < truth,
          random.nextInt(2) == 0 ? null : 1.5,
          i % 7 == 0
              ? Map.of()
              : Map.of("sex", i % 2 == 0 ? "f" : "m", "region",
                  i % 3 == 0 ? "north" : "south")));
    }
    return new EvaluationRun(EvaluationRun.FORMAT,
        new ModelFacts("potential", HASH, "logistic regression", "chance of long unemployment",
            List.of("tenure"), DAY),
        new Purpose("offer help early", "a counsellor decides", List.of("counsellors"),
            "registered people", "26 weeks", List.of("sanctions"), List.of("one year only")),
        new DataSheet(Map.of("spells.csv", HASH), LocalDate.of(2024, 1, 1),
            LocalDate.of(2025, 6, 30), 700, 600, 540, Map.of("no identifier", 100L),
            List.of(new DataSheet.Field("tenure", "number", "months", "intake", "Art. 6",
                "24 months", "feature", 60),
                new DataSheet.Field("sex", "category", "", "", "", "", "protected", 0))),
        Map.of("folds", "10"), 1,
        List.of(new Quality("potential", "AUC", 0.7, 0.66, 0.74),
            new Quality("constant", "AUC", 0.5, null, null),
            new Quality("potential", "slope", 0.98, null, null)),
        new Selection(new Meaning("is offered help", "stays without work", Meaning.Effect.HELP),
            "chance above 60 %", "analyst", DAY),
        Map.of(), Set.of("region"),
        new Baseline(Baseline.FORMAT, HASH, DAY,
            List.of(FieldProfile.ofCategories("job search",
                new String[]{"alone", "alone", "agency", ""}, 1),
                FieldProfile.ofNumbers("tenure", random.doubles(100).toArray(), 10))),
        cases);
  }

  @Test
  void a_run_reads_back_and_measures_groups_controls_and_the_challenger() {
    EvaluationRun run = run();
    assertEquals(run, EvaluationRun.read(Json.write(run)));
    TechnicalFile file = run.technicalFile(20);
    assertEquals(List.of(List.of("region"), List.of("sex"), List.of("sex", "region")),
        file.fairness().breakdowns().stream().map(Breakdown::attributes).toList());
    assertEquals(Breakdown.Kind.CONTROL, file.fairness().breakdowns().getFirst().kind());
    assertNotNull(file.challenger());
    long known = run.cases().stream().filter(one -> one.outcome() != null).count();
    assertTrue(known < 600);
    assertEquals(known, file.fairness().known());
    assertTrue(file.challenger().brier().difference() < 0, "the shrunken challenger is worse");
  }

  @Test
  void groups_of_a_file_of_their_own_give_the_same_figures() throws IOException {
    EvaluationRun run = run();
    StringBuilder csv = new StringBuilder("pseudonym,region,sex\n");
    for (RunCase one : run.cases()) {
      csv.append(one.pseudonym())
          .append(',')
          .append(one.groups().getOrDefault("region", ""))
          .append(',')
          .append(one.groups().getOrDefault("sex", ""))
          .append('\n');
    }
    GroupFile groups = GroupFile.read(Files.writeString(folder.resolve("g.csv"), csv));
    TechnicalFile joined = run.technicalFile(20, groups);
    assertEquals(run.technicalFile(20).fairness().breakdowns(), joined.fairness().breakdowns());
    assertEquals(600, joined.fairness().join().joined());
  }

  @Test
  void data_that_do_not_add_up_are_refused() {
    DataSheet data = run().data();
    assertEquals("700 rows are not the sum of 599 used and 100 excluded",
        assertThrows(IllegalArgumentException.class,
            () -> new DataSheet(Map.of(), null, null, 700, 599, 540, data.exclusions(),
                List.of()))
            .getMessage());
  }

  @Test
  void a_person_twice_is_refused() {
    EvaluationRun run = run();
    List<RunCase> twice = new ArrayList<>(run.cases());
    twice.add(run.cases().getFirst());
    assertThrows(IllegalArgumentException.class,
        () -> new EvaluationRun(run.format(), run.model(), run.purpose(), run.data(),
            run.settings(), 1, run.quality(), run.selection(), Map.of(), Set.of(), null, twice));
  }

  /// The names that the schema of CycloneDX 1.6 knows; whatever else it has, it refuses.
  @Test
  void the_model_card_has_the_shape_of_cyclonedx() {
    TechnicalFile file = run().technicalFile(20);
    String json = CycloneDx.of(file);
    assertEquals(json, CycloneDx.of(run().technicalFile(20)));
    JsonNode bom = JsonMapper.builder().build().readTree(json);
    assertEquals("CycloneDX", bom.get("bomFormat").asString());
    assertEquals("1.6", bom.get("specVersion").asString());
    assertTrue(bom.get("serialNumber")
        .asString()
        .matches(
            "urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"));
    JsonNode component = bom.get("components").get(0);
    assertEquals("machine-learning-model", component.get("type").asString());
    assertEquals(HASH, component.get("hashes").get(0).get("content").asString());
    JsonNode card = component.get("modelCard");
    assertNames(card, "modelParameters", "quantitativeAnalysis", "considerations", "properties");
    assertNames(card.get("modelParameters"), "approach", "task", "architectureFamily",
        "modelArchitecture", "datasets", "inputs", "outputs");
    card.get("modelParameters")
        .get("datasets")
        .forEach(set -> assertNames(set, "type", "name",
            "contents", "classification", "sensitiveData", "graphics", "governance"));
    assertEquals("sex",
        card.get("modelParameters").get("datasets").get(0).get("sensitiveData").get(0).asString());
    assertNames(card.get("considerations"), "users", "useCases", "technicalLimitations",
        "performanceTradeoffs", "ethicalConsiderations", "fairnessAssessments");
    assertEquals(1, card.get("considerations").get("fairnessAssessments").size());
    for (JsonNode metric : card.get("quantitativeAnalysis").get("performanceMetrics")) {
      assertNames(metric, "type", "value", "slice", "confidenceInterval");
      assertTrue(metric.get("value").isString());
    }
    card.get("properties").forEach(property -> assertNames(property, "name", "value"));
    int shown = file.fairness().whole().size() + file.quality().size();
    for (Breakdown breakdown : file.fairness().breakdowns()) {
      for (GroupCell cell : breakdown.cells()) {
        shown += cell.figures().size();
      }
    }
    assertEquals(shown, card.get("quantitativeAnalysis").get("performanceMetrics").size());
  }

  private static void assertNames(JsonNode object, String... known) {
    object.propertyNames().forEach(name -> assertTrue(List.of(known).contains(name), name));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void neither_page_nor_card_holds_a_pseudonym(Language language) {
    TechnicalFile file = run().technicalFile(20);
    String page = new String(TechnicalPage.of(file, language).toHtml(), StandardCharsets.UTF_8);
    assertFalse(page.contains("person-"));
    assertFalse(CycloneDx.of(file).contains("person-"));
    List<String> headings = Jsoup.parse(page).select("h2").eachText();
    assertTrue(headings.size() > 10, headings.toString());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void the_ranker_has_a_page_of_its_card_alone(Language language) {
    TechnicalFile file = TechnicalFile.ofRanker(ModelCard.standard(), language);
    String page = Jsoup.parse(
        new String(TechnicalPage.of(file, language).toHtml(), StandardCharsets.UTF_8)).text();
    assertTrue(page.contains(ModelCard.standard().modelSha256()));
    ModelCard.standard().notFor().forEach(use -> assertTrue(page.contains(use), use));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_language_words_the_same_things(Language language) {
    Phrases.of(TechnicalPage.class, "technical", language)
        .patterns()
        .forEach((key, pattern) -> assertFalse(pattern.toString().contains("'"), key.toString()));
    assertEquals(Phrases.of(TechnicalPage.class, "technical", Language.EN).patterns().keySet(),
        Phrases.of(TechnicalPage.class, "technical", language).patterns().keySet());
  }
}
