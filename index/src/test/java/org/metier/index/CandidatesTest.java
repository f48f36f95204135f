package org.metier.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.home.Home;
import org.metier.place.GeoPoint;
import org.metier.place.Place;
import org.metier.place.PlacePrecision;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.Wishes;
import org.metier.text.Language;
import org.metier.vacancy.Vacancy;
import org.metier.work.Contract;
import org.metier.work.RemoteWork;

/// Which vacancies are looked at for a profile.
class CandidatesTest {
  @TempDir
  Path folder;

  private VacancyIndex index() {
    return MarketHome.index(folder);
  }

  private Matcher matcher(int candidates) {
    return MarketHome.matcher(folder).candidates(candidates).build();
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
      index.put(List.of(MarketHome.coded("far", "butcher"), MarketHome.coded("near", "pastry"),
          MarketHome.coded("same", "baker"),
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
    Vacancy gent = MarketHome.coded("gent", "baker")
        .toBuilder()
        .workplaces(List.of(
            new Place("Gent", null, null, "BE", new GeoPoint(51.05, 3.72), PlacePrecision.ADDRESS)))
        .contract(Contract.PERMANENT)
        .postedAt(Market.NOW.minus(Duration.ofDays(2)))
        .build();
    Vacancy lyon = MarketHome.coded("lyon", "baker")
        .toBuilder()
        .language(Language.FR)
        .workplaces(List.of(
            new Place("Lyon", null, null, "FR", new GeoPoint(45.76, 4.84), PlacePrecision.ADDRESS)))
        .contract(Contract.SEASONAL)
        .build();
    Vacancy remote = MarketHome.coded("remote", "baker")
        .toBuilder()
        .remote(RemoteWork.REMOTE)
        .build();
    Vacancy expired = MarketHome.coded("expired", "baker")
        .toBuilder()
        .validThrough(Market.NOW.minusSeconds(1))
        .build();
    Vacancy lastDay = MarketHome.coded("last", "baker")
        .toBuilder()
        .validThrough(Market.NOW)
        .build();
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
            .taxonomy(MarketHome.TAXONOMY)
            .analyzer(MarketHome.ANALYZER)
            .build();
        Matcher matcher = Matcher.builder(home)
            .taxonomy(MarketHome.TAXONOMY)
            .analyzer(MarketHome.ANALYZER)
            .candidates(10)
            .build()) {
      index.put(market);
      return matcher.candidates(profile, VacancyFilter.ALL);
    }
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
