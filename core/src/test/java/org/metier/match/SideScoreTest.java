package org.metier.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.metier.match.feature.Feature;
import org.metier.match.feature.FeatureExtractor;
import org.metier.match.feature.FeatureShare;
import org.metier.match.model.HandMadeModel;
import org.metier.match.model.RankerModel;
import org.metier.match.reason.Coverage;
import org.metier.match.reason.Question;
import org.metier.match.reason.Reason;
import org.metier.match.reason.Side;
import org.metier.match.reason.SideScore;
import org.metier.match.reason.SideSplit;
import org.metier.place.GeoPoint;
import org.metier.place.Place;
import org.metier.place.PlacePrecision;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.Wishes;
import org.metier.rank.Forest;
import org.metier.rank.Tree;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.OccupationCode;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;
import org.metier.work.WeeklyHours;

class SideScoreTest {
  private static final CoverageLimits NEVER = new CoverageLimits(0, 0);
  private static final Ranker PURE = ranker(HandMadeModel.model()).with(NEVER);
  private static final Ranker MIXED = ranker(RankerModel.of(mixed())).with(NEVER);
  private static final Ranker STANDARD = ranker(RankerModel.standard()).with(NEVER);
  private static final FeatureExtractor EXTRACTOR = FeatureExtractor.over(Taxonomy.sample(),
      TextAnalyzer.create());

  private static Ranker ranker(RankerModel model) {
    return Ranker.of(model, Taxonomy.sample(), TextAnalyzer.create());
  }

  /// The hand-made trees, and some that test a feature of each of two sides.
  private static Forest mixed() {
    List<Tree> trees = new ArrayList<>(HandMadeModel.model().forest().trees());
    trees.add(crossed(Feature.ESSENTIAL_SKILLS_WEIGHTED_SHARE, Feature.DISTANCE_KM));
    trees.add(crossed(Feature.AGE_DAYS, Feature.HELD_OCCUPATION_DISTANCE));
    return Forest.of(Feature.values().length, 0.75, trees);
  }

  private static Tree crossed(Feature first, Feature second) {
    return new Tree(new int[]{first.ordinal(), second.ordinal(), -1, -1, -1},
        new double[]{0.5, 20, 0, 0, 0}, new boolean[]{true, false, false, false, false},
        new int[]{1, 3, 0, 0, 0}, new int[]{2, 4, 0, 0, 0}, new double[]{0, 0, 0.9, -0.4, 0.3},
        new double[]{100, 60, 40, 25, 35});
  }

  @Test
  void every_feature_is_of_the_side_of_its_group_and_no_side_is_without() {
    assertEquals(EnumSet.allOf(Side.class),
        Arrays.stream(Feature.values()).map(Feature::side).collect(Collectors.toSet()));
    assertEquals(Side.CAN_DO, Feature.HELD_OCCUPATION_DISTANCE.side());
    assertEquals(Side.WANTS_TO, Feature.WANTED_OCCUPATION_DISTANCE.side());
    assertEquals(Side.WANTS_TO, Feature.REMOTE_WORK_FIT.side());
    assertEquals(Side.MARKET, Feature.AGE_DAYS.side());
  }

  @RepeatedTest(100)
  void each_reason_is_of_the_side_of_its_features(RepetitionInfo run) {
    var market = new RandomMarket(new Random(run.getCurrentRepetition()));
    Match match = PURE.match(market.profile(), market.vacancy(), RandomMarket.NOW);
    for (Side side : Side.values()) {
      double ofFeatures = match.features()
          .stream()
          .filter(share -> share.feature().side() == side)
          .mapToDouble(FeatureShare::contribution)
          .sum();
      double ofReasons = match.reasons(side).stream().mapToDouble(Reason::contribution).sum();
      assertEquals(ofFeatures, ofReasons, 1e-12, side.name());
    }
  }

  @RepeatedTest(100)
  void fitness_and_interest_are_the_sums_of_their_trees(RepetitionInfo run) {
    var market = new RandomMarket(new Random(run.getCurrentRepetition()));
    CompetenceProfile profile = market.profile();
    Vacancy vacancy = market.vacancy();
    Match match = PURE.match(profile, vacancy, RandomMarket.NOW);
    double[] features = EXTRACTOR.extract(profile, vacancy, RandomMarket.NOW);
    assertEquals(SideSplit.TREES, match.split());
    assertEquals(sum(Side.CAN_DO, features), value(match.fitness()), 1e-12);
    assertEquals(sum(Side.WANTS_TO, features), value(match.interest()), 1e-12);
    assertEquals(sum(Side.MARKET, features), match.rest(), 1e-12);
  }

  private static double value(SideScore side) {
    return Objects.requireNonNull(side.value());
  }

  private static double sum(Side side, double[] features) {
    double sum = 0;
    for (Tree tree : HandMadeModel.model().forest().trees()) {
      if (Feature.values()[tree.feature(0)].side() == side) {
        sum += Forest.of(features.length, 0, List.of(tree)).score(features);
      }
    }
    return sum;
  }

  @RepeatedTest(100)
  void whatever_the_model_the_parts_add_up_and_each_is_its_base_and_its_reasons(
      RepetitionInfo run) {
    var market = new RandomMarket(new Random(run.getCurrentRepetition()));
    CompetenceProfile profile = market.profile();
    Vacancy vacancy = market.vacancy();
    for (Ranker ranker : List.of(PURE, MIXED, STANDARD)) {
      Match match = ranker.match(profile, vacancy, RandomMarket.NOW);
      assertEquals(match.score(),
          value(match.fitness()) + value(match.interest()) + match.rest(), 1e-12);
      assertEquals(ofReasons(match, Side.CAN_DO), value(match.fitness()) - match.fitness().base(),
          1e-9);
      assertEquals(ofReasons(match, Side.WANTS_TO),
          value(match.interest()) - match.interest().base(), 1e-9);
    }
  }

  private static double ofReasons(Match match, Side side) {
    return match.reasons(side).stream().mapToDouble(Reason::contribution).sum();
  }

  @Test
  void a_split_by_shapley_shares_is_said_to_be_one() {
    assertEquals(SideSplit.TREES, PURE.split());
    assertEquals(SideSplit.SHAPLEY, MIXED.split());
    var market = new RandomMarket(new Random(1));
    assertEquals(SideSplit.SHAPLEY,
        MIXED.match(market.profile(), market.vacancy(), RandomMarket.NOW).split());
  }

  @RepeatedTest(50)
  void what_the_person_wants_does_not_change_what_they_can_do(RepetitionInfo run) {
    var market = new RandomMarket(new Random(run.getCurrentRepetition()));
    CompetenceProfile profile = market.profile();
    CompetenceProfile elsewhere = profile.toBuilder().place(market.profile().place()).build();
    Vacancy vacancy = market.vacancy();
    assertEquals(PURE.match(profile, vacancy, RandomMarket.NOW).fitness(),
        PURE.match(elsewhere, vacancy, RandomMarket.NOW).fitness());
  }

  @RepeatedTest(50)
  void below_the_limit_there_is_no_score_and_above_there_is(RepetitionInfo run) {
    var market = new RandomMarket(new Random(run.getCurrentRepetition()));
    CompetenceProfile profile = market.profile();
    Vacancy vacancy = market.vacancy();
    Match match = PURE.with(new CoverageLimits(0.6, 0.6)).match(profile, vacancy, RandomMarket.NOW);
    Match all = PURE.match(profile, vacancy, RandomMarket.NOW);
    for (SideScore side : List.of(match.fitness(), match.interest())) {
      if (side.coverage().share() < 0.6) {
        assertTrue(side.isAbstained());
      }
    }
    assertEquals(match.fitness().coverage().share() < 0.6, match.fitness().isAbstained());
    assertEquals(all.score(), match.score());
    double left = (match.fitness().isAbstained() ? value(all.fitness()) : 0)
        + (match.interest().isAbstained() ? value(all.interest()) : 0);
    assertEquals(all.rest() + left, match.rest(), 1e-12);
  }

  @Test
  void a_home_is_no_wish() {
    Place home = new Place("Gent", null, null, "BE", new GeoPoint(51.05, 3.72),
        PlacePrecision.ADDRESS);
    Vacancy vacancy = Vacancy.builder(new VacancyId("x", "1"), "cook")
        .workplaces(List.of(home))
        .hours(new WeeklyHours(30, 30))
        .build();
    CompetenceProfile.Builder profile = CompetenceProfile.builder("p").place(home);
    Ranker ranker = ranker(HandMadeModel.model()).with(new CoverageLimits(0.05, 0.05));
    SideScore silent = ranker.match(profile.build(), vacancy, RandomMarket.NOW).interest();
    assertTrue(silent.coverage().share() > 0.05);
    assertTrue(silent.isAbstained());
    profile.wishes(Wishes.builder().hours(new WeeklyHours(20, 40)).build());
    assertFalse(ranker.match(profile.build(), vacancy, RandomMarket.NOW).interest().isAbstained());
  }

  @Test
  void a_profile_that_says_nothing_gets_no_score_but_questions() {
    var market = new RandomMarket(new Random(4));
    Vacancy vacancy = Vacancy.builder(market.vacancy().id(), "cook")
        .occupations(occupation(market))
        .build();
    Match match = ranker(HandMadeModel.model())
        .match(CompetenceProfile.builder("nobody").build(), vacancy, RandomMarket.NOW);
    assertTrue(match.fitness().isAbstained() && match.interest().isAbstained());
    assertEquals(0, match.fitness().coverage().share());
    assertEquals(match.score(), match.rest(), 1e-12);
    assertFalse(match.questions().isEmpty());
    assertEquals(Set.of(Question.Party.PERSON),
        match.questions().stream().map(Question::asked).collect(Collectors.toSet()));
    for (int i = 1; i < match.questions().size(); i++) {
      assertTrue(match.questions().get(i - 1).reach() >= match.questions().get(i).reach());
    }
  }

  private static List<OccupationCode> occupation(RandomMarket market) {
    int[] occupations = market.taxonomy()
        .concepts(ConceptKind.OCCUPATION);
    return List.of(new OccupationCode(market.taxonomy().uri(occupations[0]), 1,
        OccupationCode.Origin.values()[0]));
  }

  @RepeatedTest(50)
  void coverage_grows_with_what_is_told_and_its_topics_are_parted(RepetitionInfo run) {
    var market = new RandomMarket(new Random(run.getCurrentRepetition()));
    CompetenceProfile profile = market.profile();
    Vacancy vacancy = market.vacancy();
    Match match = PURE.match(profile, vacancy, RandomMarket.NOW);
    Match silent = PURE.match(CompetenceProfile.builder("p").build(), vacancy, RandomMarket.NOW);
    for (Side side : List.of(Side.CAN_DO, Side.WANTS_TO)) {
      Coverage coverage = side == Side.CAN_DO
          ? match.fitness().coverage()
          : match.interest().coverage();
      Coverage ofSilent = side == Side.CAN_DO
          ? silent.fitness().coverage()
          : silent.interest().coverage();
      assertEquals(0, ofSilent.share());
      assertTrue(coverage.known().stream().allMatch(topic -> topic.side() == side));
      assertTrue(coverage.share() <= 1);
      if (coverage.unknownOfPerson().isEmpty() && coverage.unknownOfVacancy().isEmpty()) {
        assertEquals(1, coverage.share(), 1e-12);
      }
    }
    if (!match.fitness().coverage().known().isEmpty()) {
      assertNotEquals(0, match.fitness().coverage().share());
    }
  }
}
