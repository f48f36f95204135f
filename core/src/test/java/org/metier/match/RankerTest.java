package org.metier.match;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.home.Home;
import org.metier.home.LearnedPart;
import org.metier.match.feature.Feature;
import org.metier.match.internal.Candidates;
import org.metier.match.internal.RowWriter;
import org.metier.match.internal.VacancyRow;
import org.metier.match.model.HandMadeModel;
import org.metier.match.model.RankerModel;
import org.metier.match.reason.Coverage;
import org.metier.match.reason.Reason;
import org.metier.match.reason.SideScore;
import org.metier.match.reason.SideSplit;
import org.metier.profile.CompetenceProfile;
import org.metier.rank.Forest;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;

class RankerTest {
  private static final RowWriter ROWS = RowWriter.of(Taxonomy.sample(), TextAnalyzer.create());
  private static final Ranker RANKER = Ranker.of(HandMadeModel.model(), Taxonomy.sample(),
      TextAnalyzer.create());

  private static List<Vacancy> vacancies(RandomMarket market, int count) {
    List<Vacancy> vacancies = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      vacancies.add(market.vacancy());
    }
    return vacancies;
  }

  @RepeatedTest(100)
  void base_and_reasons_sum_to_a_finite_score(RepetitionInfo run) {
    var market = new RandomMarket(new Random(run.getCurrentRepetition()));
    Match match = RANKER.match(market.profile(), market.vacancy(), RandomMarket.NOW);
    double sum = match.base();
    for (Reason reason : match.reasons()) {
      sum += reason.contribution();
    }
    assertTrue(Double.isFinite(match.score()));
    assertEquals(match.score(), sum, 1e-12);
    assertEquals(Feature.Group.values().length, match.reasons().size());
  }

  @RepeatedTest(20)
  void the_order_of_the_candidates_makes_no_difference(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var market = new RandomMarket(random);
    CompetenceProfile profile = market.profile();
    List<Vacancy> candidates = vacancies(market, 30);
    List<Match> ranked = RANKER.rank(profile, candidates, RandomMarket.NOW);
    Collections.shuffle(candidates, random);
    assertEquals(ranked, RANKER.rank(profile, candidates, RandomMarket.NOW));
    assertEquals(ranked.subList(0, 5), RANKER.rank(profile, candidates, 5, RandomMarket.NOW));
  }

  /// What a portal adds to a vacancy, and a second copy of it, must not move anybody.
  @RepeatedTest(20)
  void what_no_feature_looks_at_and_duplicates_make_no_difference(RepetitionInfo run) {
    var market = new RandomMarket(new Random(run.getCurrentRepetition()));
    CompetenceProfile profile = market.profile();
    List<Vacancy> plain = vacancies(market, 30);
    List<Vacancy> others = new ArrayList<>();
    for (Vacancy vacancy : plain) {
      others.add(vacancy.toBuilder()
          .employer("Other")
          .url("https://other.example/")
          .applyUrl("https://apply.example/")
          .positions(7)
          .startsOn(LocalDate.of(2026, 5, 1))
          .raw(Map.of("salary", "much"))
          .validThrough(RandomMarket.NOW.plusSeconds(9))
          .build());
      assertArrayEquals(ROWS.row(vacancy), ROWS.row(others.getLast()));
    }
    List<Match> ranked = RANKER.rank(profile, plain, RandomMarket.NOW);
    List<Match> ofOthers = RANKER.rank(profile, others, RandomMarket.NOW);
    List<Vacancy> twice = new ArrayList<>(plain);
    twice.addAll(plain.reversed());
    List<Match> ofBoth = RANKER.rank(profile, twice, RandomMarket.NOW);
    assertEquals(2 * ranked.size(), ofBoth.size());
    for (int i = 0; i < ranked.size(); i++) {
      assertEquals(ranked.get(i).vacancy().id(), ofOthers.get(i).vacancy().id());
      assertEquals(ranked.get(i).score(), ofOthers.get(i).score());
      assertEquals(ranked.get(i).reasons(), ofOthers.get(i).reasons());
      assertEquals(ranked.get(i), ofBoth.get(2 * i));
      assertEquals(ranked.get(i), ofBoth.get(2 * i + 1));
    }
  }

  @Test
  void only_the_best_are_read_as_a_whole() {
    var market = new RandomMarket(new Random(4));
    CompetenceProfile profile = market.profile();
    List<Vacancy> vacancies = vacancies(market, 700);
    List<VacancyId> read = new ArrayList<>();
    Candidates candidates = new Candidates() {
      @Override
      public int size() {
        return vacancies.size();
      }

      @Override
      public void read(int candidate, VacancyRow row) {
        row.read(ROWS.row(vacancies.get(candidate)), 0);
      }

      @Override
      public VacancyId id(int candidate) {
        return vacancies.get(candidate).id();
      }

      @Override
      public Vacancy vacancy(int candidate) {
        read.add(vacancies.get(candidate).id());
        return vacancies.get(candidate);
      }
    };
    List<Match> best = RANKER.rank(profile, candidates, 20, RandomMarket.NOW);
    assertEquals(RANKER.rank(profile, vacancies, RandomMarket.NOW).subList(0, 20), best);
    assertEquals(best.stream().map(match -> match.vacancy().id()).toList(), read);
  }

  @RepeatedTest(20)
  void a_pair_scores_the_same_whichever_way_it_is_looked_at(RepetitionInfo run) {
    var market = new RandomMarket(new Random(run.getCurrentRepetition()));
    CompetenceProfile profile = market.profile();
    Vacancy vacancy = market.vacancy();
    Match match = RANKER.match(profile, vacancy, RandomMarket.NOW);
    assertEquals(List.of(match), RANKER.rank(profile, List.of(vacancy), RandomMarket.NOW));
    assertEquals(List.of(match),
        RANKER.rankProfiles(vacancy, List.of(profile), 1, RandomMarket.NOW));
  }

  @Test
  void matches_come_best_first_and_equal_ones_by_vacancy_then_profile() {
    CompetenceProfile a = CompetenceProfile.builder("a").build();
    CompetenceProfile b = CompetenceProfile.builder("b").build();
    Vacancy first = Vacancy.builder(new VacancyId("x", "1"), "cook").build();
    Vacancy second = Vacancy.builder(new VacancyId("x", "2"), "cook").build();
    List<Vacancy> ranked = RANKER.rank(a, List.of(second, first), RandomMarket.NOW)
        .stream()
        .map(Match::vacancy)
        .toList();
    assertEquals(List.of(first, second), ranked);
    List<String> profiles = RANKER.rankProfiles(first, List.of(b, a), 5, RandomMarket.NOW)
        .stream()
        .map(Match::profileId)
        .toList();
    assertEquals(List.of("a", "b"), profiles);

    var market = new RandomMarket(new Random(7));
    List<Match> many = RANKER.rank(market.profile(), vacancies(market, 50), RandomMarket.NOW);
    for (int i = 1; i < many.size(); i++) {
      assertTrue(many.get(i - 1).score() >= many.get(i).score());
    }
  }

  @Test
  void reasons_come_strongest_first() {
    var market = new RandomMarket(new Random(3));
    List<Reason> reasons = RANKER.match(market.profile(), market.vacancy(), RandomMarket.NOW)
        .reasons();
    for (int i = 1; i < reasons.size(); i++) {
      assertTrue(Math.abs(reasons.get(i - 1).contribution()) >= Math
          .abs(reasons.get(i).contribution()));
    }
  }

  @Test
  void a_home_without_a_model_uses_the_standard_one_and_else_its_own(@TempDir Path folder) {
    Home home = Home.open(folder);
    assertEquals(RankerModel.standard(), open(home).model());
    RankerModel own = RankerModel.of(Forest.of(Feature.values().length, 5, List.of()));
    own.write(home.model(LearnedPart.RANKER).file());
    assertEquals(own, open(home).model());
    assertEquals(5, open(home)
        .match(CompetenceProfile.builder("a").build(),
            Vacancy.builder(new VacancyId("x", "1"), "cook").build(), RandomMarket.NOW)
        .score());
  }

  private static Ranker open(Home home) {
    return Ranker.open(home, Taxonomy.sample(), TextAnalyzer.create());
  }

  @Test
  void a_model_of_other_features_is_refused() {
    RankerModel other = new RankerModel(List.of("SHOE_SIZE"), Forest.of(1, 0, List.of()));
    assertThrows(IllegalArgumentException.class,
        () -> Ranker.of(other, Taxonomy.sample(), TextAnalyzer.create()));
  }

  @Test
  void a_match_whose_reasons_or_parts_do_not_add_up_is_refused() {
    assertFalse(match(1.5, 1, 0.25).reasons().isEmpty());
    assertThrows(IllegalArgumentException.class, () -> match(1.5 + 1e-8, 1, 0.25));
    assertThrows(IllegalArgumentException.class, () -> match(1.5, 1, 0.25 + 1e-8));
    assertThrows(IllegalArgumentException.class, () -> match(Double.NaN, 1, 0.25));
  }

  /// A reason of 0.5, a fitness of 1.25 and no interest.
  private static Match match(double score, double base, double rest) {
    Vacancy vacancy = Vacancy.builder(new VacancyId("x", "1"), "cook").build();
    Coverage coverage = new Coverage(0.5, Set.of(), Set.of(), Set.of());
    return new Match("p", vacancy, score, base, new SideScore(1.25, 0.5, coverage),
        new SideScore(null, 0.5, coverage), rest, SideSplit.TREES,
        List.of(new Reason.Freshness(1, 0.5)), List.of(), List.of(), null, List.of());
  }
}
