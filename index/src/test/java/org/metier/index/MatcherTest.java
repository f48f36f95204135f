package org.metier.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.allocation.OfferBook;
import org.metier.allocation.OpenOffers;
import org.metier.allocation.Prices;
import org.metier.allocation.Shown;
import org.metier.allocation.ShownList;
import org.metier.home.Home;
import org.metier.match.HomePrices;
import org.metier.match.Match;
import org.metier.match.Matches;
import org.metier.match.Policy;
import org.metier.match.condition.Condition;
import org.metier.match.condition.Conditions;
import org.metier.match.reason.Reason;
import org.metier.match.wording.Reader;
import org.metier.match.wording.Wording;
import org.metier.place.GeoPoint;
import org.metier.place.Place;
import org.metier.place.PlacePrecision;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.Wishes;
import org.metier.qualification.DrivingLicence;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.OccupationCode;
import org.metier.vacancy.Vacancy;
import org.metier.work.Contract;
import org.metier.work.RemoteWork;

class MatcherTest {
  private static final Taxonomy TAXONOMY = Market.taxonomy();
  private static final TextAnalyzer ANALYZER = TextAnalyzer.create();
  private static final Clock CLOCK = Clock.fixed(Market.NOW, ZoneOffset.UTC);

  @TempDir
  Path folder;

  private VacancyIndex index() {
    return VacancyIndex.builder(Home.open(folder))
        .taxonomy(TAXONOMY)
        .analyzer(ANALYZER)
        .clock(CLOCK)
        .build();
  }

  private Matcher matcher(int candidates) {
    return Matcher.builder(Home.open(folder))
        .taxonomy(TAXONOMY)
        .analyzer(ANALYZER)
        .clock(CLOCK)
        .candidates(candidates)
        .build();
  }

  @RepeatedTest(5)
  void every_vacancy_that_shares_a_skill_is_retrieved(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    List<Vacancy> market = IntStream.range(0, 500).mapToObj(i -> Market.random(i, random)).toList();
    try (VacancyIndex index = index(); Matcher matcher = matcher(500)) {
      index.put(market);
      for (int round = 0; round < 5; round++) {
        List<String> skills = random.ints(3, 0, Market.SKILLS)
            .distinct()
            .mapToObj(i -> "s" + i)
            .toList();
        Set<String> expected = market.stream()
            .filter(v -> v.skills().stream().anyMatch(d -> skills.contains(d.uri())))
            .map(v -> v.id().toString())
            .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(expected,
            keys(matcher.candidates(Market.profile("p", skills, List.of()), VacancyFilter.ALL)));
      }
    }
  }

  @Test
  void more_skills_than_a_query_holds_clauses_are_all_looked_for() {
    List<String> skills = IntStream.range(0, 3_000)
        .mapToObj(i -> "unknown" + i)
        .collect(Collectors.toCollection(ArrayList::new));
    skills.add("s1");
    try (VacancyIndex index = index(); Matcher matcher = matcher(10)) {
      index.put(
          List.of(Market.vacancy("a", "position").skills(List.of(Market.demand("s1"))).build()));
      assertEquals(Set.of("test:a"),
          keys(matcher.candidates(Market.profile("p", skills, List.of()), VacancyFilter.ALL)));
    }
  }

  @Test
  void nearer_occupations_come_first() {
    try (VacancyIndex index = index(); Matcher matcher = matcher(10)) {
      index.put(List.of(coded("far", "butcher"), coded("near", "pastry"), coded("same", "baker"),
          Market.vacancy("none", "something else").build()));
      List<Vacancy> found = matcher.candidates(Market.profile("p", List.of(), List.of("baker")),
          VacancyFilter.ALL);
      assertEquals(List.of("same", "near", "far"), found.stream().map(v -> v.id().key()).toList());
    }
  }

  @Test
  void a_wanted_occupation_is_looked_for_in_other_languages_too() {
    try (VacancyIndex index = index(); Matcher matcher = matcher(10)) {
      index.put(List.of(Market.vacancy("fr", "Boulanger de nuit").language(Language.FR).build()));
      CompetenceProfile wish = CompetenceProfile.builder("p")
          .wishes(Wishes.builder().occupations(Set.of("baker")).build())
          .build();
      assertEquals(Set.of("test:fr"), keys(matcher.candidates(wish, VacancyFilter.ALL)));
    }
  }

  @Test
  void filters_let_through_what_is_known_to_fit() {
    Vacancy gent = coded("gent", "baker").toBuilder()
        .workplaces(List.of(
            new Place("Gent", null, null, "BE", new GeoPoint(51.05, 3.72), PlacePrecision.ADDRESS)))
        .contract(Contract.PERMANENT)
        .postedAt(Market.NOW.minus(Duration.ofDays(2)))
        .build();
    Vacancy lyon = coded("lyon", "baker").toBuilder()
        .language(Language.FR)
        .workplaces(List.of(
            new Place("Lyon", null, null, "FR", new GeoPoint(45.76, 4.84), PlacePrecision.ADDRESS)))
        .contract(Contract.SEASONAL)
        .build();
    Vacancy remote = coded("remote", "baker").toBuilder().remote(RemoteWork.REMOTE).build();
    Vacancy expired = coded("expired", "baker").toBuilder()
        .validThrough(Market.NOW.minusSeconds(1))
        .build();
    Vacancy lastDay = coded("last", "baker").toBuilder().validThrough(Market.NOW).build();
    try (VacancyIndex index = index(); Matcher matcher = matcher(10)) {
      index.put(List.of(gent, lyon, remote, expired, lastDay));
      var all = VacancyFilter.builder();
      assertEquals(Set.of("test:gent", "test:lyon", "test:remote", "test:last"),
          found(matcher, all));
      assertEquals(4, index.countOpen());
      assertEquals(5, index.count());
      assertEquals(Set.of("test:lyon"),
          found(matcher, VacancyFilter.builder().languages(Set.of(Language.FR))));
      assertEquals(Set.of("test:gent"),
          found(matcher, VacancyFilter.builder().countries(Set.of("BE"))));
      assertEquals(Set.of("test:gent", "test:remote"),
          found(matcher, VacancyFilter.builder().near(new GeoPoint(50.85, 4.35), 60)));
      assertEquals(Set.of("test:lyon"),
          found(matcher, VacancyFilter.builder().contracts(Set.of(Contract.SEASONAL))));
      assertEquals(Set.of("test:gent"), found(matcher,
          VacancyFilter.builder().postedAfter(Market.NOW.minus(Duration.ofDays(3)))));
      assertEquals(Set.of(), found(matcher, VacancyFilter.builder().sources(Set.of("other"))));
    }
  }

  @RepeatedTest(5)
  void the_order_of_ingestion_does_not_change_what_is_found(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    List<Vacancy> market = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      market.add(Market.random(i, random));
    }
    CompetenceProfile profile = Market.profile("p", List.of("s1", "s2", "s3", "s4"),
        List.of("baker"));
    List<Vacancy> first = retrieved(folder.resolve("a"), market, profile);
    Collections.shuffle(market, random);
    assertEquals(first, retrieved(folder.resolve("b"), market, profile));
  }

  private static List<Vacancy> retrieved(Path folder, List<Vacancy> market,
      CompetenceProfile profile) {
    Home home = Home.open(folder);
    try (
        VacancyIndex index = VacancyIndex.builder(home)
            .taxonomy(TAXONOMY)
            .analyzer(ANALYZER)
            .build();
        Matcher matcher = Matcher.builder(home)
            .taxonomy(TAXONOMY)
            .analyzer(ANALYZER)
            .candidates(10)
            .build()) {
      index.put(market);
      return matcher.candidates(profile, VacancyFilter.ALL);
    }
  }

  @Test
  void matches_are_ranked_explained_and_limited() {
    Random random = new Random(3);
    try (VacancyIndex index = index(); Matcher matcher = matcher(100)) {
      index.put(IntStream.range(0, 80).mapToObj(i -> Market.random(i, random)).toList());
      CompetenceProfile profile = Market.profile("p", List.of("s1", "s2"), List.of("baker"));
      List<Match> matches = matcher.match(profile, 5);
      assertEquals(5, matches.size());
      for (int i = 1; i < matches.size(); i++) {
        assertTrue(matches.get(i - 1).score() >= matches.get(i).score());
      }
      assertEquals(matches, matcher.match(profile, 5));
      assertThrows(IllegalArgumentException.class, () -> matcher.match(profile, 0));
    }
  }

  @Test
  void what_conditions_hide_is_counted_and_can_be_shown() {
    try (VacancyIndex index = index(); Matcher matcher = matcher(100)) {
      index.put(List.of(coded("a", "baker"),
          coded("b", "baker").toBuilder().drivingLicences(Set.of(DrivingLicence.C)).build(),
          coded("c", "baker").toBuilder().contract(Contract.AGENCY).build()));
      CompetenceProfile profile = Market.profile("p", List.of("s1"), List.of("baker"))
          .toBuilder()
          .drivingLicences(Set.of(DrivingLicence.B))
          .build();
      Conditions conditions = Conditions.STANDARD.withRuledOut(Set.of(Contract.AGENCY), Set.of());
      Matches matches = matcher.match(profile, VacancyFilter.ALL, conditions, 10);
      assertEquals(List.of("test:a"), ids(matches));
      assertEquals(Map.of(Condition.LICENCE, 1, Condition.CONTRACT, 1), matches.hiddenBy());
      assertEquals(List.of("test:b"), matches.hiddenBy(Condition.LICENCE)
          .stream()
          .map(hidden -> hidden.vacancy().toString())
          .toList());
      Matches more = matcher.match(profile, VacancyFilter.ALL,
          conditions.showing(Condition.LICENCE), 10);
      assertEquals(Set.of("test:a", "test:b"), Set.copyOf(ids(more)));
      assertEquals(3, matcher.match(profile, 10).size());
    }
  }

  @Test
  void what_is_open_to_as_many_people_as_may_be_is_left_out_and_counted() {
    Instant[] now = {CLOCK.instant()};
    OfferBook book = OfferBook.of(OpenOffers.NONE, 1, Duration.ofDays(3), () -> now[0]);
    try (VacancyIndex index = index();
        Matcher matcher = Matcher.builder(Home.open(folder))
            .taxonomy(TAXONOMY)
            .analyzer(ANALYZER)
            .clock(CLOCK)
            .offers(book)
            .build()) {
      index.put(List.of(coded("a", "baker"), coded("b", "pastry"), coded("c", "butcher")));
      CompetenceProfile profile = Market.profile("p", List.of("s1"), List.of("baker"));
      assertEquals(0, shown(matcher, profile).full());
      book.offer("somebody", "test:a");
      book.offer("p", "test:b");

      Matches matches = shown(matcher, profile);
      assertEquals(1, matches.full());
      assertEquals(Set.of("test:b", "test:c"), Set.copyOf(ids(matches)));
      assertEquals(2, book.state().offers().size(), "matching opens nothing");
      assertTrue(Wording.in(Language.EN, Reader.JOB_SEEKER, TAXONOMY)
          .hidden(matches)
          .getFirst()
          .contains("already being shown"));

      now[0] = CLOCK.instant().plus(Duration.ofDays(3));
      assertEquals(3, ids(shown(matcher, profile)).size(), "the offer has expired");
    }
  }

  private static Matches shown(Matcher matcher, CompetenceProfile profile) {
    return matcher.match(profile, VacancyFilter.ALL, Conditions.NONE, 10);
  }

  private static List<String> ids(Matches matches) {
    return matches.matches().stream().map(match -> match.vacancy().id().toString()).toList();
  }

  @Test
  void a_policy_puts_occupations_forward_and_spreads_employers() throws IOException {
    try (VacancyIndex index = index()) {
      index.put(List.of(coded("a1", "baker").toBuilder().employer("ACME").build(),
          coded("a2", "baker").toBuilder().employer("Acme ").build(),
          coded("b1", "pastry").toBuilder().employer("Other").build()));
    }
    CompetenceProfile profile = Market.profile("p", List.of(), List.of("baker"));
    try (Matcher matcher = matcher(10)) {
      assertEquals(List.of("test:a1", "test:a2", "test:b1"), ids(matcher, profile));
    }
    Files.writeString(folder.resolve("policy.json"), """
        {"boosts":[{"list":"shortage","occupations":["pastry"],"weight":0.01}],
        "cap":{"most":1,"within":2}}""");
    try (Matcher matcher = matcher(10)) {
      assertEquals(List.of("test:a1", "test:b1", "test:a2"), ids(matcher, profile));
      assertTrue(matcher.match(profile, 10)
          .get(1)
          .reasons()
          .contains(new Reason.Boost("shortage", "pastry", 0.01)));
      assertTrue(matcher.match(profile, 10)
          .get(2)
          .reasons()
          .contains(new Reason.EmployerCap("Acme ", 1, 2, 2)));
    }
    try (Matcher matcher = Matcher.builder(Home.open(folder))
        .taxonomy(TAXONOMY)
        .clock(CLOCK)
        .policy(Policy.NONE)
        .build()) {
      assertEquals(List.of("test:a1", "test:a2", "test:b1"), ids(matcher, profile));
    }
  }

  @Test
  void prices_of_a_home_put_what_is_crowded_behind_and_say_so() {
    try (VacancyIndex index = index()) {
      index.put(List.of(coded("a", "baker"), coded("b", "baker"), coded("c", "baker")));
    }
    CompetenceProfile profile = Market.profile("p", List.of(), List.of("baker"));
    try (Matcher matcher = matcher(10)) {
      assertEquals(List.of("test:a", "test:b", "test:c"), ids(matcher, profile));
      new HomePrices(matcher.ranker().model().sha256(),
          new Prices("night", Market.NOW, 0.1, Map.of("test:a", 0.2, "test:b", 0.0)))
          .write(Home.open(folder));
    }
    try (Matcher matcher = matcher(10)) {
      assertEquals(List.of("test:b", "test:c", "test:a"), ids(matcher, profile));
      Match last = matcher.match(profile, 10).getLast();
      assertTrue(last.reasons().contains(new Reason.Crowding("night", -0.2)));
    }
    try (Matcher matcher = Matcher.builder(Home.open(folder))
        .taxonomy(TAXONOMY)
        .clock(CLOCK)
        .prices(Prices.NONE)
        .build()) {
      assertEquals(List.of("test:a", "test:b", "test:c"), ids(matcher, profile));
    }
  }

  /// Every profile's list by the market is the one it is shown, prices or not.
  @Test
  void a_market_holds_the_scores_of_all_stored_profiles_and_open_vacancies() {
    Random random = new Random(7);
    List<Vacancy> vacancies = IntStream.range(0, 60)
        .mapToObj(i -> Market.random(i, random))
        .toList();
    try (VacancyIndex index = index()) {
      index.put(vacancies);
    }
    List<CompetenceProfile> people = List.of(
        Market.profile("p1", List.of("s1", "s2"), List.of("baker")),
        Market.profile("p2", List.of("s4"), List.of("butcher")));
    try (ProfileStore store = ProfileStore.open(Home.open(folder), TAXONOMY, CLOCK)) {
      people.forEach(store::put);
    }
    Map<String, Double> byVacancy = vacancies.stream()
        .collect(Collectors.toMap(v -> v.id().toString(), _ -> random.nextDouble()));
    Prices prices = new Prices("night", Market.NOW, 0.1, byVacancy);
    try (Matcher matcher = Matcher.builder(Home.open(folder))
        .taxonomy(TAXONOMY)
        .analyzer(ANALYZER)
        .clock(CLOCK)
        .prices(prices)
        .candidates(30)
        .build()) {
      org.metier.allocation.Market market = matcher.market(Conditions.NONE, 3);
      assertEquals(List.of("p1", "p2"), market.people());
      assertEquals(vacancies.stream().map(v -> v.id().toString()).sorted().toList(),
          market.vacancies());
      for (ShownList list : market.ranked(10, prices)) {
        CompetenceProfile profile = people.get(list.person().equals("p1") ? 0 : 1);
        List<Match> shown = matcher.match(profile, 10);
        assertEquals(shown.stream().map(m -> m.vacancy().id().toString()).toList(),
            list.shown().stream().map(Shown::vacancy).toList());
        for (int i = 0; i < shown.size(); i++) {
          assertEquals(shown.get(i).score(), list.shown().get(i).adjusted(), 1e-12);
        }
      }
    }
  }

  private static List<String> ids(Matcher matcher, CompetenceProfile profile) {
    return ids(matcher.match(profile, VacancyFilter.ALL, Conditions.NONE, 10));
  }

  @Test
  void a_profile_that_says_nothing_matches_nothing() {
    try (VacancyIndex index = index(); Matcher matcher = matcher(10)) {
      index.put(List.of(coded("a", "baker")));
      assertEquals(List.of(), matcher.match(CompetenceProfile.builder("p").build(), 5));
    }
  }

  @Test
  void stored_profiles_are_matched_with_a_vacancy_until_erased() {
    Home home = Home.open(folder);
    try (ProfileStore store = ProfileStore.open(home, TAXONOMY, CLOCK);
        Matcher matcher = matcher(10)) {
      Vacancy vacancy = coded("v", "baker").toBuilder()
          .skills(List.of(Market.demand("s2")))
          .build();
      assertEquals(List.of(), matcher.matchProfiles(vacancy, 5));

      CompetenceProfile baker = Market.profile("baker", List.of("s2"), List.of("baker"));
      store.put(Market.profile("other", List.of("s9"), List.of()));
      store.put(Market.profile("baker", List.of(), List.of()));
      store.put(baker);
      assertEquals(2, store.count());
      assertEquals(baker, store.find("baker").orElseThrow());
      assertEquals(List.of("baker"),
          matcher.matchProfiles(vacancy, 5).stream().map(Match::profileId).toList());

      assertEquals(1, store.erase("baker").erased());
      assertTrue(store.find("baker").isEmpty());
      assertEquals(List.of(), matcher.matchProfiles(vacancy, 5));
    }
  }

  @Test
  void the_number_of_candidates_has_bounds() {
    for (int count : new int[]{0, 10_001}) {
      assertThrows(IllegalArgumentException.class, () -> matcher(count));
    }
  }

  private static Vacancy coded(String key, String occupation) {
    return Market.vacancy(key, "position")
        .occupations(List.of(new OccupationCode(occupation, 0.8, OccupationCode.Origin.LINKED)))
        .build();
  }

  private static Set<String> found(Matcher matcher, VacancyFilter.Builder filter) {
    return keys(
        matcher.candidates(Market.profile("p", List.of(), List.of("baker")), filter.build()));
  }

  private static Set<String> keys(List<Vacancy> vacancies) {
    Set<String> keys = new HashSet<>();
    vacancies.forEach(v -> keys.add(v.id().toString()));
    return new TreeSet<>(keys);
  }
}
