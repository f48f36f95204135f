package org.metier.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.allocation.Prices;
import org.metier.audit.internal.PersonSecret;
import org.metier.home.internal.WholeFile;
import org.metier.match.Match;
import org.metier.match.Matches;
import org.metier.match.Policy;
import org.metier.match.RandomMarket;
import org.metier.match.Ranker;
import org.metier.match.condition.Conditions;
import org.metier.match.model.RankerModel;
import org.metier.match.reason.Reason;
import org.metier.profile.CompetenceProfile;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.Vacancy;

/// A recorded decision is computed again from the log alone.
class ReplayTest {
  private static final TextAnalyzer ANALYZER = TextAnalyzer.create();
  private static final Ranker PLAIN = Ranker.of(RankerModel.standard(), Taxonomy.sample(),
      ANALYZER);
  private static final Instant NOW = RandomMarket.NOW;

  @TempDir
  private Path folder = Path.of("");

  private static Ranker ranker(RankerModel model) {
    return Ranker.of(model, Taxonomy.sample(), ANALYZER);
  }

  private static List<Vacancy> vacancies(RandomMarket market, int count) {
    return IntStream.range(0, count).mapToObj(_ -> market.vacancy()).toList();
  }

  /// Shows so many people ten vacancies each, under a policy and prices that change a score now and then.
  private static List<Matches> shown(WrittenLog written, int people) {
    RandomMarket market = new RandomMarket(new Random(7));
    List<Matches> all = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      CompetenceProfile profile = market.profile();
      List<Vacancy> vacancies = vacancies(market, 25);
      Map<String, Double> prices = new TreeMap<>();
      vacancies.forEach(v -> prices.put(v.id().toString(), v.title().length() % 3 * 0.125));
      Ranker ranker = PLAIN.with(new Policy(
          List.of(new Policy.Boost("shortage", Set.of("7", "2", "5"), 0.5)),
          new Policy.EmployerCap(2, 5)))
          .with(new Prices("night-" + i, NOW, 0.2, prices));
      Matches matches = ranker.rank(profile, vacancies, Conditions.STANDARD, 10, NOW);
      RankingRecorder.of(written.log, ranker)
          .shown(profile, Conditions.STANDARD, matches, NOW, "generation-000001/7");
      all.add(matches);
    }
    return all;
  }

  @Test
  void sixty_rankings_with_policy_and_prices_come_out_to_the_bit() {
    WrittenLog written = WrittenLog.in(folder);
    List<Matches> all = shown(written, 60);
    ReplayReport report = Replay.of(written.log, ReplayTest::ranker).newest(1_000);
    assertEquals(List.of(), report.differing());
    assertEquals(60, report.identical());
    // Policy and prices did take part.
    List<Match> matches = all.stream().flatMap(m -> m.matches().stream()).toList();
    assertTrue(count(matches, Reason.Boost.class) > 10);
    assertTrue(count(matches, Reason.Crowding.class) > 10);
  }

  private static long count(List<Match> matches, Class<? extends Reason> kind) {
    return matches.stream().flatMap(m -> m.reasons().stream()).filter(kind::isInstance).count();
  }

  @Test
  void a_ranking_that_another_model_would_make_otherwise_differs_at_a_named_place() {
    WrittenLog written = WrittenLog.in(folder);
    shown(written, 3);
    RankerModel standard = RankerModel.standard();
    ReplayReport report = Replay.of(written.log, model -> {
      var less = standard.forest().trees().subList(1, standard.forest().trees().size());
      return ranker(new RankerModel(standard.features(), org.metier.rank.Forest
          .of(standard.features().size(), standard.forest().offset(), less)));
    }).newest(10);
    assertEquals(3, report.differing().size());
    assertTrue(report.differing().getFirst().first().startsWith("place "),
        report.differing().getFirst().first());
  }

  @Test
  void only_the_newest_are_computed_when_few_are_asked_for() {
    WrittenLog written = WrittenLog.in(folder);
    shown(written, 5);
    ReplayReport report = Replay.of(written.log, ReplayTest::ranker).newest(2);
    assertEquals(List.of(5L, 6L), report.all().stream().map(Replayed::entry).toList());
  }

  @Test
  void what_is_gone_is_said_to_be_gone() throws IOException {
    WrittenLog written = WrittenLog.in(folder);
    RandomMarket market = new RandomMarket(new Random(7));
    CompetenceProfile profile = market.profile();
    Matches matches = PLAIN.rank(profile, vacancies(market, 5), Conditions.NONE, 3, NOW);
    RankingRecorder.of(written.log, PLAIN).shown(profile, Conditions.NONE, matches, NOW, "g/1");
    assertEquals(List.of(new Replayed.TaxonomyGone(2, Taxonomy.sample().id())),
        Replay.of(written.log, model -> Ranker.of(model, market.taxonomy()
            .id()
            .equals(Taxonomy.sample().id()) ? other() : market.taxonomy(), ANALYZER))
            .newest(1)
            .all());
    Path models = written.home.auditLog().resolve("models");
    String hash = RankerModel.standard().sha256();
    Files.move(models.resolve(hash), folder.resolve("away"));
    assertEquals(List.of(new Replayed.ModelGone(2, hash)), replayed(written));
    Files.move(folder.resolve("away"), models.resolve(hash));
    assertEquals(List.of(new Replayed.Identical(2)), replayed(written));
    Files.delete(written.home.auditLog().resolve("records/000000000001.sealed"));
    assertEquals(List.of(new Replayed.InputsGone(2)), replayed(written));
    written.log.exclusively(() -> written.log.keys().destroy(profile.id()));
    assertEquals(List.of(new Replayed.InputsErased(2)), replayed(written));
  }

  private static Taxonomy other() {
    return Taxonomy.builder()
        .concept("isco7", org.metier.taxonomy.ConceptKind.ISCO_GROUP, "7")
        .build();
  }

  private static List<Replayed> replayed(WrittenLog written) {
    return Replay.of(written.log, ReplayTest::ranker).newest(10).all();
  }

  @Test
  void an_entry_has_the_three_strongest_reasons_of_each_vacancy_and_how_many_were_hidden() {
    WrittenLog written = WrittenLog.in(folder);
    List<Matches> all = shown(written, 20);
    List<AuditEvent.Ranked> recorded = new ArrayList<>();
    written.log.forEach(entry -> {
      if (entry.event() instanceof AuditEvent.Ranked ranked) {
        recorded.add(ranked);
      }
    });
    assertEquals(all.stream().map(m -> m.hidden().size()).toList(),
        recorded.stream().map(AuditEvent.Ranked::hidden).toList());
    assertTrue(recorded.stream().anyMatch(r -> r.hidden() > 0), "nothing was hidden");
    for (int i = 0; i < all.size(); i++) {
      for (int place = 0; place < all.get(i).matches().size(); place++) {
        List<Double> shares = all.get(i)
            .matches()
            .get(place)
            .reasons()
            .stream()
            .map(reason -> Math.abs(reason.contribution()))
            .sorted(java.util.Comparator.reverseOrder())
            .limit(3)
            .toList();
        assertEquals(shares, recorded.get(i)
            .shown()
            .get(place)
            .reasons()
            .stream()
            .map(reason -> Math.abs(reason.share()))
            .toList());
      }
    }
  }

  /// Records the first ranking of a log again, changed, with the same inputs.
  private static Replayed changed(WrittenLog written, UnaryOperator<AuditEvent.Ranked> change) {
    List<AuditEvent.Ranked> recorded = new ArrayList<>();
    written.log.forEach(entry -> {
      if (entry.event() instanceof AuditEvent.Ranked ranked) {
        recorded.add(ranked);
      }
    });
    AuditEvent.Ranked first = recorded.getFirst();
    List<PersonSecret> secrets = new ArrayList<>();
    written.log.keys().forEach(secrets::add);
    byte[] inputs = written.log
        .opened(java.util.Objects.requireNonNull(first.record()), secrets.getFirst())
        .orElseThrow();
    String person = RankingInputs.of(inputs).profile().id();
    written.log.recordSealed(person, inputs,
        (pseudonym, fingerprint, place) -> change.apply(new AuditEvent.Ranked(pseudonym,
            fingerprint, first.model(), first.result(), first.settings(), first.index(),
            first.shown(), first.hidden(), place)));
    return replayed(written).getLast();
  }

  @Test
  void an_entry_that_says_otherwise_than_its_inputs_differs_and_where_is_said() {
    WrittenLog written = WrittenLog.in(folder);
    shown(written, 1);
    assertEquals(new Replayed.Identical(3), changed(written, ranked -> ranked));
    assertEquals(new Replayed.Differs(4, "the inputs are not those that the entry names"),
        changed(written, r -> new AuditEvent.Ranked(r.pseudonym(), "ab".repeat(32), r.model(),
            r.result(), r.settings(), r.index(), r.shown(), r.hidden(), r.record())));
    int count = firstRanked(written).shown().size();
    assertEquals(
        new Replayed.Differs(5, (count - 1) + " vacancies were shown, now " + count),
        changed(written, r -> with(r, r.shown().subList(0, count - 1), r.result())));
    List<ShownVacancy> other = new ArrayList<>(firstRanked(written).shown());
    other.set(3, new ShownVacancy(ShownVacancy.hash("another"), other.get(3).score(),
        other.get(3).reasons()));
    assertEquals(new Replayed.Differs(6, "place 4 was another vacancy"),
        changed(written, r -> with(r, other, r.result())));
    assertEquals(new Replayed.Differs(7, "the result as a whole"),
        changed(written, r -> with(r, r.shown(), "cd".repeat(32))));
  }

  private static AuditEvent.Ranked firstRanked(WrittenLog written) {
    List<AuditEvent> events = new ArrayList<>();
    written.log.forEach(entry -> events.add(entry.event()));
    return (AuditEvent.Ranked) events.get(1);
  }

  private static AuditEvent.Ranked with(AuditEvent.Ranked r, List<ShownVacancy> shown,
      String result) {
    return new AuditEvent.Ranked(r.pseudonym(), r.inputs(), r.model(), result, r.settings(),
        r.index(), shown, r.hidden(), r.record());
  }

  @Test
  void a_score_whose_inputs_are_others_than_its_entry_names_differs() {
    WrittenLog written = WrittenLog.in(folder);
    byte[] model = {1};
    String hash = written.log.models().keep(model);
    written.log.recordSealed("anna", new byte[]{2},
        (pseudonym, _, place) -> new AuditEvent.Scored("q", pseudonym, "ab".repeat(32), hash,
            hash, 0.5, null, List.of(), place));
    assertEquals(List.of(new Replayed.Differs(2, "the inputs are not those that the entry names")),
        Replay.of(written.log, ReplayTest::ranker).with("q", (_, _) -> hash).newest(9).all());
  }

  /// Both open with the person's key; neither is what its entry was made from.
  @Test
  void two_records_of_one_person_that_changed_places_fail() throws IOException {
    WrittenLog written = WrittenLog.in(folder);
    String hash = written.log.models().keep(new byte[]{1});
    for (String inputs : List.of("first", "other")) {
      written.log.recordScore("anna",
          new ScoreRecord("q", inputs, hash, hash, 0.5, null, List.of()));
    }
    Path records = written.home.auditLog().resolve("records/000000000001.sealed");
    byte[] bytes = Files.readAllBytes(records);
    byte[] swapped = java.util.Arrays.copyOfRange(bytes, bytes.length / 2, bytes.length);
    Files.write(records, swapped);
    Files.write(records, java.util.Arrays.copyOf(bytes, bytes.length / 2),
        java.nio.file.StandardOpenOption.APPEND);
    assertEquals("INPUTS_CHANGED 2", written.fault());
    ReplayReport report = Replay.of(written.log, ReplayTest::ranker)
        .with("q", (_, _) -> hash)
        .newest(9);
    assertEquals(2, report.failed().size());
    assertTrue(report.failed().getFirst().why().contains("changed or cut"),
        report.failed().getFirst().why());
  }

  @Test
  void a_kept_model_that_was_changed_is_used_for_nothing() throws IOException {
    WrittenLog written = WrittenLog.in(folder);
    shown(written, 2);
    Path model = written.home.auditLog().resolve("models/" + RankerModel.standard().sha256());
    Files.writeString(model, Files.readString(model) + " ");
    assertEquals(2, failed(written).size());
    assertTrue(failed(written).getFirst().why().contains("was changed since it was kept"),
        failed(written).getFirst().why());
  }

  private static List<Replayed.Failed> failed(WrittenLog written) {
    return Replay.of(written.log, ReplayTest::ranker).newest(10).failed();
  }

  @Test
  void a_changed_record_fails_alone_and_with_its_place() throws IOException {
    WrittenLog written = WrittenLog.in(folder);
    shown(written, 2);
    Path records = written.home.auditLog().resolve("records/000000000001.sealed");
    byte[] bytes = Files.readAllBytes(records);
    bytes[100] ^= 1;
    Files.write(records, bytes);
    assertEquals(2, failed(written).getFirst().entry());
    assertTrue(failed(written).getFirst().why().contains("byte 0"),
        failed(written).getFirst().why());
    assertEquals(new Replayed.Identical(3), replayed(written).get(1));
  }

  /// What a scorer throws may repeat what it was given.
  @Test
  void a_scorer_that_fails_stops_nothing_and_its_words_are_not_repeated() {
    WrittenLog written = WrittenLog.in(folder);
    shown(written, 1);
    String hash = written.log.models().keep(new byte[]{1});
    written.log.recordScore("anna", new ScoreRecord("potential-26w", "anna lives in Gdynia", hash,
        hash, 0.5, null, List.of()));
    shown(written, 1);
    List<Replayed> all = Replay.of(written.log, ReplayTest::ranker)
        .with("potential-26w", (inputs, _) -> {
          throw new IllegalStateException(inputs);
        })
        .newest(10)
        .all();
    assertEquals(new Replayed.Identical(2), all.get(0));
    assertEquals(new Replayed.Failed(3, "the computation ended with IllegalStateException"),
        all.get(1));
    assertEquals(new Replayed.Identical(4), all.get(2));
  }

  @Test
  void scores_are_computed_by_who_knows_their_question() {
    WrittenLog written = WrittenLog.in(folder);
    byte[] model = "a model".getBytes(StandardCharsets.UTF_8);
    String hash = written.log.models().keep(model);
    for (int i = 0; i < 4; i++) {
      String inputs = "months=" + i;
      written.log.recordScore("p" + i, new ScoreRecord("potential-26w", inputs, hash,
          result(inputs, model), i / 4.0, null, List.of()));
    }
    Recomputation same = ReplayTest::result;
    assertEquals(4, Replay.of(written.log, ReplayTest::ranker)
        .with("potential-26w", same)
        .newest(10)
        .identical());
    Recomputation another = (inputs, _) -> result(inputs,
        "another".getBytes(StandardCharsets.UTF_8));
    assertEquals(4, Replay.of(written.log, ReplayTest::ranker)
        .with("potential-26w", another)
        .newest(10)
        .differing()
        .size());
    assertEquals(new Replayed.NoScorer(2, "potential-26w"), replayed(written).getFirst());
  }

  private static String result(String inputs, byte[] model) {
    return WholeFile.sha256((inputs + new String(model, StandardCharsets.UTF_8))
        .getBytes(StandardCharsets.UTF_8));
  }
}
