package org.metier.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.metier.allocation.Prices;
import org.metier.match.condition.Conditions;
import org.metier.match.model.HandMadeModel;
import org.metier.match.reason.Reason;
import org.metier.profile.CompetenceProfile;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;

/// What prices do to a ranking, and what they leave as it was.
class CrowdingTest {
  private static final Ranker PLAIN = Ranker.of(HandMadeModel.model(), Taxonomy.sample(),
      TextAnalyzer.create());
  private static final Policy POLICY = new Policy(
      List.of(new Policy.Boost("shortage", Set.of("2", "5", "7"), 0.3)),
      new Policy.EmployerCap(2, 10));

  /// A market of thirty vacancies, a third of them crowded, a third not, and a third too new for a price.
  private static final class Crowded {
    final Random random;
    final CompetenceProfile profile;
    final List<Vacancy> vacancies = new ArrayList<>();
    final Prices prices;

    Crowded(int seed) {
      random = new Random(seed);
      var market = new RandomMarket(random);
      profile = market.profile();
      Map<String, Double> byVacancy = new HashMap<>();
      for (int i = 0; i < 30; i++) {
        vacancies.add(market.vacancy());
        if (i % 3 < 2) {
          byVacancy.put(vacancies.get(i).id().toString(), i % 3 * random.nextDouble());
        }
      }
      prices = new Prices("night", Instant.EPOCH, 0.2, byVacancy);
    }

    double price(VacancyId id) {
      return prices.of(id.toString()).orElse(0);
    }
  }

  @RepeatedTest(50)
  void a_price_is_a_reason_that_takes_itself_from_the_score_and_nothing_else(RepetitionInfo run) {
    var crowded = new Crowded(run.getCurrentRepetition());
    Ranker priced = PLAIN.with(POLICY).with(crowded.prices);
    for (Vacancy vacancy : crowded.vacancies) {
      Match plain = PLAIN.with(POLICY).match(crowded.profile, vacancy, RandomMarket.NOW);
      Match match = priced.match(crowded.profile, vacancy, RandomMarket.NOW);
      double price = crowded.price(vacancy.id());
      assertEquals(plain.score() - price, match.score(), 1e-12);
      double sum = match.base();
      for (Reason reason : match.reasons()) {
        sum += reason.contribution();
      }
      assertEquals(match.score(), sum, 1e-9);
      assertEquals(price == 0 ? List.of() : List.of(new Reason.Crowding("night", -price)),
          match.reasons().stream().filter(r -> r instanceof Reason.Crowding).toList());
      assertEquals(new HashSet<>(plain.reasons()),
          match.reasons()
              .stream()
              .filter(r -> !(r instanceof Reason.Crowding))
              .collect(Collectors.toSet()));
      assertEquals(plain.fitness(), match.fitness());
      assertEquals(plain.interest(), match.interest());
      assertEquals(plain.conditions(), match.conditions());
      assertEquals(List.of(match),
          priced.rankProfiles(vacancy, List.of(crowded.profile), 1, RandomMarket.NOW));
    }
  }

  @RepeatedTest(30)
  void prices_remove_nothing_and_order_by_what_is_left(RepetitionInfo run) {
    var crowded = new Crowded(run.getCurrentRepetition());
    Matches plain = ranked(PLAIN, crowded, crowded.vacancies);
    Matches priced = ranked(PLAIN.with(crowded.prices), crowded, crowded.vacancies);
    Function<Matches, Set<VacancyId>> shown = matches -> matches.matches()
        .stream()
        .map(m -> m.vacancy().id())
        .collect(Collectors.toSet());
    assertEquals(shown.apply(plain), shown.apply(priced));
    assertEquals(plain.hiddenBy(), priced.hiddenBy());
    List<Double> scores = priced.matches().stream().map(Match::score).toList();
    assertEquals(scores.stream().sorted(Collections.reverseOrder()).toList(), scores);
  }

  private static Matches ranked(Ranker ranker, Crowded crowded, List<Vacancy> vacancies) {
    return ranker.rank(crowded.profile, vacancies, Conditions.STANDARD, vacancies.size(),
        RandomMarket.NOW);
  }

  @RepeatedTest(20)
  void the_order_of_the_candidates_makes_no_difference_under_policy_and_prices(RepetitionInfo run) {
    var crowded = new Crowded(run.getCurrentRepetition());
    Ranker ranker = PLAIN.with(POLICY).with(crowded.prices);
    Matches ranked = ranked(ranker, crowded, crowded.vacancies);
    List<Vacancy> shuffled = new ArrayList<>(crowded.vacancies);
    Collections.shuffle(shuffled, crowded.random);
    assertEquals(ranked, ranked(ranker, crowded, shuffled));
    assertEquals(ranked.matches().stream().limit(5).toList(),
        ranker.rank(crowded.profile, shuffled, Conditions.STANDARD, 5, RandomMarket.NOW).matches());
  }

  /// A cap looks at the employer, so it stays the same here; a copy has the price of its vacancy.
  @RepeatedTest(20)
  void what_no_feature_looks_at_and_duplicates_make_no_difference_under_policy_and_prices(
      RepetitionInfo run) {
    var crowded = new Crowded(run.getCurrentRepetition());
    Ranker ranker = PLAIN.with(POLICY).with(crowded.prices);
    List<Vacancy> others = crowded.vacancies.stream()
        .map(vacancy -> vacancy.toBuilder()
            .url("https://other.example/")
            .positions(7)
            .startsOn(LocalDate.of(2026, 5, 1))
            .raw(Map.of("salary", "much"))
            .build())
        .toList();
    List<Match> ranked = ranked(ranker, crowded, crowded.vacancies).matches();
    List<Match> ofOthers = ranked(ranker, crowded, others).matches();
    Ranker uncapped = PLAIN.with(new Policy(POLICY.boosts(), null)).with(crowded.prices);
    List<Match> once = ranked(uncapped, crowded, crowded.vacancies).matches();
    List<Vacancy> twice = new ArrayList<>(crowded.vacancies);
    twice.addAll(crowded.vacancies.reversed());
    List<Match> ofBoth = ranked(uncapped, crowded, twice).matches();
    assertEquals(2 * once.size(), ofBoth.size());
    for (int i = 0; i < ranked.size(); i++) {
      assertEquals(ranked.get(i).vacancy().id(), ofOthers.get(i).vacancy().id());
      assertEquals(ranked.get(i).score(), ofOthers.get(i).score());
      assertEquals(ranked.get(i).reasons(), ofOthers.get(i).reasons());
      assertEquals(once.get(i), ofBoth.get(2 * i));
      assertEquals(once.get(i), ofBoth.get(2 * i + 1));
    }
  }

  @Test
  void a_cap_counts_places_after_prices() {
    var crowded = new Crowded(5);
    Policy cap = new Policy(List.of(), new Policy.EmployerCap(1, 5));
    List<Match> uncapped = ranked(PLAIN.with(crowded.prices), crowded, crowded.vacancies).matches();
    List<Match> capped = ranked(PLAIN.with(cap).with(crowded.prices), crowded, crowded.vacancies)
        .matches();
    int moved = 0;
    for (Match match : capped) {
      for (Reason reason : match.reasons()) {
        if (reason instanceof Reason.EmployerCap one) {
          moved++;
          assertEquals(match.vacancy(), uncapped.get(one.rank() - 1).vacancy());
        }
      }
    }
    assertTrue(moved > 0);
  }

  @Test
  void a_crowd_never_adds_anything() {
    assertThrows(IllegalArgumentException.class, () -> new Reason.Crowding("night", 0));
    assertThrows(IllegalArgumentException.class, () -> new Reason.Crowding("night", 0.1));
    assertThrows(IllegalArgumentException.class, () -> new Reason.Crowding("night", Double.NaN));
  }
}
