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
    var reason = assertInstanceOf(Abstention.TooLittleKnown.class,
        abstained.reasons().getFirst());
    assertEquals(0.1 / 0.7, reason.coverage(), 1e-12);
    assertEquals(List.of("months", "school"), reason.ask());
    assertEquals(List.of("TOO_LITTLE_KNOWN"), abstained.trace().reasons());
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
