package org.metier.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.home.Home;
import org.metier.match.EmployerOrder.Placed;
import org.metier.match.model.HandMadeModel;
import org.metier.match.reason.Reason;
import org.metier.profile.CompetenceProfile;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.Vacancy;

class PolicyTest {
  private static final Ranker PLAIN = Ranker.of(HandMadeModel.model(), Taxonomy.sample(),
      TextAnalyzer.create());

  @TempDir
  Path folder;

  @RepeatedTest(30)
  void a_boost_lifts_what_it_names_by_its_weight_and_nothing_else(RepetitionInfo run) {
    var market = new RandomMarket(new Random(run.getCurrentRepetition()));
    CompetenceProfile profile = market.profile();
    Vacancy vacancy = market.vacancy();
    String code = vacancy.occupations().isEmpty()
        ? ""
        : market.taxonomy()
            .code(market.taxonomy().find(vacancy.occupations().getFirst().uri()).getAsInt());
    Match plain = PLAIN.match(profile, vacancy, RandomMarket.NOW);
    for (String prefix : List.of("1", "2", "3", "4", "5", "6", "7", "8", "9")) {
      Policy policy = new Policy(
          List.of(new Policy.Boost("weak", Set.of(prefix), 0.1),
              new Policy.Boost("strong", Set.of(prefix), 0.3)),
          null);
      Match boosted = PLAIN.with(policy).match(profile, vacancy, RandomMarket.NOW);
      boolean isNamed = code.startsWith(prefix);
      assertEquals(plain.score() + (isNamed ? 0.3 : 0), boosted.score(), 1e-12);
      assertEquals(isNamed ? List.of(new Reason.Boost("strong", prefix, 0.3)) : List.of(),
          boosted.reasons().stream().filter(r -> r instanceof Reason.Boost).toList());
      assertEquals(plain.fitness(), boosted.fitness());
      assertEquals(plain.interest(), boosted.interest());
    }
  }

  @Test
  void a_boost_never_takes_anything() {
    assertThrows(IllegalArgumentException.class,
        () -> new Policy.Boost("list", Set.of("22"), -0.1));
    assertThrows(IllegalArgumentException.class, () -> new Policy.Boost("list", Set.of("22"), 0));
    assertThrows(IllegalArgumentException.class,
        () -> new Policy.Boost("list", Set.of("22"), Double.NaN));
    assertThrows(IllegalArgumentException.class,
        () -> new Policy.Boost("list", Set.of("2 2"), 0.1));
  }

  /// Best first: a1 a2 A3 b1 a4 c1, at most two of one employer among the first four.
  @Test
  void an_employer_has_so_many_among_the_first_and_the_others_right_after_them() {
    List<String> best = List.of("a1", "a2", "A3", "b1", "a4", "c1", "a5");
    List<Placed<String>> placed = order(best, 2, 4, 10);
    assertEquals(List.of("a1", "a2", "b1", "c1", "A3", "a4", "a5"),
        placed.stream().map(Placed::candidate).toList());
    assertEquals(new Reason.EmployerCap("A", 2, 4, 3), placed.get(4).capped());
    assertEquals(new Reason.EmployerCap("a", 2, 4, 5), placed.get(5).capped());
    assertEquals(2, placed.stream().filter(p -> p.capped() != null).count());
  }

  @Test
  void without_others_an_employer_keeps_its_places() {
    List<Placed<String>> placed = order(List.of("a1", "a2", "a3"), 1, 3, 3);
    assertEquals(List.of("a1", "a2", "a3"), placed.stream().map(Placed::candidate).toList());
    assertTrue(placed.stream().allMatch(p -> p.capped() == null));
  }

  @RepeatedTest(100)
  void a_cap_loses_nothing_and_holds_where_there_are_others(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    List<String> best = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      best.add((char) ('a' + random.nextInt(12)) + "" + i);
    }
    int most = 1 + random.nextInt(3);
    int within = most + random.nextInt(8);
    List<String> placed = order(best, most, within, 30).stream().map(Placed::candidate).toList();
    assertEquals(new HashSet<>(best), new HashSet<>(placed));
    assertEquals(best.size(), placed.size());
    Set<Character> employers = new HashSet<>();
    best.forEach(one -> employers.add(one.charAt(0)));
    if (employers.size() >= within) {
      for (char employer : employers) {
        assertTrue(placed.subList(0, within)
            .stream()
            .filter(one -> one.charAt(0) == employer)
            .count() <= most);
      }
    }
    int limit = 1 + random.nextInt(20);
    List<String> shown = order(best, most, within, limit).stream().map(Placed::candidate).toList();
    assertEquals(placed.subList(0, limit), shown);
  }

  private static List<Placed<String>> order(List<String> best, int most, int within, int limit) {
    return EmployerOrder.order(best, new Policy.EmployerCap(most, within),
        one -> one.substring(0, 1), limit);
  }

  @Test
  void a_vacancy_that_names_no_employer_is_never_capped() {
    List<String> best = List.of("x", "y", "z");
    assertEquals(best, EmployerOrder.<String>order(best, new Policy.EmployerCap(1, 3),
        one -> null, 3).stream().map(Placed::candidate).toList());
  }

  @Test
  void a_capped_match_says_so_and_keeps_its_score() {
    var market = new RandomMarket(new Random(5));
    List<Vacancy> candidates = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      candidates.add(market.vacancy()); // most of one employer, the others of none
    }
    CompetenceProfile profile = market.profile();
    Ranker capped = PLAIN.with(new Policy(List.of(), new Policy.EmployerCap(1, 5)));
    List<Match> matches = capped.rank(profile, candidates, RandomMarket.NOW);
    List<Match> plain = PLAIN.rank(profile, candidates, RandomMarket.NOW);
    assertEquals(20, matches.size());
    List<Match> moved = matches.stream()
        .filter(m -> m.reasons().stream().anyMatch(r -> r instanceof Reason.EmployerCap))
        .toList();
    assertTrue(moved.size() >= 1);
    for (Match match : moved) {
      Match before = plain.stream()
          .filter(m -> m.vacancy().equals(match.vacancy()))
          .findFirst()
          .orElseThrow();
      assertEquals(before.score(), match.score());
      Reason.EmployerCap cap = (Reason.EmployerCap) match.reasons()
          .stream()
          .filter(r -> r instanceof Reason.EmployerCap)
          .findFirst()
          .orElseThrow();
      assertEquals(plain.indexOf(before) + 1, cap.rank());
      assertTrue(matches.indexOf(match) + 1 > cap.rank());
    }
  }

  @Test
  void a_home_has_its_policy_in_a_file_and_else_none() throws IOException {
    Home home = Home.open(folder);
    assertEquals(Policy.NONE, Policy.of(home));
    Path file = folder.resolve("policy.json");
    Files.writeString(file, """
        {"boosts":[{"list":"shortage occupations 2026","occupations":["7411","2221"],"weight":0.3}],
        "cap":{"most":3,"within":20}}""");
    assertEquals(
        new Policy(List.of(
            new Policy.Boost("shortage occupations 2026", Set.of("2221", "7411"), 0.3)),
            new Policy.EmployerCap(3, 20)),
        Policy.of(home));
    Files.writeString(file, "{\"boosts\":[],\"cap\":{\"most\":3,\"within\":2}}");
    Exception refusal = assertThrows(IllegalArgumentException.class, () -> Policy.of(home));
    assertTrue(refusal.toString().contains(file.toString())
        && refusal.toString().contains("1 <= most <= within"), refusal::toString);
  }
}
