package org.metier.potential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.metier.text.Language;

/// What a reader is told, over the example form and a model whose weights are made up: the flags by turns for and
/// against: `certificate` +, `licence` -, `cvReady` -, `temporary` +.
class DiagnosisTextTest {
  private static final Specification INTAKE = Specification.example("intake");
  private static final Scorer SCORER = Scorer.builder(Examples.flags(INTAKE), INTAKE)
      .leastCoverage(0.2)
      .mostBands(5)
      .build();

  private static Diagnosis diagnosis(Map<String, String> answers) {
    return Diagnosis.of(SCORER, Facts.of(INTAKE, answers), null);
  }

  private static String told(Diagnosis diagnosis, DiagnosisText.Reader reader) {
    return DiagnosisText.in(Language.EN, reader).sections(diagnosis, INTAKE).toString();
  }

  private static String told(Diagnosis diagnosis) {
    return told(diagnosis, DiagnosisText.Reader.PERSON);
  }

  private static List<String> names(List<Field> fields) {
    return fields.stream().map(Field::name).toList();
  }

  /// In this model having a licence and a finished CV takes away from the score, as chance makes it in small samples.
  @Test
  void nobody_is_told_the_contrary_of_what_they_said() {
    Diagnosis ready = diagnosis(Map.of("monthsSinceWork", "3", "certificate", "1", "licence", "1",
        "cvReady", "1", "temporary", "1"));
    assertEquals(List.of(), names(ready.hindrances()));
    assertFalse(told(ready).contains("CV is not up to date"), told(ready));
    Diagnosis far = diagnosis(Map.of("monthsSinceWork", "3", "commute", "50", "licence", "1",
        "temporary", "1", "cvReady", "1"));
    assertFalse(names(far.hindrances()).contains("commute"));
  }

  /// In this model not having a licence adds to the score.
  @Test
  void what_adds_although_its_sentence_says_that_it_hinders_is_told_as_neither() {
    PotentialModel m = Examples.flags(INTAKE);
    List<Column> centred = m.columns()
        .stream()
        .map(c -> c instanceof Column.Value v
            ? new Column.Value(v.field(), v.low(), v.high(), v.high() / 2)
            : c)
        .toList();
    Uncertainty.Refit refit = new Uncertainty.Refit(0, m.weights());
    Scorer scorer = Scorer.builder(new PotentialModel(m.specificationSha256(),
        m.specificationName(), m.horizonWeeks(), m.family(), m.link(), m.features(), 0, centred,
        m.weights(), m.forest(), m.calibration(), new Uncertainty.Refits(List.of(refit, refit)),
        m.trainedFields(), m.trainedOn()), INTAKE).leastCoverage(0.2).mostBands(5).build();
    Facts facts = Facts.of(INTAKE, Map.of("monthsSinceWork", "50", "licence", "0", "temporary",
        "1", "cvReady", "1"));
    Diagnosis diagnosis = Diagnosis.of(scorer, facts, null);
    assertFalse(names(diagnosis.hindrances()).contains("licence"));
    List<String> strong = diagnosis.strengths().stream().map(s -> s.field().name()).toList();
    assertFalse(strong.contains("licence"), strong.toString());
    assertEquals(List.of("temporary"), strong);
  }

  @Test
  void a_strength_is_told_with_what_the_person_said_and_an_amount_by_its_name() {
    Diagnosis diagnosis = diagnosis(Map.of("monthsSinceWork", "90", "hours", "40", "certificate",
        "1", "temporary", "1"));
    String told = told(diagnosis);
    assertTrue(told.contains("Valid certificates of the occupation: Yes"), told);
    assertTrue(told.contains("Willingness to take temporary work: Yes"), told);
    assertTrue(told.contains("Time since the last job]"), told);
  }

  @Test
  void a_category_is_told_in_the_words_of_its_answer_and_a_record_by_its_name() {
    Field education = INTAKE.field("education").orElseThrow();
    Field district = INTAKE.field("district").orElseThrow();
    Diagnosis diagnosis = new Diagnosis(diagnosis(Map.of()).assessment(), List.of(),
        List.of(), List.of(new Diagnosis.Known(education, "higher"),
            new Diagnosis.Known(district, "north")),
        List.of(), List.of(), Diagnosis.Covered.THE_PERSON, null);
    String told = told(diagnosis, DiagnosisText.Reader.COUNSELLOR);
    assertTrue(told.contains("What speaks for the person"), told);
    assertTrue(told.contains("Education: Higher education, District]"), told);
  }

  /// The licence takes away in this model, and is none that was said to be lacking; the months are nobody's to change.
  @Test
  void what_lowers_an_estimate_and_cannot_be_changed_is_told_too_so_that_nothing_is_left_unsaid() {
    Diagnosis diagnosis = diagnosis(Map.of("monthsSinceWork", "3", "hours", "40", "licence", "1",
        "cvReady", "0", "temporary", "1"));
    assertEquals(List.of("licence", "hours"),
        diagnosis.circumstances().stream().map(k -> k.field().name()).toList());
    assertTrue(
        told(diagnosis).contains("What else lowers the estimate, lines=[Driving licence: Yes,"
            + " Hours wanted]"),
        told(diagnosis));
    for (Contribution c : SCORER.score(Facts.of(INTAKE, Map.of("monthsSinceWork", "3", "hours",
        "40", "licence", "1", "cvReady", "0", "temporary", "1"))).contributions()) {
      boolean isTold = diagnosis.circumstances()
          .stream()
          .anyMatch(k -> k.field().name().equals(c.field()))
          || names(diagnosis.hindrances()).contains(c.field());
      assertEquals(c.value() <= -0.03, isTold, c.toString());
    }
  }

  @Test
  void the_heaviest_hindrance_comes_first_and_each_says_what_helps() {
    Diagnosis diagnosis = Diagnosis.of(Scorer.builder(negative(), INTAKE)
        .leastCoverage(0.2)
        .mostBands(5)
        .build(),
        Facts.of(INTAKE, Map.of("monthsSinceWork", "0", "certificate", "0", "licence",
            "0", "cvReady", "0")),
        null);
    assertEquals(List.of("cvReady", "licence", "certificate"), names(diagnosis.hindrances()));
    assertTrue(told(diagnosis).contains("Your CV is not up to date. Bring it"), told(diagnosis));
  }

  /// All flags for the outcome, centred at a half.
  private static PotentialModel negative() {
    PotentialModel m = Examples.flags(INTAKE);
    List<Column> centred = m.columns()
        .stream()
        .map(c -> c instanceof Column.Value v && v.high() == 1
            ? new Column.Value(v.field(), 0, 1, 0.5)
            : c)
        .toList();
    List<Double> weights = m.weights().stream().map(Math::abs).toList();
    Uncertainty.Refit refit = new Uncertainty.Refit(0, weights);
    return new PotentialModel(m.specificationSha256(), m.specificationName(), m.horizonWeeks(),
        m.family(), m.link(), m.features(), 0, centred, weights, m.forest(), m.calibration(),
        new Uncertainty.Refits(List.of(refit, refit)), m.trainedFields(), m.trainedOn());
  }

  @Test
  void where_too_little_is_known_what_can_be_changed_is_told_all_the_same() {
    Scorer careful = Scorer.builder(negative(), INTAKE).leastCoverage(0.9).build();
    Diagnosis little = Diagnosis.of(careful,
        Facts.of(INTAKE, Map.of("monthsSinceWork", "2", "cvReady", "0")), null);
    assertEquals(List.of("TOO_LITTLE_KNOWN"), little.assessment().trace().reasons());
    assertEquals(List.of("cvReady"), names(little.hindrances()));
    Diagnosis outside = Diagnosis.of(careful,
        Facts.of(INTAKE, Map.of("monthsSinceWork", "400", "cvReady", "0")), null);
    assertEquals(List.of(), outside.hindrances());
    assertEquals(List.of(), outside.strengths());
  }

  @Test
  void who_answers_nothing_is_told_so_and_asked_first_what_the_population_hangs_on() {
    Diagnosis nothing = diagnosis(Map.of());
    assertEquals("monthsSinceWork", nothing.ask().getFirst().name());
    assertEquals(5, nothing.ask().size());
    String told = told(nothing);
    assertTrue(told.contains("as long as this is not known: Time since the last job"), told);
    assertTrue(told.contains("Too little is known"), told);
    assertFalse(told.contains("What can be changed") || told.contains("What speaks"), told);
  }

  @Test
  void contradictory_answers_are_named_and_nothing_is_made_of_them() {
    Diagnosis contrary = diagnosis(Map.of("monthsSinceWork", "3", "leaving", "noJobYet",
        "yearsWorked", "4", "certificate", "0", "licence", "1", "cvReady", "1", "temporary", "1"));
    assertEquals(List.of("CONTRADICTORY:leaving"), contrary.assessment().trace().reasons());
    assertEquals(List.of(), contrary.hindrances());
    String told = told(contrary);
    assertTrue(told.contains("Why the last job ended, and Years of work in the last five"), told);
  }

  private static Diagnosis scored(double low, double chance, double high) {
    return new Diagnosis(
        new Assessment.Scored(Band.of(low), Band.of(high),
            new Score(chance, low, high, 0, 0, List.of()),
            new Trace("0".repeat(64), "", "", List.of())),
        List.of(), List.of(), List.of(), List.of(), List.of(), Diagnosis.Covered.THE_PERSON, null);
  }

  @Test
  void a_chance_in_one_band_is_told_as_that_and_one_over_several_by_its_ends() {
    Diagnosis one = scored(0.61, 0.7, 0.79);
    Diagnosis several = scored(0.1, 0.3, 0.5);
    assertTrue(told(one).contains("have a rather high chance of finding work within 26 weeks."),
        told(one));
    assertTrue(told(several).contains("a chance of finding work within 26 weeks that lies between"
        + " low and medium."), told(several));
    DiagnosisText.Reader counsellor = DiagnosisText.Reader.COUNSELLOR;
    assertTrue(told(one, counsellor).contains("Chance of work within 26 weeks: rather high."));
    assertTrue(told(several, counsellor)
        .contains("Chance of work within 26 weeks: between low and medium."));
  }

  @Test
  void where_nothing_else_is_decided_it_is_said_that_nobody_loses_help() {
    assertTrue(told(scored(0.61, 0.7, 0.79)).contains(
        "Nobody loses help through this estimate; it can only add to it."));
    assertTrue(told(diagnosis(Map.of())).contains("Nobody loses help"));
  }

  @Test
  void a_person_is_not_asked_for_records_and_a_counsellor_is_sent_to_them() {
    Diagnosis diagnosis = diagnosis(Map.of("monthsSinceWork", "3"));
    assertEquals(List.of("tightness"), names(diagnosis.lookUp()));
    assertFalse(told(diagnosis).contains("Vacancies in the occupation and region"));
    assertTrue(told(diagnosis, DiagnosisText.Reader.COUNSELLOR)
        .contains("Vacancies in the occupation and region (to be looked up in records)"));
  }

  @Test
  void where_records_alone_are_missing_nobody_is_told_to_answer_questions_below() {
    PotentialModel m = Examples.flags(INTAKE);
    PotentialModel heavy = Examples.trained(m, m.trainedFields()
        .stream()
        .map(t -> new TrainedField(t.field(), t.knownShare(), t.low(), t.high(), t.rare(),
            t.field().equals("tightness") ? 1 : t.field().equals("monthsSinceWork") ? 0.1 : 0))
        .toList());
    Diagnosis diagnosis = Diagnosis.of(Scorer.of(heavy, INTAKE),
        Facts.of(INTAKE, Map.of("monthsSinceWork", "3")), null);
    String told = told(diagnosis);
    assertTrue(told.contains("looked up in records by your counsellor"), told);
    assertFalse(told.contains("questions below"), told);
  }

  @ParameterizedTest
  @EnumSource
  void a_model_with_trees_says_that_its_range_is_not_that_of_one_person(Language language) {
    PotentialModel m = Examples.flags(INTAKE);
    Map<String, String> answers = Map.of("monthsSinceWork", "3", "licence", "1", "cvReady", "1",
        "temporary", "1", "certificate", "1");
    PotentialModel trees = Examples.uncertain(m,
        new Uncertainty.Levels(List.of(new Uncertainty.Level(0, 0.1))));
    for (DiagnosisText.Reader reader : DiagnosisText.Reader.values()) {
      DiagnosisText text = DiagnosisText.in(language, reader);
      int linear = text.sections(diagnosis(answers), INTAKE).getFirst().lines().size();
      List<String> lines = text.sections(
          Diagnosis.of(Scorer.builder(trees, INTAKE).leastCoverage(0.2).build(),
              Facts.of(INTAKE, answers), null),
          INTAKE).getFirst().lines();
      assertEquals(linear + 1, lines.size(), lines.toString());
    }
  }

  /// The sentence that nobody loses help must not be said where somebody decided otherwise.
  @ParameterizedTest
  @EnumSource
  void who_may_lose_help_by_a_score_is_told_so_and_by_whose_decision(Language language) {
    HelpPolicy removing = new HelpPolicy.MayRemove("the minister", "section 9", Instant.EPOCH);
    DiagnosisText usual = DiagnosisText.in(language, DiagnosisText.Reader.PERSON);
    Diagnosis diagnosis = diagnosis(Map.of());
    String before = usual.sections(diagnosis, INTAKE).getLast().lines().getLast();
    String after = usual.under(removing).sections(diagnosis, INTAKE).getLast().lines().getLast();
    assertNotEquals(before, after);
    assertTrue(after.contains("the minister") && after.contains("section 9"), after);
    assertEquals(before, usual.under(HelpPolicy.ADD_ONLY)
        .sections(diagnosis, INTAKE)
        .getLast()
        .lines()
        .getLast());
  }

  @Test
  void what_moved_the_score_by_next_to_nothing_is_not_told() {
    Scorer small = Scorer.builder(
        Examples.under(Examples.specification(), Examples.model(new Random(1), Family.HAZARD, 0)),
        Examples.specification()).leastCoverage(0.2).mostBands(5).build();
    Diagnosis diagnosis = Diagnosis.of(small,
        Facts.of(Examples.specification(), Map.of("months", "12", "school", "low", "car", "0")),
        null);
    for (Contribution c : small
        .score(Facts.of(Examples.specification(),
            Map.of("months", "12", "school", "low", "car", "0")))
        .contributions()) {
      boolean isTold = diagnosis.strengths()
          .stream()
          .anyMatch(s -> s.field().name().equals(c.field()));
      assertEquals(c.value() >= 0.03, isTold, c.toString());
    }
  }

  @Test
  void a_market_without_vacancies_is_not_told_in_noughts() {
    Diagnosis nowhere = Diagnosis.of(SCORER, Facts.of(INTAKE, Map.of()),
        new MarketDistance(0, 0, 0, List.of()));
    assertTrue(told(nowhere).contains("nothing can be said about the market"), told(nowhere));
    Diagnosis some = Diagnosis.of(SCORER, Facts.of(INTAKE, Map.of()), new MarketDistance(1_200, 7,
        20, List.of(new MarketDistance.MissingSkill("welding", 9))));
    assertTrue(told(some).contains("Of 1,200 vacancies that were looked at, 7 are in reach now, and"
        + " for 20 only little is missing., What is missing for the others"), told(some));
    assertTrue(told(some).contains("welding (vacancies that ask for it: 9)"), told(some));
  }
}
