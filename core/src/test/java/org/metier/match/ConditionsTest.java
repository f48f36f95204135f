package org.metier.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.metier.match.condition.Condition;
import org.metier.match.condition.ConditionCheck;
import org.metier.match.condition.ConditionCheck.Outcome;
import org.metier.match.condition.Conditions;
import org.metier.match.condition.PractiseRight;
import org.metier.match.condition.RegulatedProfession;
import org.metier.match.model.HandMadeModel;
import org.metier.place.GeoPoint;
import org.metier.place.Place;
import org.metier.place.PlacePrecision;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.Wishes;
import org.metier.qualification.DrivingLicence;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.OccupationCode;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;
import org.metier.work.Contract;
import org.metier.work.RemoteWork;
import org.metier.work.Salary;
import org.metier.work.WeeklyHours;

class ConditionsTest {
  private static final Taxonomy TAXONOMY = Taxonomy.builder()
      .concept("o:nurse", ConceptKind.OCCUPATION, "2221")
      .labels("o:nurse", Language.EN, List.of("nurse"))
      .concept("o:cook", ConceptKind.OCCUPATION, "5120")
      .labels("o:cook", Language.EN, List.of("cook"))
      .build();
  private static final Ranker RANKER = Ranker.of(HandMadeModel.model(), TAXONOMY,
      TextAnalyzer.create());
  private static final Ranker OF_SAMPLE = Ranker.of(HandMadeModel.model(), Taxonomy.sample(),
      TextAnalyzer.create());
  private static final Place LILLE = place("Lille", "FR", 50.63, 3.06);
  private static final Place GENT = place("Gent", "BE", 51.05, 3.72);

  private CompetenceProfile.Builder profile = CompetenceProfile.builder("p");
  private Vacancy.Builder vacancy = Vacancy.builder(new VacancyId("x", "1"), "Cook");

  private static Place place(String city, String country, double latitude, double longitude) {
    return new Place(city, null, null, country, new GeoPoint(latitude, longitude),
        PlacePrecision.ADDRESS);
  }

  private Outcome outcome(Condition condition, Conditions conditions) {
    return outcome(condition, conditions, RANKER);
  }

  /// What a condition comes to, and whether it hides just when it fails.
  private Outcome outcome(Condition condition, Conditions conditions, Ranker ranker) {
    Conditions none = new Conditions(Set.of(), conditions.ruledOutContracts(),
        conditions.ruledOutRemote(), conditions.practise(), conditions.maxCommuteMinutes());
    Match match = ranker
        .rank(profile.build(), List.of(vacancy.build()), none, 1, RandomMarket.NOW)
        .matches()
        .getFirst();
    List<Outcome> outcomes = match.conditions()
        .stream()
        .filter(check -> check.condition() == condition)
        .map(ConditionCheck::outcome)
        .toList();
    Outcome outcome = outcomes.isEmpty() ? Outcome.MET : outcomes.getFirst();
    Conditions alone = new Conditions(Set.of(condition), conditions.ruledOutContracts(),
        conditions.ruledOutRemote(), conditions.practise(), conditions.maxCommuteMinutes());
    Matches hiding = ranker.rank(profile.build(), List.of(vacancy.build()), alone, 1,
        RandomMarket.NOW);
    assertEquals(outcome == Outcome.FAILED, hiding.matches().isEmpty());
    assertEquals(outcome == Outcome.FAILED ? Map.of(condition, 1) : Map.of(), hiding.hiddenBy());
    return outcome;
  }

  @Test
  void a_licence_that_is_demanded_must_be_covered_and_unknown_is_not_failing() {
    vacancy.drivingLicences(EnumSet.of(DrivingLicence.C));
    assertEquals(Outcome.UNKNOWN, outcome(Condition.LICENCE, Conditions.STANDARD));
    profile.drivingLicences(EnumSet.of(DrivingLicence.B));
    assertEquals(Outcome.FAILED, outcome(Condition.LICENCE, Conditions.STANDARD));
    profile.drivingLicences(EnumSet.of(DrivingLicence.CE));
    assertEquals(Outcome.MET, outcome(Condition.LICENCE, Conditions.STANDARD));
  }

  /// Lille to Gent are 66 km.
  @Test
  void nobody_is_sent_farther_than_they_said() {
    vacancy.workplaces(List.of(GENT));
    profile.place(LILLE).wishes(Wishes.builder().maxDistanceKm(60.0).build());
    assertEquals(Outcome.FAILED, outcome(Condition.DISTANCE, Conditions.STANDARD));
    vacancy.remote(RemoteWork.REMOTE);
    assertEquals(Outcome.MET, outcome(Condition.DISTANCE, Conditions.STANDARD));
    vacancy.remote(RemoteWork.ON_SITE);
    profile.wishes(Wishes.builder().maxDistanceKm(70.0).build());
    assertEquals(Outcome.MET, outcome(Condition.DISTANCE, Conditions.STANDARD));
    profile.place(null);
    assertEquals(Outcome.UNKNOWN, outcome(Condition.DISTANCE, Conditions.STANDARD));
  }

  /// At 130 km/h, 66 km take 30 minutes at the least.
  @Test
  void the_way_takes_at_least_as_long_as_nobody_could_be_faster() {
    vacancy.workplaces(List.of(GENT));
    profile.place(LILLE);
    assertEquals(Outcome.FAILED, outcome(Condition.COMMUTING_TIME,
        Conditions.STANDARD.withMaxCommuteMinutes(29)));
    assertEquals(Outcome.MET, outcome(Condition.COMMUTING_TIME,
        Conditions.STANDARD.withMaxCommuteMinutes(31)));
    Ranker routed = RANKER.with((home, workplace) -> Duration.ofMinutes(55));
    assertEquals(Outcome.FAILED, outcome(Condition.COMMUTING_TIME,
        Conditions.STANDARD.withMaxCommuteMinutes(31), routed));
    Ranker lost = RANKER.with((home, workplace) -> null);
    assertEquals(Outcome.UNKNOWN, outcome(Condition.COMMUTING_TIME,
        Conditions.STANDARD.withMaxCommuteMinutes(31), lost));
    vacancy.workplaces(List.of(GENT, LILLE));
    assertEquals(Outcome.MET, outcome(Condition.COMMUTING_TIME,
        Conditions.STANDARD.withMaxCommuteMinutes(5)));
    assertThrows(IllegalArgumentException.class,
        () -> Conditions.STANDARD.withMaxCommuteMinutes(0));
  }

  @Test
  void what_is_ruled_out_is_hidden_and_what_is_not_said_is_not() {
    Conditions conditions = Conditions.STANDARD.withRuledOut(Set.of(Contract.AGENCY),
        Set.of(RemoteWork.ON_SITE));
    assertEquals(Outcome.UNKNOWN, outcome(Condition.CONTRACT, conditions));
    assertEquals(Outcome.UNKNOWN, outcome(Condition.REMOTE, conditions));
    vacancy.contract(Contract.AGENCY).remote(RemoteWork.ON_SITE);
    assertEquals(Outcome.FAILED, outcome(Condition.CONTRACT, conditions));
    assertEquals(Outcome.FAILED, outcome(Condition.REMOTE, conditions));
    vacancy.contract(Contract.PERMANENT).remote(RemoteWork.HYBRID);
    assertEquals(Outcome.MET, outcome(Condition.CONTRACT, conditions));
    assertEquals(Outcome.MET, outcome(Condition.REMOTE, conditions));
  }

  @Test
  void hours_and_pay_hide_only_when_somebody_says_so() {
    assertFalse(Conditions.STANDARD.hiding().contains(Condition.HOURS));
    assertFalse(Conditions.STANDARD.hiding().contains(Condition.SALARY));
    Currency euro = Currency.getInstance("EUR");
    profile.wishes(Wishes.builder()
        .hours(new WeeklyHours(20, 25))
        .salary(new Salary(2_000, 2_000, euro, Salary.Period.MONTH))
        .build());
    vacancy.hours(new WeeklyHours(35, 40))
        .salary(new Salary(1_800, 1_900, euro, Salary.Period.MONTH));
    assertEquals(Outcome.FAILED, outcome(Condition.HOURS, Conditions.NONE));
    assertEquals(Outcome.FAILED, outcome(Condition.SALARY, Conditions.NONE));
    vacancy.hours(null).salary(null);
    assertEquals(Outcome.UNKNOWN, outcome(Condition.HOURS, Conditions.NONE));
    assertEquals(Outcome.UNKNOWN, outcome(Condition.SALARY, Conditions.NONE));
  }

  @Test
  void a_regulated_profession_is_flagged_and_hides_only_where_somebody_said_it_may_not_be_practised() {
    vacancy.occupations(
        List.of(new OccupationCode("o:nurse", 1, OccupationCode.Origin.values()[0])))
        .workplaces(List.of(LILLE));
    assertEquals(Outcome.UNKNOWN, outcome(Condition.RIGHT_TO_PRACTISE, Conditions.STANDARD));
    assertEquals(Outcome.MET, outcome(Condition.RIGHT_TO_PRACTISE, Conditions.STANDARD
        .withPractise(List.of(new PractiseRight("2221", "FR", true)))));
    assertEquals(Outcome.FAILED, outcome(Condition.RIGHT_TO_PRACTISE, Conditions.STANDARD
        .withPractise(List.of(new PractiseRight("222", "FR", false)))));
    assertEquals(Outcome.UNKNOWN, outcome(Condition.RIGHT_TO_PRACTISE, Conditions.STANDARD
        .withPractise(List.of(new PractiseRight("2221", "BE", false)))));
    RegulatedProfession nurse = RegulatedProfession.of(vacancy.build(), TAXONOMY).orElseThrow();
    assertEquals(new RegulatedProfession("2221", Set.of("FR"), RegulatedProfession.Extent.ALL,
        "2005/36/EC"), nurse);
    vacancy.occupations(
        List.of(new OccupationCode("o:cook", 1, OccupationCode.Origin.values()[0])));
    assertTrue(RegulatedProfession.of(vacancy.build(), TAXONOMY).isEmpty());
  }

  @RepeatedTest(30)
  void nothing_is_lost_without_being_counted(RepetitionInfo run) {
    var market = new RandomMarket(new Random(run.getCurrentRepetition()));
    CompetenceProfile person = market.profile();
    List<Vacancy> candidates = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      candidates.add(market.vacancy());
    }
    Conditions conditions = Conditions.hidingBy(EnumSet.allOf(Condition.class))
        .withRuledOut(Set.of(Contract.AGENCY), Set.of(RemoteWork.ON_SITE))
        .withMaxCommuteMinutes(60);
    Matches matches = OF_SAMPLE.rank(person, candidates, conditions, 40, RandomMarket.NOW);
    assertEquals(40, matches.matches().size() + matches.hidden().size());
    assertTrue(matches.matches()
        .stream()
        .noneMatch(
            match -> match.conditions().stream().anyMatch(c -> c.outcome() == Outcome.FAILED)));
    List<Match> all = OF_SAMPLE.rank(person, candidates, RandomMarket.NOW);
    for (Matches.Hidden hidden : matches.hidden()) {
      Match shown = all.stream()
          .filter(m -> m.vacancy().id().equals(hidden.vacancy()))
          .findFirst()
          .orElseThrow();
      assertEquals(shown.score(), hidden.score());
    }
    for (Condition condition : matches.hiddenBy().keySet()) {
      Matches more = OF_SAMPLE.rank(person, candidates, conditions.showing(condition), 40,
          RandomMarket.NOW);
      assertTrue(more.matches().size() >= matches.matches().size());
      assertFalse(more.hiddenBy().containsKey(condition));
    }
  }

  @Test
  void profiles_for_a_vacancy_meet_the_same_conditions() {
    vacancy.drivingLicences(EnumSet.of(DrivingLicence.C));
    CompetenceProfile without = CompetenceProfile.builder("a")
        .drivingLicences(EnumSet.of(DrivingLicence.B))
        .build();
    CompetenceProfile with = CompetenceProfile.builder("b")
        .drivingLicences(EnumSet.of(DrivingLicence.C))
        .build();
    Matches matches = RANKER.rankProfiles(vacancy.build(), List.of(without, with),
        Conditions.STANDARD, 5, RandomMarket.NOW);
    assertEquals(List.of("b"), matches.matches().stream().map(Match::profileId).toList());
    assertEquals(List.of("a"), matches.hiddenBy(Condition.LICENCE)
        .stream()
        .map(Matches.Hidden::profileId)
        .toList());
  }
}
