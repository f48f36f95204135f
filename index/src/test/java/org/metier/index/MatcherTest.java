package org.metier.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.home.Home;
import org.metier.match.Match;
import org.metier.match.Matches;
import org.metier.match.condition.Condition;
import org.metier.match.condition.Conditions;
import org.metier.profile.CompetenceProfile;
import org.metier.qualification.DrivingLicence;
import org.metier.vacancy.Vacancy;
import org.metier.work.Contract;

class MatcherTest {
  @TempDir
  Path folder;

  private VacancyIndex index() {
    return MarketHome.index(folder);
  }

  private Matcher matcher(int candidates) {
    return MarketHome.matcher(folder).candidates(candidates).build();
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
      index.put(List.of(MarketHome.coded("a", "baker"),
          MarketHome.coded("b", "baker")
              .toBuilder()
              .drivingLicences(Set.of(DrivingLicence.C))
              .build(),
          MarketHome.coded("c", "baker").toBuilder().contract(Contract.AGENCY).build()));
      CompetenceProfile profile = Market.profile("p", List.of("s1"), List.of("baker"))
          .toBuilder()
          .drivingLicences(Set.of(DrivingLicence.B))
          .build();
      Conditions conditions = Conditions.STANDARD.withRuledOut(Set.of(Contract.AGENCY), Set.of());
      Matches matches = matcher.match(profile, VacancyFilter.ALL, conditions, 10);
      assertEquals(List.of("test:a"), MarketHome.ids(matches));
      assertEquals(Map.of(Condition.LICENCE, 1, Condition.CONTRACT, 1), matches.hiddenBy());
      assertEquals(List.of("test:b"), matches.hiddenBy(Condition.LICENCE)
          .stream()
          .map(hidden -> hidden.vacancy().toString())
          .toList());
      Matches more = matcher.match(profile, VacancyFilter.ALL,
          conditions.showing(Condition.LICENCE), 10);
      assertEquals(Set.of("test:a", "test:b"), Set.copyOf(MarketHome.ids(more)));
      assertEquals(3, matcher.match(profile, 10).size());
    }
  }

  @Test
  void a_profile_that_says_nothing_matches_nothing() {
    try (VacancyIndex index = index(); Matcher matcher = matcher(10)) {
      index.put(List.of(MarketHome.coded("a", "baker")));
      assertEquals(List.of(), matcher.match(CompetenceProfile.builder("p").build(), 5));
    }
  }

  @Test
  void stored_profiles_are_matched_with_a_vacancy_until_erased() {
    Home home = Home.open(folder);
    try (ProfileStore store = ProfileStore.open(home, MarketHome.TAXONOMY, MarketHome.CLOCK);
        Matcher matcher = matcher(10)) {
      Vacancy vacancy = MarketHome.coded("v", "baker")
          .toBuilder()
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
}
