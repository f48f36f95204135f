package org.metier.potential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.metier.text.Language;
import org.metier.text.internal.Phrases;

class DiagnosisTest {
  private static final Specification SMALL = Examples.specification();
  private static final Trace TRACE = new Trace("0".repeat(64), "", "", List.of());

  private static Assessment scored(double chance) {
    return new Assessment.Scored(Band.of(chance), Band.of(chance),
        new Score(chance, chance, chance, 0, 0, List.of()), TRACE);
  }

  @Test
  void a_changeable_feature_that_takes_away_is_a_hindrance_and_one_that_adds_a_strength() {
    PotentialModel model = withCarWeight(0.8);
    Scorer scorer = Scorer.of(model, SMALL);
    Map<String, String> rest = Map.of("months", "12", "school", "low");
    Diagnosis without = Diagnosis.of(scorer, facts(rest, "0"), null);
    Diagnosis with = Diagnosis.of(scorer, facts(rest, "1"), null);
    assertEquals(List.of("car"), without.hindrances().stream().map(Field::name).toList());
    assertTrue(with.hindrances().isEmpty());
    assertTrue(with.strengths().stream().anyMatch(s -> s.field().name().equals("car")));
  }

  /// Not to say whether there is a car counts in this model, for or against.
  @Test
  void what_is_not_answered_is_told_as_neither_hindrance_nor_strength() {
    for (double weight : new double[]{-2, 2}) {
      PotentialModel m = withCarWeight(0.8);
      List<Double> weights = List.of(0.0, 0.0, 0.0, 0.0, 0.8, weight);
      Uncertainty.Refit refit = new Uncertainty.Refit(m.intercept(), weights);
      Scorer scorer = Scorer.of(new PotentialModel(m.specificationSha256(),
          m.specificationName(), m.horizonWeeks(), m.family(), m.link(), m.features(),
          m.intercept(), m.columns(), weights, m.forest(), m.calibration(),
          new Uncertainty.Refits(List.of(refit, refit)), m.trainedFields(), m.trainedOn()), SMALL);
      Facts silent = Facts.of(SMALL, Map.of("months", "12", "school", "low"));
      assertEquals(0.9 * weight, scorer.score(silent).contributions().get(2).value(), 1e-12);
      Diagnosis diagnosis = Diagnosis.of(scorer, silent, null);
      assertEquals(List.of(), diagnosis.hindrances());
      assertEquals(List.of(), diagnosis.circumstances());
      assertEquals(List.of(), diagnosis.strengths());
      assertEquals(List.of("car"), diagnosis.lookUp().stream().map(Field::name).toList());
    }
  }

  private static Facts facts(Map<String, String> rest, String car) {
    return Facts.builder(SMALL)
        .text("months", String.valueOf(rest.get("months")))
        .text("school", String.valueOf(rest.get("school")))
        .text("car", car)
        .build();
  }

  private static PotentialModel withCarWeight(double weight) {
    PotentialModel m = Examples.model(new Random(1), Family.HAZARD, 0);
    List<Double> weights = List.of(0.0, 0.0, 0.0, 0.0, weight, 0.0);
    Uncertainty.Refit refit = new Uncertainty.Refit(m.intercept(), weights);
    return new PotentialModel(m.specificationSha256(), m.specificationName(), m.horizonWeeks(),
        m.family(), m.link(), m.features(), m.intercept(), m.columns(), weights, m.forest(),
        m.calibration(), new Uncertainty.Refits(List.of(refit, refit)), m.trainedFields(),
        m.trainedOn());
  }

  /// Numbers in it are weeks and vacancies; there is no decimal and no percentage that could be a chance.
  @ParameterizedTest
  @EnumSource
  void a_person_reads_bands_in_words_and_never_a_chance(Language language) {
    Scorer scorer = Scorer.builder(withCarWeight(0.8), SMALL).leastCoverage(0.2).build();
    Diagnosis diagnosis = Diagnosis.of(scorer, Facts.of(SMALL, Map.of("months", "12", "car", "0")),
        new MarketDistance(120, 7, 20, List.of(new MarketDistance.MissingSkill("x", 9))));
    for (DiagnosisText.Reader reader : DiagnosisText.Reader.values()) {
      List<DiagnosisText.Section> sections = DiagnosisText.in(language, reader)
          .sections(diagnosis, SMALL);
      String all = sections.toString();
      assertTrue(all.contains("26"), all);
      assertFalse(all.matches("(?s).*(%|\\d[.,]\\d).*"), all);
      assertFalse(all.contains("{"), all);
      assertEquals(5, sections.size(), all);
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_language_has_every_sentence(Language language) {
    assertEquals(new TreeSet<>(Phrases.of(DiagnosisText.class, "diagnosis", Language.EN)
        .patterns()
        .keySet()
        .stream()
        .map(String::valueOf)
        .toList()),
        new TreeSet<>(Phrases.of(DiagnosisText.class, "diagnosis", language)
            .patterns()
            .keySet()
            .stream()
            .map(String::valueOf)
            .toList()));
  }

  @ParameterizedTest
  @EnumSource
  void the_example_form_asks_twenty_questions_with_all_choices_in_words(Language language) {
    List<IntakeForm.Item> items = IntakeForm.of(Specification.example("intake")).items(language);
    assertEquals(new IntakeForm.Range(0, 600), items.getFirst().range());
    assertEquals(20, items.size());
    assertEquals(20, items.stream().map(IntakeForm.Item::text).distinct().count());
    assertTrue(items.stream().anyMatch(i -> i.factor() == Factor.SOFT));
    for (IntakeForm.Item item : items) {
      assertTrue(item.unit().isEmpty() != item.choices().isEmpty(), item.field());
      assertEquals(item.unit().isEmpty(), item.range() == null, item.field());
    }
  }

  @Test
  void a_form_asks_for_nothing_but_questions_on_features() {
    Specification intake = Specification.example("intake");
    for (String name : List.of("sex", "tightness", "foundWork")) {
      Field field = intake.field(name).orElseThrow();
      assertThrows(IllegalArgumentException.class, () -> new IntakeForm(intake, List.of(field)));
    }
    IntakeForm one = new IntakeForm(intake, List.of(intake.field("licence").orElseThrow()));
    assertEquals(List.of("1", "0"), one.items(Language.FR)
        .getFirst()
        .choices()
        .stream()
        .map(IntakeForm.Choice::value)
        .toList());
    assertEquals("Oui", one.items(Language.FR).getFirst().choices().getFirst().text());
    assertEquals(1, one.facts(Map.of("licence", "1", "cvReady", "")).known());
  }

  @Test
  void a_score_cannot_take_help_away_unless_somebody_answers_for_it_by_name() {
    Capacity capacity = new Capacity(TRACE.modelSha256(), 0.2, 0.4, "head of unit", "budget",
        Instant.EPOCH);
    Set<String> due = Set.of("counselling", "training");
    assertEquals(Set.of("coach", "counselling", "training"),
        HelpDecision.adding(scored(0.3), capacity, due, Set.of("coach")).offered());
    assertEquals(due, HelpDecision.adding(scored(0.5), capacity, due, Set.of("coach")).offered());
    IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
        () -> new HelpDecision(due, Set.of("training"), HelpPolicy.ADD_ONLY, TRACE));
    assertTrue(String.valueOf(refused.getMessage()).contains("[counselling] would be lost"),
        refused.getMessage());
    HelpPolicy named = new HelpPolicy.MayRemove("minister", "act, section 1", Instant.EPOCH);
    assertEquals(Set.of("training"),
        new HelpDecision(due, Set.of("training"), named, TRACE).offered());
    assertThrows(IllegalArgumentException.class,
        () -> new HelpPolicy.MayRemove("", "act", Instant.EPOCH));
  }

  @Test
  void a_capacity_says_nothing_of_another_model() {
    Capacity capacity = new Capacity("1".repeat(64), 0.2, 0.4, "head of unit", "budget",
        Instant.EPOCH);
    assertThrows(IllegalArgumentException.class, () -> capacity.invites(scored(0.3)));
  }

  /// Ten people with chances .1 to 1; 1 to 5 had no work but 5, of whom nothing is known; places for three.
  @Test
  void the_curve_counts_who_is_invited_and_who_is_missed_by_group() {
    double[] chances = {.1, .2, .3, .4, .5, .6, .7, .8, .9, 1};
    @Nullable
    Boolean[] outcomes = {false, false, false, false, null, true, true, true, true, true};
    double[] weights = {1, 1, 1, 2, 0, 1, 1, 1, 1, 1};
    @Nullable
    String[] group = {"a", "b", "a", "b", "a", "b", null, "b", "a", "b"};
    CapacityCurve.Point point = CapacityCurve
        .of(chances, outcomes, weights, Map.of("g", group), 0.3, 1)
        .points()
        .getFirst();
    assertEquals(.3, point.atMost());
    assertEquals(3, point.all().invited());
    assertEquals(5, point.all().inNeed());
    assertEquals(2, point.all().missed());
    assertEquals(0.4, point.all().missedShare().orElseThrow());
    assertEquals(2, tally(point, "b").missed());
    assertEquals(0, tally(point, "a").missed());
    assertEquals(4, tally(point, "a").people());
  }

  private static CapacityCurve.Tally tally(CapacityCurve.Point point, String group) {
    return Objects.requireNonNull(point.byGroup().get(group));
  }
}
