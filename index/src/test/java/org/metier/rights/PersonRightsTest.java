package org.metier.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.alert.Alert;
import org.metier.alert.AlertStore;
import org.metier.audit.AbstentionRecord;
import org.metier.audit.AuditEvent;
import org.metier.audit.AuditLog;
import org.metier.audit.AuditSettings;
import org.metier.audit.RankingRecorder;
import org.metier.audit.Replay;
import org.metier.audit.Replayed;
import org.metier.audit.ScoreRecord;
import org.metier.audit.TrainedModel;
import org.metier.erasure.Erased;
import org.metier.feed.Feed;
import org.metier.feed.Source;
import org.metier.home.Home;
import org.metier.index.Market;
import org.metier.index.Matched;
import org.metier.index.Matcher;
import org.metier.index.ProfileStore;
import org.metier.index.VacancyFilter;
import org.metier.index.VacancyIndex;
import org.metier.json.Json;
import org.metier.match.Ranker;
import org.metier.match.condition.Conditions;
import org.metier.match.model.RankerModel;
import org.metier.oversight.CaseId;
import org.metier.oversight.OverrideReason;
import org.metier.oversight.Oversight;
import org.metier.oversight.OversightPolicy;
import org.metier.oversight.Rating;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.HeldOccupation;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;

/// One person over all stores: what is held is handed out, and after erasing it is nowhere.
class PersonRightsTest {
  private static final Taxonomy TAXONOMY = Market.taxonomy();
  private static final TextAnalyzer ANALYZER = TextAnalyzer.create();
  private static final String MODEL = "ab".repeat(32);
  private static final String ANNA = "zanzibar-person-4711";

  @TempDir
  private Path folder = Path.of("");
  private Clock clock = Clock.fixed(Market.NOW, ZoneOffset.UTC);
  private final Map<String, String> dossiers = new HashMap<>();

  /// A portal's own store.
  private final PersonStore store = new PersonStore() {
    @Override
    public String name() {
      return "dossiers";
    }

    @Override
    public Optional<String> held(String person) {
      return Optional.ofNullable(dossiers.get(person));
    }

    @Override
    public Optional<Instant> keptUntil(String person) {
      return Optional.of(Market.NOW.plus(Duration.ofDays(90)));
    }

    @Override
    public int erase(String person) {
      return dossiers.remove(person) == null ? 0 : 1;
    }
  };

  private Home home() {
    return Home.open(folder.resolve("home"));
  }

  private AuditLog log() {
    AuditLog.configure(home(),
        AuditSettings.STANDARD.withForcing(AuditSettings.Forcing.SYSTEM));
    return AuditLog.open(home(), clock);
  }

  private PersonRights rights() {
    return PersonRights.of(home(), TAXONOMY, ANALYZER, clock, List.of(store));
  }

  private static CompetenceProfile profile(String person, String job) {
    CompetenceProfile plain = Market.profile(person, List.of("s1", "s2"), List.of("baker"));
    return new CompetenceProfile(plain.id(), plain.language(),
        List.of(new HeldOccupation(job, "baker", 0.9, null, List.of())), plain.competences(),
        plain.education(), plain.certificates(), plain.languages(), plain.drivingLicences(),
        plain.licenceEvidence(), plain.place(), plain.wishes());
  }

  /// Keeps something of a person in every store.
  private void live(String person, String words) {
    AuditLog log = log();
    try (ProfileStore profiles = ProfileStore.open(home(), TAXONOMY, clock)) {
      profiles.put(profile(person, "earlier " + words));
      profiles.put(profile(person, "baker of " + words));
    }
    AlertStore.open(home(), TAXONOMY, ANALYZER, clock)
        .put(Alert.builder(person + "-alert", person)
            .sources(Set.of("a"))
            .excludedEmployers(Set.of(words))
            .build(), 0);
    Ranker ranker = Ranker.of(RankerModel.standard(), TAXONOMY, ANALYZER);
    try (Matcher matcher = Matcher.builder(home())
        .taxonomy(TAXONOMY)
        .analyzer(ANALYZER)
        .clock(clock)
        .ranker(ranker)
        .build()) {
      Matched matched = matcher.matched(profile(person, "baker of " + words), VacancyFilter.ALL,
          Conditions.NONE, 5);
      RankingRecorder.of(log, ranker)
          .shown(matched.profile(), matched.conditions(), matched.matches(), matched.at(),
              matched.index());
    }
    Oversight oversight = Oversight.of(home(), log);
    CaseId id = new CaseId(person, "potential-26w");
    oversight.begin(id, () -> 0.4, score -> new ScoreRecord("potential-26w",
        "{\"job\":\"" + words + "\"}", MODEL, "ef".repeat(32),
        score, "MIDDLE", List.of())).rate(new Rating("HIGH", 0.8), "counsellor-17");
    oversight.override(id, new Rating("HIGH", 0.8), OverrideReason.KNOWS_MORE,
        "knows " + words, "counsellor-17");
    oversight.happened(id, true, LocalDate.of(2026, 4, 1));
    rights().disagree(person, "potential-26w", "I know " + words);
    dossiers.put(person, "{\"words\":\"" + words + "\"}");
  }

  private void ingest() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      lines.append("{\"metier\":1,\"key\":\"k" + i + "\",\"title\":\"Baker number " + i
          + "\",\"language\":\"en\",\"employer\":\"Old Mill " + i % 3
          + "\",\"description\":\"You bake bread and have knack" + i + "\"}\n");
    }
    try (VacancyIndex index = VacancyIndex.builder(home())
        .taxonomy(TAXONOMY)
        .analyzer(ANALYZER)
        .clock(clock)
        .build()) {
      index.ingest(Feed.of(Source.of("a"), "a",
          new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8))).build());
    }
  }

  @Test
  void everything_is_handed_out_as_json_that_reads_back() throws IOException {
    ingest();
    live(ANNA, "zanzibarword");
    log().trained().keep("ranker", MODEL, List.of(ANNA, "ben"));
    Held held = rights().export(ANNA);
    assertEquals("baker of zanzibarword",
        java.util.Objects.requireNonNull(held.profile()).occupations().getFirst().title());
    assertEquals(Market.NOW, held.profileSince());
    assertEquals(1, held.alerts().size());
    assertEquals(1, held.cases().size());
    assertEquals(7, held.decisions().size());
    assertEquals(1, held.decisions()
        .stream()
        .map(HeldDecision::inputs)
        .filter("{\"job\":\"zanzibarword\"}"::equals)
        .count());
    assertEquals(List.of(MODEL), held.models().stream().map(TrainedModel::model).toList());
    assertEquals(Set.of("dossiers"), held.others().keySet());
    assertEquals(List.of("profile", "alerts", "oversight", "decisions", "log", "membership",
        "dossiers"), held.kept().stream().map(Kept::what).toList());
    assertEquals(Instant.parse("2028-03-15T12:00:00Z"), held.kept().getFirst().until());
    assertEquals(held, Json.read(Json.write(held), Held.class));
    // Who was handed what is itself an entry.
    assertEquals(8, rights().export(ANNA).decisions().size());
  }

  @Test
  void of_somebody_unknown_nothing_is_held_and_nothing_is_begun() {
    Held held = rights().export("nobody");
    assertTrue(held.isNothing());
    assertFalse(AuditLog.exists(home()));
    assertTrue(Letter.in(Language.EN, TAXONOMY).of(held).contains("We hold nothing about you."));
  }

  @Test
  void after_erasing_no_byte_of_any_file_tells_of_the_person() throws IOException {
    ingest();
    live(ANNA, "zanzibarword");
    live("other-person", "quiteother");
    log().trained().keep("ranker", MODEL, List.of(ANNA, "other-person"));
    String pseudonym = log().keys().find(ANNA).orElseThrow().pseudonym();
    String locator = log().keys().locatorHex(ANNA);
    for (String there : List.of(ANNA, "zanzibarword")) {
      assertFalse(HomeBytes.places(folder.resolve("home"), there).isEmpty(),
          there + " is not there to begin with");
    }

    PersonErased receipt = rights().erase(ANNA);

    for (String gone : List.of(ANNA, "zanzibar", "zanzibarword")) {
      assertEquals(Set.of(), HomeBytes.places(folder.resolve("home"), gone));
    }
    assertEquals(Set.of(), HomeBytes.places(folder.resolve("home"), locator));
    assertEquals(Map.of("dossiers", 1), receipt.others());
    assertEquals(List.of(MODEL),
        receipt.home().models().stream().map(TrainedModel::model).toList());
    assertEquals(List.of("ALERTS 1", "PROFILES 1", "OVERSIGHT 1", "TRAINED 1", "KEY 1"),
        receipt.home().parts().stream().map(p -> p.store() + " " + p.erased()).toList());
    List<AuditEvent> events = new ArrayList<>();
    log().forEach(entry -> events.add(entry.event()));
    assertEquals(new AuditEvent.Erased(Map.of("ALERTS", 1, "PROFILES", 1, "OVERSIGHT", 1,
        "TRAINED", 1, "KEY", 1)), events.getLast());
    // What stays: entries under a pseudonym that nothing leads to.
    assertTrue(log().verify(null).isWhole());
    assertFalse(HomeBytes.places(folder.resolve("home/audit/log"), pseudonym).isEmpty());
    assertEquals(Set.of(), HomeBytes.places(folder.resolve("home/keys"), pseudonym));
    assertTrue(rights().export(ANNA).isNothing());
    Held other = rights().export("other-person");
    assertEquals(1, other.cases().size());
    assertEquals(7, other.decisions().size());
    assertEquals(0, rights().erase(ANNA).home().erased());
  }

  @Test
  void an_erased_persons_decisions_are_replayed_no_more_and_all_others_are() throws IOException {
    ingest();
    live(ANNA, "zanzibarword");
    live("other-person", "quiteother");
    rights().erase(ANNA);
    List<Replayed> all = Replay.of(log(), model -> Ranker.of(model, TAXONOMY, ANALYZER))
        .newest(10)
        .all();
    assertEquals(2, all.stream().filter(Replayed.InputsErased.class::isInstance).count());
    assertEquals(1, all.stream().filter(Replayed.Identical.class::isInstance).count());
    assertEquals(1, all.stream().filter(Replayed.NoScorer.class::isInstance).count());
  }

  @Test
  void letters_in_all_languages_say_what_is_held_and_no_chance() throws IOException {
    ingest();
    live(ANNA, "zanzibarword");
    log().trained().keep("ranker", MODEL, List.of(ANNA));
    Held held = rights().export(ANNA);
    for (Language language : Language.values()) {
      String letter = Letter.in(language, TAXONOMY).of(held);
      for (String said : List.of(ANNA, "baker of zanzibarword", "I know zanzibarword",
          "knows zanzibarword", "dossiers", "potential-26w")) {
        assertTrue(letter.contains(said), language + " lacks " + said + "\n" + letter);
      }
      assertFalse(letter.contains("{") || letter.contains("0.4") || letter.contains("0,4")
          || letter.contains("0.8"), letter);
    }
    String english = Letter.in(Language.EN, TAXONOMY).of(held);
    assertTrue(english.contains("What you can do: knack1, knack2."));
    assertTrue(english.contains("we wrote down how it went: well."), english);
    assertTrue(english.contains("medium") && english.contains("high"), english);
    assertFalse(english.contains("MIDDLE") || english.contains("HIGH"), english);
    assertTrue(Letter.in(Language.PL, TAXONOMY).of(held).contains("średnia"));
    assertTrue(Letter.in(Language.FR, TAXONOMY).of(held).contains("savoir1, savoir2"));
    assertTrue(Letter.in(Language.DE, TAXONOMY).of(held).contains("15. März 2028"));
  }

  @Test
  void what_is_due_is_deleted_and_nothing_else() throws IOException {
    ingest();
    live(ANNA, "zanzibarword");
    clock = Clock.fixed(Instant.parse("2028-03-15T11:59:59Z"), ZoneOffset.UTC);
    live("other-person", "quiteother");
    assertEquals(0, rights().purge().profiles());
    clock = Clock.fixed(Instant.parse("2028-03-15T12:00:01Z"), ZoneOffset.UTC);
    Purged purged = rights().purge();
    assertEquals(1, purged.profiles());
    assertEquals(0, purged.cases());
    assertEquals(1, purged.log().segments());
    assertTrue(log().verify(null).isWhole());
    Held held = rights().export(ANNA);
    assertEquals(null, held.profile());
    assertEquals(1, held.cases().size());
    assertFalse(rights().export("other-person").isNothing());
  }

  @Test
  void alerts_have_a_time_that_saving_and_confirming_begin_anew() throws IOException {
    ingest();
    live(ANNA, "zanzibarword");
    live("other-person", "quiteother");
    Kept kept = rights().retention(ANNA)
        .stream()
        .filter(k -> k.what().equals("alerts"))
        .findFirst()
        .orElseThrow();
    assertEquals(new Kept("alerts", Market.NOW, Instant.parse("2028-03-15T12:00:00Z"),
        "retention.json"), kept);
    clock = Clock.fixed(Instant.parse("2027-03-15T12:00:00Z"), ZoneOffset.UTC);
    AlertStore alerts = AlertStore.open(home(), TAXONOMY, ANALYZER, clock);
    assertTrue(alerts.confirm("other-person-alert"));
    assertFalse(alerts.confirm("nobodys-alert"));
    clock = Clock.fixed(Instant.parse("2028-03-15T12:00:00Z"), ZoneOffset.UTC);
    assertEquals(0, rights().purge().alerts());
    clock = Clock.fixed(Instant.parse("2028-03-15T12:00:01Z"), ZoneOffset.UTC);
    assertEquals(1, rights().purge().alerts());
    assertEquals(List.of("other-person-alert"),
        alerts.alerts().stream().map(Alert::id).toList());
    assertEquals(Set.of(), HomeBytes.places(folder.resolve("home/alerts"), "zanzibar"));
    new RetentionPolicy(24, 6).write(home());
    assertEquals(1, rights().purge().alerts());
  }

  @Test
  void a_policy_that_says_nothing_of_alerts_is_read_as_earlier_releases_wrote_it()
      throws IOException {
    java.nio.file.Files.writeString(home().folder().resolve("retention.json"),
        "{\"profileMonths\":7}");
    assertEquals(new RetentionPolicy(7, 24), RetentionPolicy.of(home()));
    assertThrows(IllegalArgumentException.class, () -> new RetentionPolicy(24, 0));
    assertThrows(IllegalArgumentException.class, () -> new RetentionPolicy(24, 241));
    new RetentionPolicy(1, 240).write(home());
    assertEquals(new RetentionPolicy(1, 240), RetentionPolicy.of(home()));
  }

  @Test
  void the_key_of_a_person_goes_with_the_last_that_it_opens() {
    AuditLog log = log();
    AuditLog.configure(home(), log.settings().withSegments(10_000_000, 1));
    for (String person : List.of(ANNA, "ben", "cleo")) {
      log.recordScore(person, score("inputs of " + person));
    }
    Oversight.of(home(), log).disagree(new CaseId("ben", "ranking"), "no");
    clock = Clock.fixed(Market.NOW.plus(Duration.ofDays(40)), ZoneOffset.UTC);
    log().recordScore("cleo", score("later inputs"));
    assertEquals(0, rights().purge().keys());
    clock = Clock.fixed(Market.NOW.plus(Duration.ofDays(740)), ZoneOffset.UTC);
    Purged purged = rights().purge();
    assertEquals(1, purged.log().segments());
    assertEquals(1, purged.keys());
    assertTrue(log().keys().find(ANNA).isEmpty(), "a key that opens nothing was kept");
    assertTrue(log().keys().find("cleo").isPresent(), "the log still names cleo");
    assertEquals("no",
        rights().export("ben").cases().getFirst().disagreements().getFirst().text());
    assertTrue(log().verify(null).isWhole());
  }

  @Test
  void the_key_of_a_case_goes_with_the_case_where_the_log_is_done_with_the_person() {
    AuditLog log = log();
    AuditLog.configure(home(), log.settings().withSegments(10_000_000, 1));
    new OversightPolicy(true, 30).write(home());
    Oversight.of(home(), log).disagree(new CaseId(ANNA, "ranking"), "no");
    clock = Clock.fixed(Instant.parse("2028-03-20T12:00:00Z"), ZoneOffset.UTC);
    log().recordScore("ben", score("begins a segment"));
    Purged first = rights().purge();
    assertEquals(1, first.log().segments());
    assertEquals(0, first.keys());
    clock = Clock.fixed(Instant.parse("2028-09-20T12:00:00Z"), ZoneOffset.UTC);
    Purged second = rights().purge();
    assertEquals(1, second.cases());
    assertEquals(0, second.log().segments());
    assertEquals(1, second.keys());
    assertTrue(log().keys().find("ben").isPresent());
  }

  @Test
  void alerts_are_kept_since_the_oldest_and_until_the_youngest_is_due() {
    AlertStore first = AlertStore.open(home(), TAXONOMY, ANALYZER, clock);
    first.put(Alert.builder("one", ANNA).sources(Set.of("a")).build(), 0);
    clock = Clock.fixed(Market.NOW.plus(Duration.ofDays(10)), ZoneOffset.UTC);
    AlertStore second = AlertStore.open(home(), TAXONOMY, ANALYZER, clock);
    second.put(Alert.builder("two", ANNA).sources(Set.of("a")).build(), 0);
    assertEquals(List.of(new Kept("alerts", Market.NOW, Instant.parse("2028-03-25T12:00:00Z"),
        "retention.json")), rights().retention(ANNA));
  }

  @Test
  void time_counts_from_what_was_said_and_recorded_last() {
    log().recordScore(ANNA, score("first"));
    Oversight.of(home(), log()).disagree(new CaseId(ANNA, "ranking"), "no");
    clock = Clock.fixed(Market.NOW.plus(Duration.ofDays(10)), ZoneOffset.UTC);
    log().recordScore(ANNA, score("second"));
    Oversight.of(home(), log()).disagree(new CaseId(ANNA, "potential-26w"), "no");
    Instant last = Instant.parse("2026-03-25T12:00:00Z");
    assertEquals(
        List.of(new Kept("oversight", last, Instant.parse("2031-03-25T12:00:00Z"),
            "oversight.json"),
            new Kept("decisions", Market.NOW, Instant.parse("2028-03-25T12:00:00Z"),
                "audit/settings.json"),
            new Kept("log", Market.NOW, Instant.parse("2028-03-25T12:00:00Z"),
                "audit/settings.json")),
        rights().retention(ANNA));
  }

  @Test
  void what_a_store_of_the_portal_alone_holds_is_not_nothing() {
    dossiers.put(ANNA, "{}");
    Held held = rights().export(ANNA);
    assertFalse(held.isNothing());
    assertEquals(List.of("dossiers"), held.kept().stream().map(Kept::what).toList());
    assertTrue(Letter.in(Language.EN, TAXONOMY).of(held).contains("dossiers"));
  }

  private static ScoreRecord score(String inputs) {
    return new ScoreRecord("potential-26w", inputs, MODEL, "ef".repeat(32), 0.5, "MIDDLE",
        List.of());
  }

  @Test
  void handing_out_a_profile_alone_is_an_entry_too_and_handing_out_nothing_is_none() {
    log();
    try (ProfileStore profiles = ProfileStore.open(home(), TAXONOMY, clock)) {
      profiles.put(profile(ANNA, "baker"));
    }
    rights().export(ANNA);
    assertEquals(1, log().of(ANNA).size());
    rights().export("nobody");
    assertEquals(2, log().verify(null).last());
    assertTrue(log().keys().find("nobody").isEmpty());
  }

  @Test
  void one_damaged_record_keeps_nothing_else_from_being_handed_out() throws IOException {
    AuditLog log = log();
    log.recordScore(ANNA, score("first inputs"));
    log.recordScore(ANNA, score("second inputs"));
    java.nio.file.Path records = home().auditLog().resolve("records/000000000001.sealed");
    byte[] bytes = java.nio.file.Files.readAllBytes(records);
    bytes[20] ^= 1;
    java.nio.file.Files.write(records, bytes);
    Held held = rights().export(ANNA);
    assertEquals(null, held.decisions().get(0).inputs());
    assertEquals("they were changed or cut after they were sealed",
        held.decisions().get(0).damage());
    assertEquals("second inputs", held.decisions().get(1).inputs());
    assertEquals(null, held.decisions().get(1).damage());
    java.nio.file.Files.delete(records);
    assertTrue(String.valueOf(rights().export(ANNA).decisions().get(1).damage())
        .contains("is gone"));
  }

  @Test
  void the_letter_says_that_a_program_gave_no_estimate() {
    AuditLog log = log();
    log.recordDecision(ANNA,
        new AbstentionRecord("potential-26w", "inputs", MODEL, "TOO_LITTLE_KNOWN"));
    Oversight.of(home(), log)
        .begin(new CaseId(ANNA, "potential-26w"), () -> "none",
            _ -> new AbstentionRecord("potential-26w", "inputs", MODEL, "TOO_LITTLE_KNOWN"))
        .rate(new Rating("HIGH", 0.8), "counsellor-17");
    Held held = rights().export(ANNA);
    for (Language language : Language.values()) {
      String letter = Letter.in(language, TAXONOMY).of(held);
      assertFalse(letter.contains("{") || letter.contains("TOO_LITTLE"), letter);
    }
    String english = Letter.in(Language.EN, TAXONOMY).of(held);
    assertTrue(english.contains("2 times, on 15 March 2026, a program was"
        + " asked for an estimate and gave none"), english);
    assertTrue(english.contains("- On 15 March 2026 a program was asked for an estimate"),
        english);
    assertTrue(Letter.in(Language.PL, TAXONOMY).of(held).contains("za mało wiedział"));
  }

  @Test
  void two_stores_of_one_name_are_refused() {
    assertThrows(IllegalArgumentException.class,
        () -> PersonRights.of(home(), TAXONOMY, ANALYZER, clock, List.of(store, store)));
  }

  @Test
  void a_receipt_of_a_home_without_a_log_says_nothing_of_keys() {
    Erased erased = rights().erase("nobody").home();
    assertEquals(List.of(Erased.Store.PROFILES),
        erased.parts().stream().map(Erased.Part::store).toList());
  }
}
