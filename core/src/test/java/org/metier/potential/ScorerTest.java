package org.metier.potential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.metier.rank.Forest;

class ScorerTest {
  private static final Specification SMALL = Examples.specification();

  private static Facts random(Random random) {
    Facts.Builder facts = Facts.builder(SMALL);
    if (random.nextInt(4) > 0) {
      facts.amount("months", random.nextInt(60));
    }
    if (random.nextInt(4) > 0) {
      facts.category("school", List.of("low", "mid", "high").get(random.nextInt(3)));
    }
    if (random.nextInt(4) > 0) {
      facts.flag("car", random.nextBoolean());
    }
    return facts.build();
  }

  /// The record refuses a score that does not add up; so this fails if anything is left out of contributions.
  @RepeatedTest(200)
  void base_and_contributions_sum_to_the_score_and_the_chance_is_that_of_the_score(
      RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    Family family = Family.values()[random.nextInt(2)];
    PotentialModel model = Examples.model(random, family, random.nextInt(3) * 10);
    Scorer scorer = Scorer.of(model, SMALL);
    Facts facts = random(random);
    Score score = scorer.score(facts);
    double sum = score.base();
    for (Contribution contribution : score.contributions()) {
      sum += contribution.value();
    }
    assertEquals(score.value(), sum, 1e-9);
    assertEquals(family.link().chance(sum), score.chance(), 1e-9);
    assertEquals(score.chance(), scorer.chance(facts.toArray()), 1e-12);
    assertTrue(score.low() <= score.chance() && score.chance() <= score.high());
  }

  @Test
  void a_linear_contribution_is_weight_times_distance_from_the_mean() {
    PotentialModel model = Examples.model(new Random(1), Family.HAZARD, 0);
    Score score = Scorer.of(model, SMALL).score(Facts.of(SMALL, Map.of("months", "25")));
    double expected = model.weights().get(0) * (25 - 12) + model.weights().get(1) * (15 - 3);
    assertEquals(expected, score.contributions().get(0).value(), 1e-12);
    assertEquals(0, score.contributions().get(1).value());
    assertTrue(score.contributions().get(0).isKnown());
    assertTrue(!score.contributions().get(2).isKnown());
    // nobody said whether there is a car, which the model has a column for
    assertEquals(model.weights().get(5) * 0.9, score.contributions().get(2).value(), 1e-12);
  }

  @Test
  void what_is_unknown_widens_the_interval() {
    Scorer scorer = Scorer.of(Examples.model(new Random(1), Family.LOGISTIC, 0), SMALL);
    Score all = scorer.score(Facts.of(SMALL, Map.of("months", "12", "school", "low", "car", "1")));
    Score some = scorer.score(Facts.of(SMALL, Map.of("school", "low", "car", "1")));
    assertTrue(some.high() - some.low() > 1.5 * (all.high() - all.low()), some + " " + all);
  }

  @Test
  void too_little_known_asks_for_what_matters_most() {
    Scorer scorer = Scorer.of(Examples.model(new Random(1), Family.HAZARD, 0), SMALL);
    var abstained = assertInstanceOf(Assessment.Abstained.class,
        scorer.assess(Facts.of(SMALL, Map.of("car", "1"))));
    var reason = assertInstanceOf(Abstention.TooLittleKnown.class, abstained.reasons().getLast());
    assertEquals(0.1 / 0.7, reason.coverage(), 1e-12);
    assertEquals(List.of("months", "school"), reason.ask());
    assertEquals(List.of("POPULATION_UNKNOWN:months", "TOO_LITTLE_KNOWN"),
        abstained.trace().reasons());
  }

  @Test
  void whoever_does_not_say_whether_they_are_of_the_population_gets_no_chance() {
    Scorer scorer = Scorer.builder(Examples.model(new Random(1), Family.HAZARD, 0), SMALL)
        .leastCoverage(0.2)
        .mostBands(5)
        .build();
    Facts silent = Facts.of(SMALL, Map.of("school", "low", "car", "1"));
    assertEquals(List.of(new Abstention.PopulationUnknown("months")),
        ((Assessment.Abstained) scorer.assess(silent)).reasons());
    assertEquals(List.of("months"), scorer.unknown(silent));
    PotentialModel carsMatter = Examples.trained(scorer.model(),
        List.of(scorer.model().trainedFields().get(0),
            new TrainedField("school", 0.9, 0, 1, List.of(1), 0.1),
            new TrainedField("car", 0.9, 0, 1, List.of(), 0.2)));
    Scorer other = Scorer.of(carsMatter, SMALL);
    assertEquals(List.of("months", "car", "school"), other.unknown(Facts.of(SMALL, Map.of())));
    assertEquals(List.of("car", "school"), other.unknown(Facts.of(SMALL, Map.of("months", "3"))));
    assertInstanceOf(Assessment.Scored.class,
        scorer.assess(Facts.of(SMALL, Map.of("school", "low", "months", "59"))));
  }

  @Test
  void what_cannot_both_be_true_is_not_scored_and_both_are_named() {
    Specification with = Specification.parse("with", Examples.json()
        .replace("\"outcome\":{", """
            "contradictions":[{"one":{"kind":"oneOf","field":"car","values":["1"]},
            "other":{"kind":"between","field":"months","low":30,"high":60}}],
            "outcome":{"""));
    PotentialModel m = Examples.model(new Random(1), Family.HAZARD, 0);
    Scorer scorer = Scorer.of(Examples.under(with, m), with);
    Map<String, String> contrary = Map.of("months", "30", "school", "low", "car", "1");
    assertEquals(List.of(new Abstention.Contradictory("car", "months")),
        ((Assessment.Abstained) scorer.assess(Facts.of(with, contrary))).reasons());
    assertInstanceOf(Assessment.Scored.class, scorer.assess(
        Facts.of(with, Map.of("months", "29", "school", "low", "car", "1"))));
    assertInstanceOf(Assessment.Scored.class,
        scorer.assess(Facts.of(with, Map.of("months", "30", "school", "low"))));
  }

  @Test
  void a_feature_that_nobody_was_known_by_in_training_makes_nobody_unlike() {
    PotentialModel m = Examples.model(new Random(1), Family.HAZARD, 0);
    Facts facts = Facts.of(SMALL, Map.of("months", "6", "school", "low", "car", "1"));
    for (double share : new double[]{0, 0.001}) {
      PotentialModel model = Examples.trained(m,
          List.of(m.trainedFields().get(0), m.trainedFields().get(1),
              new TrainedField("car", share, 0, 1, List.of(0, 1), 0)));
      assertEquals(share == 0, Scorer.of(model, SMALL).assess(facts) instanceof Assessment.Scored);
    }
  }

  @Test
  void an_amount_is_unlike_all_training_from_half_a_width_beyond_its_ends_on() {
    Scorer scorer = Scorer.of(Examples.model(new Random(1), Family.HAZARD, 0), SMALL);
    PotentialModel wide = Examples.trained(scorer.model(),
        List.of(new TrainedField("months", 1, 20, 40, List.of(), 0.4),
            scorer.model().trainedFields().get(1), scorer.model().trainedFields().get(2)));
    for (int months : new int[]{9, 10, 50, 51}) {
      Assessment assessment = Scorer.of(wide, SMALL)
          .assess(Facts.of(SMALL, Map.of("months", "" + months, "school", "low", "car", "1")));
      assertEquals(months == 9 || months == 51,
          assessment.trace().reasons().contains("UNLIKE_TRAINING:months"), "at " + months);
    }
  }

  @Test
  void exactly_the_least_coverage_is_enough() {
    PotentialModel m = Examples.model(new Random(1), Family.HAZARD, 0);
    PotentialModel halves = Examples.trained(m,
        List.of(new TrainedField("months", 1, 1, 40, List.of(), 0.25),
            new TrainedField("school", 1, 0, 1, List.of(), 0.25),
            new TrainedField("car", 1, 0, 1, List.of(), 0.5)));
    Facts half = Facts.of(SMALL, Map.of("months", "12", "school", "low"));
    Scorer.Builder builder = Scorer.builder(halves, SMALL).mostBands(5);
    assertInstanceOf(Assessment.Scored.class, builder.leastCoverage(0.5).build().assess(half));
    assertEquals(List.of("TOO_LITTLE_KNOWN"),
        builder.leastCoverage(0.51).build().assess(half).trace().reasons());
  }

  @Test
  void a_model_that_nothing_moves_knows_enough_of_everybody() {
    PotentialModel m = Examples.model(new Random(1), Family.HAZARD, 0);
    PotentialModel still = Examples.trained(m, m.trainedFields()
        .stream()
        .map(t -> new TrainedField(t.field(), 1, 0, 60, List.of(), 0))
        .toList());
    assertInstanceOf(Assessment.Scored.class,
        Scorer.of(still, SMALL).assess(Facts.of(SMALL, Map.of("months", "3"))));
  }

  /// A forest of one leaf, or none but an offset, moves everybody's score alike.
  @Test
  void an_offset_of_the_forest_is_part_of_the_base() {
    PotentialModel m = Examples.model(new Random(1), Family.HAZARD, 0);
    PotentialModel moved = new PotentialModel(m.specificationSha256(), m.specificationName(),
        m.horizonWeeks(), m.family(), m.link(), m.features(), m.intercept(), m.columns(),
        m.weights(), Forest.of(3, 0.25, List.of()), m.calibration(), m.uncertainty(),
        m.trainedFields(), m.trainedOn());
    Facts facts = Facts.of(SMALL, Map.of("months", "3"));
    Score before = Scorer.of(m, SMALL).score(facts);
    Score after = Scorer.of(moved, SMALL).score(facts);
    assertEquals(before.value() + 0.25, after.value(), 1e-12);
    assertEquals(before.base() + 0.25, after.base(), 1e-12);
    assertEquals(after.chance(), Scorer.of(moved, SMALL).chance(facts.toArray()), 1e-12);
  }

  @Test
  void a_chance_over_more_bands_than_allowed_is_too_uncertain() {
    PotentialModel m = Examples.model(new Random(2), Family.LOGISTIC, 0);
    PotentialModel vague = Examples.trained(m, List.of(m.trainedFields().get(0),
        new TrainedField("school", 0.9, 0, 1, List.of(1), 2), m.trainedFields().get(2)));
    Facts facts = Facts.of(SMALL, Map.of("months", "12", "car", "1"));
    Scorer.Builder builder = Scorer.builder(vague, SMALL).leastCoverage(0.2);
    var scored = (Assessment.Scored) builder.mostBands(5).build().assess(facts);
    int bands = scored.to().ordinal() - scored.from().ordinal() + 1;
    assertTrue(bands > 2, scored.toString());
    assertInstanceOf(Assessment.Scored.class, builder.mostBands(bands).build().assess(facts));
    assertEquals(List.of(new Abstention.TooUncertain(scored.from(), scored.to())),
        ((Assessment.Abstained) builder.mostBands(bands - 1).build().assess(facts)).reasons());
  }

  /// Two refits, half a unit either side of the weights' own score: a standard deviation of sqrt(1/2) of the score, which
  /// 1.2816 of them widen to the middle four fifths; nothing is unknown.
  @Test
  void the_interval_is_the_middle_four_fifths_of_a_normal_spread_of_the_refits() {
    PotentialModel m = Examples.model(new Random(1), Family.LOGISTIC, 0);
    PotentialModel model = Examples.uncertain(m, new Uncertainty.Refits(
        List.of(new Uncertainty.Refit(m.intercept() - 0.5, m.weights()),
            new Uncertainty.Refit(m.intercept() + 0.5, m.weights()))));
    Score score = Scorer.of(model, SMALL)
        .score(Facts.of(SMALL, Map.of("months", "12", "school", "low", "car", "1")));
    double half = 1.2815515655446004 * Math.sqrt(0.5);
    assertEquals(Link.LOGIT.chance(score.value() - half), score.low(), 1e-12);
    assertEquals(Link.LOGIT.chance(score.value() + half), score.high(), 1e-12);
  }

  /// The standard error of a score is that of the last level at or below it, and below the first that of the first.
  @Test
  void a_model_with_levels_takes_the_one_that_the_score_has_reached() {
    var levels = new Uncertainty.Levels(
        List.of(new Uncertainty.Level(-1, 0.2), new Uncertainty.Level(0.5, 0.1)));
    assertEquals(0.2, levels.standardError(-3));
    assertEquals(0.2, levels.standardError(0.49));
    assertEquals(0.1, levels.standardError(0.5));
    assertEquals(0.1, levels.standardError(9));
  }

  @Test
  void only_the_five_features_that_move_a_score_most_are_in_the_trace_the_strongest_first() {
    Specification intake = Specification.example("intake");
    PotentialModel model = Examples.flags(intake);
    Facts.Builder facts = Facts.builder(intake).amount("monthsSinceWork", 3);
    List.of("certificate", "licence", "cvReady", "temporary").forEach(f -> facts.flag(f, true));
    facts.amount("applications", 7).amount("commute", 7).amount("hours", 7);
    Trace trace = Scorer.builder(model, intake)
        .leastCoverage(0.2)
        .mostBands(5)
        .build()
        .assess(facts.build())
        .trace();
    assertEquals(List.of("+temporary", "-cvReady", "-licence", "+certificate", "+applications"),
        trace.reasons());
  }

  @Test
  void a_model_whose_features_stand_in_another_order_is_refused_whatever_it_says() {
    PotentialModel m = Examples.model(new Random(1), Family.HAZARD, 0);
    PotentialModel turned = new PotentialModel(m.specificationSha256(), m.specificationName(),
        m.horizonWeeks(), m.family(), m.link(), List.of("car", "school", "months"), m.intercept(),
        m.columns(), m.weights(), m.forest(), m.calibration(), m.uncertainty(),
        m.trainedFields().reversed(), m.trainedOn());
    PotentialException refused = assertThrows(PotentialException.class,
        () -> Scorer.of(turned, SMALL));
    assertTrue(refused.getMessage().contains("[car, school, months]"), refused.getMessage());
  }

  @Test
  void settings_of_a_scorer_have_bounds() {
    PotentialModel m = Examples.model(new Random(1), Family.HAZARD, 0);
    for (double share : new double[]{0.19, 1.01, Double.NaN}) {
      assertThrows(IllegalArgumentException.class,
          () -> Scorer.builder(m, SMALL).leastCoverage(share));
    }
    for (int bands : new int[]{0, 6}) {
      assertThrows(IllegalArgumentException.class, () -> Scorer.builder(m, SMALL).mostBands(bands));
    }
  }

  @Test
  void bands_are_fifths_with_their_lower_ends() {
    List<Band> at = java.util.stream.DoubleStream.of(0, 0.1999, 0.2, 0.4, 0.6, 0.7999, 0.8, 1)
        .mapToObj(Band::of)
        .toList();
    assertEquals(List.of(Band.LOW, Band.LOW, Band.RATHER_LOW, Band.MIDDLE, Band.RATHER_HIGH,
        Band.RATHER_HIGH, Band.HIGH, Band.HIGH), at);
    assertThrows(IllegalArgumentException.class, () -> Band.of(Double.NaN));
  }

  @Test
  void an_assessment_cannot_have_other_bands_than_its_score() {
    Score score = new Score(0.5, 0.3, 0.7, 0, 0, List.of());
    Trace trace = new Trace("0".repeat(64), "", "", List.of());
    assertThrows(IllegalArgumentException.class,
        () -> new Assessment.Scored(Band.MIDDLE, Band.RATHER_HIGH, score, trace));
    assertThrows(IllegalArgumentException.class,
        () -> new Assessment.Scored(Band.RATHER_LOW, Band.HIGH, score, trace));
    assertEquals(Band.MIDDLE,
        new Assessment.Scored(Band.RATHER_LOW, Band.RATHER_HIGH, score, trace).band());
    assertThrows(IllegalArgumentException.class,
        () -> new Assessment.Abstained(List.of(), trace));
  }

  @Test
  void a_score_whose_parts_do_not_add_up_cannot_be_made() {
    List<Contribution> parts = List.of(new Contribution("a", 0.25, true),
        new Contribution("b", -0.5, false));
    assertEquals(-0.05, new Score(0.5, 0.4, 0.6, -0.05, 0.2, parts).value());
    assertThrows(IllegalArgumentException.class,
        () -> new Score(0.5, 0.4, 0.6, -0.05 + 2e-9, 0.2, parts));
    assertThrows(IllegalArgumentException.class,
        () -> new Score(0.3, 0.4, 0.6, -0.05, 0.2, parts));
  }

  @Test
  void outside_the_population_or_unlike_all_training_there_is_no_chance() {
    Scorer scorer = Scorer.of(Examples.model(new Random(1), Family.HAZARD, 0), SMALL);
    var outside = assertInstanceOf(Assessment.Abstained.class,
        scorer.assess(Facts.of(SMALL, Map.of("months", "61", "school", "low", "car", "1"))));
    assertEquals(List.of("OUTSIDE_POPULATION:months", "UNLIKE_TRAINING:months"),
        outside.trace().reasons());
    var rare = assertInstanceOf(Assessment.Abstained.class,
        scorer.assess(Facts.of(SMALL, Map.of("months", "6", "school", "mid", "car", "1"))));
    assertEquals(List.of("UNLIKE_TRAINING:school"), rare.trace().reasons());
  }

  @Test
  void a_wide_interval_abstains_where_few_bands_are_allowed() {
    PotentialModel model = Examples.model(new Random(2), Family.LOGISTIC, 0);
    Facts facts = Facts.of(SMALL, Map.of("school", "low", "months", "3"));
    Scorer strict = Scorer.builder(model, SMALL).mostBands(1).leastCoverage(0.2).build();
    Scorer lenient = Scorer.builder(model, SMALL).mostBands(5).leastCoverage(0.2).build();
    var scored = assertInstanceOf(Assessment.Scored.class, lenient.assess(facts));
    boolean isOneBand = scored.from() == scored.to();
    assertEquals(isOneBand, strict.assess(facts) instanceof Assessment.Scored);
    assertTrue(scored.from().compareTo(scored.band()) <= 0
        && scored.band().compareTo(scored.to()) <= 0);
  }

  @Test
  void a_model_of_another_specification_is_refused_and_so_are_its_facts() {
    Specification other = Specification.parse("other",
        Examples.json().replace("nobody", "somebody else"));
    PotentialModel model = Examples.model(new Random(1), Family.HAZARD, 0);
    PotentialException refused = assertThrows(PotentialException.class,
        () -> Scorer.of(model, other));
    assertEquals(Refusal.Kind.OTHER_SPECIFICATION, refused.refusals().getFirst().kind());
    assertTrue(refused.getMessage().contains("train a model for this population"));
    Facts facts = Facts.of(other, Map.of());
    assertThrows(PotentialException.class, () -> Scorer.of(model, SMALL).assess(facts));
    assertThrows(PotentialException.class, () -> Scorer.of(model, SMALL).score(facts));
  }

  @Test
  void the_trace_names_model_specification_and_input_and_holds_no_value() {
    PotentialModel model = Examples.model(new Random(3), Family.HAZARD, 0);
    Facts facts = Facts.of(SMALL, Map.of("months", "2", "school", "high", "car", "0"));
    Trace trace = Scorer.of(model, SMALL).assess(facts).trace();
    assertEquals(model.sha256(), trace.modelSha256());
    assertEquals(SMALL.sha256(), trace.specificationSha256());
    assertEquals(facts.sha256(), trace.inputSha256());
    assertTrue(trace.reasons().stream().allMatch(r -> r.matches("[+-](months|school|car)")),
        trace.reasons().toString());
  }

  @Test
  void chances_rise_with_scores_under_every_map() {
    var curve = new CalibrationMap.Curve(List.of(-1.0, 0.0, 2.0), List.of(0.1, 0.4, 0.9));
    assertEquals(0.1, curve.chance(-7));
    assertEquals(0.25, curve.chance(-0.5), 1e-12);
    assertEquals(0.65, curve.chance(1), 1e-12);
    assertEquals(0.9, curve.chance(3));
    for (Link link : Link.values()) {
      for (double chance = 0.01; chance < 1; chance += 0.01) {
        assertEquals(chance, link.chance(link.score(chance)), 1e-12);
      }
    }
  }
}
