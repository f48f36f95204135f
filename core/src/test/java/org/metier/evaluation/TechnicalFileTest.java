package org.metier.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
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
import org.metier.potential.Capacity;
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
            "chance above 60 %", "analyst", DAY, null),
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
    long known = run.cases().stream().filter(one -> one.outcome() != null).count();
    assertTrue(known < 600);
    assertEquals(known, file.fairness().known());
    assertTrue(file.challenger().brier().difference() < 0, "the shrunken challenger is worse");
  }

  @Test
  void groups_of_a_file_of_their_own_give_the_same_figures() throws IOException {
    EvaluationRun run = run();
    StringBuilder csv = new StringBuilder("id,region,sex\n");
    for (RunCase one : run.cases()) {
      csv.append(one.pseudonym())
          .append(',')
          .append(one.groups().getOrDefault("region", ""))
          .append(',')
          .append(one.groups().getOrDefault("sex", ""))
          .append('\n');
    }
    GroupFile groups = GroupFile.read(Files.writeString(folder.resolve("g.csv"), csv),
        GroupFile.ID);
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

  private static List<RunCase> tenOfEach(List<Double> needs) {
    List<RunCase> cases = new ArrayList<>();
    for (int i = 0; i < 10 * needs.size(); i++) {
      double need = needs.get(i / 10);
      // people whose need is high have it for seven of ten, the others for three of ten
      cases.add(new RunCase("p" + i, need, null, need > 0.75, i % 10 < (need > 0.5 ? 7 : 3), null,
          Map.of("sex", i % 2 == 0 ? "f" : "m")));
    }
    return cases;
  }

  private static EvaluationRun of(List<RunCase> cases) {
    EvaluationRun run = run();
    return new EvaluationRun(run.format(), run.model(), run.purpose(), run.data(), run.settings(),
        1,
        run.quality(), run.selection(), Map.of(), Set.of(), null, cases);
  }

  /// Needs of 0.9, 0.6, 0.4 and 0.2, 100 of each, by tens: 70, 70, 30 and 30 are in need, so that of 200 in need a capacity
  /// of a quarter misses 130 and one of a half 60.
  @Test
  void the_capacity_table_is_that_worked_by_hand() {
    List<Double> needs = new ArrayList<>();
    for (double need : new double[]{0.9, 0.6, 0.4, 0.2}) {
      needs.addAll(Collections.nCopies(10, need));
    }
    CapacityTable table = of(tenOfEach(needs)).technicalFile(20).capacity();
    assertEquals(0.25, table.chosen());
    assertEquals(List.of(0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.75), table.shares());
    CapacityTable.Line everybody = table.lines().getFirst();
    // people with equal needs are invited together
    assertEquals(List.of(0.25, 0.25, 0.25, 0.25, 0.25, 0.5, 0.5, 0.5, 0.75), everybody.invited());
    assertEquals(130.0 / 200, everybody.missed().get(4), 1e-12);
    assertEquals(60.0 / 200, everybody.missed().get(7), 1e-12);
    assertEquals(30.0 / 200, everybody.missed().get(8), 1e-12);
    CapacityTable.Line women = table.lines().get(1);
    assertEquals("f", women.value());
    // of ten, those at even places: 4 of 7 and 2 of 3
    assertEquals((4.0 + 2 + 2) / 12, women.missed().get(4), 1e-12);
    assertEquals((2.0 + 2) / 12, women.missed().get(7), 1e-12);
  }

  @Test
  void people_without_a_score_are_invited_by_no_capacity_and_missed_when_in_need() {
    List<RunCase> cases = new ArrayList<>(tenOfEach(Collections.nCopies(10, 0.9)));
    for (int i = 0; i < 40; i++) {
      cases.add(new RunCase("x" + i, null, null, false, true, null, Map.of()));
    }
    CapacityTable table = of(cases).technicalFile(20).capacity();
    // 100 of 140 have a score, so that there is no room for 75 %
    assertEquals(List.of(0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 100.0 / 140), table.shares());
    assertEquals(100.0 / 140, table.lines().getFirst().invited().getLast());
    assertEquals(40.0 / 110, table.lines().getFirst().missed().getLast(), 1e-12);
  }

  @Test
  void groups_that_the_fairness_report_hides_are_in_no_capacity_table() {
    List<RunCase> cases = new ArrayList<>(tenOfEach(Collections.nCopies(6, 0.9)));
    cases.replaceAll(one -> new RunCase(one.pseudonym(), one.score(), null, one.isSelected(),
        one.outcome(), null, Map.of("size", one.pseudonym().length() == 2 ? "few" : "many", "half",
            one.groups().get("sex"))));
    CapacityTable table = of(cases).technicalFile(20).capacity();
    assertEquals(Set.of("half"), table.byAttribute().keySet());
    // 18 of 60 are not in need, 9 in each half: which of them is missed is not said
    assertTrue(table.lines().stream().allMatch(line -> line.missed().isEmpty()));
    assertEquals(3, table.lines().size());
  }

  @Test
  void a_capacity_that_was_set_after_the_run_selects_again_and_says_who_set_it_and_why() {
    EvaluationRun run = run();
    Capacity set = new Capacity(HASH, 0.3, 0.4, "head of unit", "budget", DAY);
    EvaluationRun chosen = run.with(set);
    chosen.cases()
        .forEach(one -> assertEquals(one.score() != null && one.score() >= 0.6, one.isSelected()));
    assertEquals("head of unit", chosen.selection().setBy());
    String page = page(chosen.technicalFile(20), Language.NL, Language.EN).text();
    assertTrue(page.contains("de 30,0%") || page.contains("de 30,0\u00a0%"), page);
    assertTrue(page.contains("budget"), page);
    Capacity other = new Capacity("0".repeat(64), 0.3, 0.4, "head of unit", "budget", DAY);
    assertThrows(IllegalArgumentException.class, () -> run.with(other));
  }

  private static Document page(TechnicalFile file, Language language, Language written) {
    return Jsoup.parse(new String(TechnicalPage.of(file, null, language, written).toHtml(),
        StandardCharsets.UTF_8));
  }

  private static TechnicalFile coded() {
    EvaluationRun run = run();
    Purpose purpose = new Purpose("offer help early", "a counsellor decides", List.of(),
        "registered people", Wording.coded("horizon.weeks", "26"), List.of("sanctions"),
        List.of(Wording.coded("limit.fate", ""), "one year only"));
    Meaning meaning = new Meaning(Wording.coded("selected.help", ""),
        Wording.coded("outcome.not", "back in work"), Meaning.Effect.HELP);
    return new EvaluationRun(run.format(), run.model(), purpose, run.data(), run.settings(), 1,
        List.of(new Quality("metier", "auc", 0.7, 0.66, 0.74),
            new Quality("constant", "auc", 0.5, null, null)),
        new Selection(meaning, Wording.coded("rule.share", "0.25"), "", null, null), Map.of(),
        Set.of("region"), run.baseline(), run.cases()).technicalFile(20);
  }

  @Test
  void what_is_metiers_own_is_said_in_the_language_of_the_page_and_the_rest_marked_as_written() {
    Document page = page(coded(), Language.DE, Language.EN);
    String text = page.text();
    assertTrue(text.contains("Eine Chance ist kein Schicksal"), text);
    assertTrue(text.contains("bekommt zusätzliche Hilfe angeboten"), text);
    assertTrue(text.contains("was das Modell vorhersagt, tritt nicht ein"), text);
    assertTrue(text.contains("26 Wochen") && text.contains("24 months"), text);
    assertFalse(text.contains("metier:"), text);
    assertEquals(List.of("offer help early", "chance of long unemployment", "a counsellor decides",
        "registered people", "sanctions", "one year only"),
        page.select("dd[lang=en], [lang=en] li").eachText());
    assertEquals("intake", page.select("td[lang=en]").first().text());
    assertEquals(0, page(coded(), Language.EN, Language.EN).select("[lang]:not(html)").size());
  }

  @Test
  void in_the_language_of_the_specification_the_outcome_is_said_in_one_sentence() {
    assertTrue(page(coded(), Language.EN, Language.EN).text().contains("is not back in work"));
    assertTrue(CycloneDx.of(coded()).contains("is not back in work"));
    assertFalse(CycloneDx.of(coded()).contains("metier:limit"));
    assertTrue(CycloneDx.of(coded()).contains("\"auc\""));
  }

  @Test
  void a_code_that_nobody_has_words_for_is_refused() {
    TechnicalFile file = coded();
    Selection odd = new Selection(file.selection().meaning(), Wording.coded("rule.moon", ""), "",
        null, null);
    TechnicalFile wrong = new TechnicalFile(file.model(), file.purpose(), file.data(),
        file.settings(), 1, file.quality(), odd, null, null, null, null);
    assertTrue(assertThrows(IllegalArgumentException.class,
        () -> TechnicalPage.of(wrong, Language.EN)).getMessage().contains("\"rule.moon\""));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_term_has_words_in_every_language(Language language) {
    assertEquals(Phrases.of(Wording.class, "terms", Language.EN).patterns().keySet(),
        Phrases.of(Wording.class, "terms", language).patterns().keySet());
    Phrases.of(Wording.class, "terms", language)
        .patterns()
        .forEach((key, pattern) -> assertFalse(pattern.toString().contains("'"), key.toString()));
  }

  @Test
  void fields_that_are_declared_alike_stand_together_and_each_with_what_is_unknown() {
    String data = page(run().technicalFile(20), Language.EN, Language.EN).text();
    assertTrue(data.contains("tenure (number (months); 10.0% unknown)"), data);
    assertTrue(data.contains("sex (category)"), data);
  }

  @Test
  void what_a_reader_must_know_first_stands_first() {
    List<String> headings = page(run().technicalFile(20), Language.EN, Language.EN).select("h2")
        .eachText();
    assertEquals(List.of("Use", "Fairness report", "Capacity: who is invited and who is missed",
        "Quality", "Calibration"), headings.subList(0, 5));
    assertEquals(List.of("Data sheet", "Model", "Baseline for drift", "Settings"),
        headings.subList(headings.size() - 4, headings.size()));
  }

  @Test
  void a_case_that_cannot_be_is_refused() {
    assertThrows(IllegalArgumentException.class,
        () -> new RunCase("a", 1.1, null, true, true, null, Map.of()));
    assertThrows(IllegalArgumentException.class,
        () -> new RunCase("a", 0.1, -0.1, true, true, null, Map.of()));
    assertThrows(IllegalArgumentException.class,
        () -> new RunCase("a", 0.1, null, true, true, 0.0, Map.of()));
    assertThrows(IllegalArgumentException.class,
        () -> new RunCase(" ", 0.1, null, true, true, null, Map.of()));
  }
}
