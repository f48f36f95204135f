package org.metier.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.metier.match.condition.Conditions;
import org.metier.match.reason.Reason;
import org.metier.match.wording.Reader;
import org.metier.match.wording.Wording;
import org.metier.profile.CompetenceProfile;
import org.metier.text.Language;
import org.metier.vacancy.Vacancy;

/// What a service adds to the scores: its policy, what crowded vacancies lose, and how many may have one open.
class MatchingPolicyTest {
  @TempDir
  Path folder;

  private VacancyIndex index() {
    return MarketHome.index(folder);
  }

  private Matcher matcher(int candidates) {
    return MarketHome.matcher(folder).candidates(candidates).build();
  }

  @Test
  void what_is_open_to_as_many_people_as_may_be_is_left_out_and_counted() {
    Instant[] now = {MarketHome.CLOCK.instant()};
    OfferBook book = OfferBook.of(OpenOffers.NONE, 1, Duration.ofDays(3), () -> now[0]);
    try (VacancyIndex index = index();
        Matcher matcher = MarketHome.matcher(folder)
            .offers(book)
            .build()) {
      index.put(List.of(MarketHome.coded("a", "baker"), MarketHome.coded("b", "pastry"),
          MarketHome.coded("c", "butcher")));
      CompetenceProfile profile = Market.profile("p", List.of("s1"), List.of("baker"));
      assertEquals(0, shown(matcher, profile).full());
      book.offer("somebody", "test:a");
      book.offer("p", "test:b");

      Matches matches = shown(matcher, profile);
      assertEquals(1, matches.full());
      assertEquals(Set.of("test:b", "test:c"), Set.copyOf(MarketHome.ids(matches)));
      assertEquals(2, book.state().offers().size(), "matching opens nothing");
      assertTrue(Wording.in(Language.EN, Reader.JOB_SEEKER, MarketHome.TAXONOMY)
          .hidden(matches)
          .getFirst()
          .contains("already being shown"));

      now[0] = MarketHome.CLOCK.instant().plus(Duration.ofDays(3));
      assertEquals(3, MarketHome.ids(shown(matcher, profile)).size(), "the offer has expired");
    }
  }

  private static Matches shown(Matcher matcher, CompetenceProfile profile) {
    return matcher.match(profile, VacancyFilter.ALL, Conditions.NONE, 10);
  }

  @Test
  void a_policy_puts_occupations_forward_and_spreads_employers() throws IOException {
    try (VacancyIndex index = index()) {
      index.put(List.of(MarketHome.coded("a1", "baker").toBuilder().employer("ACME").build(),
          MarketHome.coded("a2", "baker").toBuilder().employer("Acme ").build(),
          MarketHome.coded("b1", "pastry").toBuilder().employer("Other").build()));
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
    try (Matcher matcher = MarketHome.matcher(folder)
        .policy(Policy.NONE)
        .build()) {
      assertEquals(List.of("test:a1", "test:a2", "test:b1"), ids(matcher, profile));
    }
  }

  @Test
  void prices_of_a_home_put_what_is_crowded_behind_and_say_so() {
    try (VacancyIndex index = index()) {
      index.put(List.of(MarketHome.coded("a", "baker"), MarketHome.coded("b", "baker"),
          MarketHome.coded("c", "baker")));
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
    try (Matcher matcher = MarketHome.matcher(folder)
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
    try (ProfileStore store = ProfileStore.open(Home.open(folder), MarketHome.TAXONOMY,
        MarketHome.CLOCK)) {
      people.forEach(store::put);
    }
    Map<String, Double> byVacancy = vacancies.stream()
        .collect(Collectors.toMap(v -> v.id().toString(), _ -> random.nextDouble()));
    Prices prices = new Prices("night", Market.NOW, 0.1, byVacancy);
    try (Matcher matcher = MarketHome.matcher(folder)
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
    return MarketHome.ids(matcher.match(profile, VacancyFilter.ALL, Conditions.NONE, 10));
  }
}
