package org.metier.oversight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.audit.AbstentionRecord;
import org.metier.audit.AuditLog;
import org.metier.audit.AuditSettings;
import org.metier.audit.ReasonShare;
import org.metier.audit.ScoreRecord;
import org.metier.home.Home;

/// The order of rating and score, and what outlives a new score.
class OversightTest {
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private static final String MODEL = "ab".repeat(32);
  private static final String NEXT_MODEL = "cd".repeat(32);
  private static final CaseId ANNA = new CaseId("anna", "potential-26w");

  @TempDir
  private Path folder = Path.of("");
  private Instant now = NOW;
  private final AtomicInteger computed = new AtomicInteger();

  private Home home() {
    return Home.open(folder.resolve("home"));
  }

  private AuditLog log() {
    AuditLog.configure(home(),
        AuditSettings.STANDARD.withForcing(AuditSettings.Forcing.SYSTEM));
    return AuditLog.open(home(), Clock.fixed(now, ZoneOffset.UTC));
  }

  private Oversight oversight() {
    return Oversight.of(home(), log());
  }

  private BlindCase<Double> begin(CaseId id, String model, double chance) {
    return oversight().begin(id, () -> {
      computed.incrementAndGet();
      return chance;
    }, score -> new ScoreRecord("potential-26w", "inputs", model,
        "ef".repeat(32), score, "MIDDLE", List.of(new ReasonShare("monthsOut", -0.5))));
  }

  private List<String> events() {
    List<String> names = new ArrayList<>();
    log().forEach(entry -> names.add(entry.event().getClass().getSimpleName()));
    return names;
  }

  @Test
  void a_score_is_neither_computed_nor_shown_before_the_own_rating() {
    BlindCase<Double> asked = begin(ANNA, MODEL, 0.4);
    assertTrue(asked.needsRating());
    OversightException e = assertThrows(OversightException.class, asked::reveal);
    assertFalse(String.valueOf(e.getMessage()).contains("anna"));
    assertEquals(0, computed.get());
    assertEquals(List.of("Begun"), events());

    Revealed<Double> revealed = asked.rate(new Rating("HIGH", 0.8), "counsellor-17");
    assertEquals(0.4, revealed.score());
    assertEquals(new Rating("HIGH", 0.8), revealed.own());
    assertEquals(List.of("Begun", "Rated", "Scored", "Revealed"), events());
    assertTrue(log().verify(null).isWhole());
  }

  @Test
  void a_scorer_that_fails_leaves_the_rating() {
    BlindCase<Double> asked = oversight().begin(ANNA, () -> {
      throw new IllegalStateException("no model");
    }, _ -> {
      throw new AssertionError("nothing was scored");
    });
    assertThrows(IllegalStateException.class,
        () -> asked.rate(new Rating("HIGH", 0.8), "counsellor-17"));
    assertEquals(List.of("Begun", "Rated"), events());
    assertFalse(begin(ANNA, MODEL, 0.4).needsRating());
  }

  @Test
  void a_case_that_was_rated_is_scored_anew_without_another_rating() {
    begin(ANNA, MODEL, 0.4).rate(new Rating("HIGH", 0.8), "counsellor-17");
    assertEquals(0.3, begin(ANNA, NEXT_MODEL, 0.3).reveal().score());
    CaseId other = new CaseId("anna", "potential-26w/2027");
    assertTrue(begin(other, MODEL, 0.4).needsRating());
  }

  @Test
  void a_policy_without_blind_ratings_shows_at_once_and_says_so() {
    new OversightPolicy(false, 60).write(home());
    Revealed<Double> revealed = begin(ANNA, MODEL, 0.4).reveal();
    assertNull(revealed.own());
    assertFalse(revealed.file().shown().orElseThrow().wasRatedFirst());
    begin(ANNA, MODEL, 0.4).rate(new Rating("LOW", 0.2), "counsellor-17");
    assertFalse(oversight().find(ANNA).orElseThrow().firstRating().orElseThrow().wasBlind());
  }

  @Test
  void an_override_holds_against_every_later_score_until_it_is_lifted() {
    begin(ANNA, MODEL, 0.4).rate(new Rating("HIGH", 0.8), "counsellor-17");
    oversight().override(ANNA, new Rating("HIGH", 0.8), OverrideReason.KNOWS_MORE,
        "has an offer in writing", "counsellor-17");
    for (int run = 1; run <= 20; run++) {
      Revealed<Double> again = begin(ANNA, NEXT_MODEL, run / 40.0).reveal();
      assertTrue(again.isOverridden());
      assertEquals(0.8, again.file().standingChance().orElseThrow());
    }
    assertEquals("has an offer in writing",
        oversight().find(ANNA).orElseThrow().override().orElseThrow().text());
    oversight().lift(ANNA, "the offer was withdrawn", "counsellor-17");
    assertEquals(0.5, oversight().find(ANNA).orElseThrow().standingChance().orElseThrow());
    assertThrows(OversightException.class,
        () -> oversight().lift(ANNA, "once more", "counsellor-17"));
    // What was said stays.
    assertEquals(1, oversight().find(ANNA)
        .orElseThrow()
        .notes()
        .stream()
        .filter(Note.Overridden.class::isInstance)
        .count());
  }

  @Test
  void what_was_not_shown_cannot_be_overridden_and_another_reason_needs_words() {
    assertThrows(OversightException.class, () -> oversight().override(ANNA,
        new Rating("HIGH", 0.8), OverrideReason.KNOWS_MORE, "", "counsellor-17"));
    begin(ANNA, MODEL, 0.4).rate(new Rating("HIGH", 0.8), "counsellor-17");
    assertThrows(IllegalArgumentException.class, () -> oversight().override(ANNA,
        new Rating("HIGH", 0.8), OverrideReason.OTHER, " ", "counsellor-17"));
  }

  @Test
  void a_disagreement_is_shown_beside_the_score_from_then_on() {
    begin(ANNA, MODEL, 0.4).rate(new Rating("HIGH", 0.8), "counsellor-17");
    oversight().disagree(ANNA, "I have worked as a baker for ten years");
    Revealed<Double> again = begin(ANNA, NEXT_MODEL, 0.3).reveal();
    assertEquals("I have worked as a baker for ten years",
        again.file().disagreements().getFirst().text());
  }

  @Test
  void words_and_names_are_in_no_file_in_the_clear() throws IOException {
    begin(ANNA, MODEL, 0.4).rate(new Rating("HIGH", 0.8), "counsellor-17");
    oversight().override(ANNA, new Rating("HIGH", 0.8), OverrideReason.KNOWS_MORE,
        "zanzibar in writing", "counsellor-17");
    oversight().disagree(ANNA, "zanzibar is where I worked");
    try (var all = Files.walk(home().folder())) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertFalse(text.contains("zanzibar") || text.contains("anna"), file.toString());
      }
    }
  }

  @Test
  void counts_say_how_often_staff_went_along_with_each_model() {
    for (int i = 0; i < 10; i++) {
      CaseId id = new CaseId("p" + i, "potential-26w");
      begin(id, MODEL, 0.5).rate(new Rating("MIDDLE", 0.5), "counsellor-17");
      if (i < 3) {
        oversight().override(id, new Rating("HIGH", i == 0 ? 0.2 : 0.8),
            OverrideReason.LOCAL_MARKET, "", "counsellor-17");
      }
    }
    oversight().lift(new CaseId("p1", "potential-26w"), "seen again", "counsellor-17");
    oversight().disagree(new CaseId("p5", "potential-26w"), "no");
    begin(new CaseId("p0", "potential-26w"), NEXT_MODEL, 0.5).reveal();
    assertEquals(List.of(new OversightCounts(MODEL, 10, 10, 3, 2, 1, 1, 1, 0),
        new OversightCounts(NEXT_MODEL, 1, 1, 0, 0, 0, 0, 0, 0)),
        oversight().counts(NOW, NOW.plusSeconds(1)));
    assertEquals(List.of(), oversight().counts(NOW.plusSeconds(1), NOW.plusSeconds(2)));
  }

  @Test
  void pairs_bring_rating_score_and_outcome_together_without_saying_who() {
    begin(ANNA, MODEL, 0.4).rate(new Rating("HIGH", 0.8), "counsellor-17");
    oversight().override(ANNA, new Rating("HIGH", 0.7), OverrideReason.KNOWS_MORE, "", "c");
    oversight().happened(ANNA, true, LocalDate.of(2026, 5, 1));
    begin(new CaseId("ben", "potential-26w"), MODEL, 0.2).rate(new Rating("LOW", 0.1), "c");
    assertEquals(List.of(new RatedPair("potential-26w", MODEL, 0.1, true, 0.2, null, null),
        new RatedPair("potential-26w", MODEL, 0.8, true, 0.4, 0.7, true)), oversight().pairs());
  }

  private BlindCase<String> abstaining(CaseId id) {
    return oversight().begin(id, () -> {
      computed.incrementAndGet();
      return "too little known";
    }, _ -> new AbstentionRecord("potential-26w", "inputs", MODEL, "TOO_LITTLE_KNOWN"));
  }

  @Test
  void an_abstention_comes_after_the_own_rating_too_and_leaves_that_as_all_there_is() {
    assertThrows(OversightException.class, abstaining(ANNA)::reveal);
    assertEquals(0, computed.get());
    Revealed<String> revealed = abstaining(ANNA).rate(new Rating("HIGH", 0.8), "counsellor-17");
    assertEquals("too little known", revealed.score());
    assertEquals(3, revealed.entry());
    assertEquals(new Note.Abstained(NOW, MODEL, "TOO_LITTLE_KNOWN", true, 3),
        revealed.file().abstention().orElseThrow());
    assertEquals(new Rating("HIGH", 0.8), revealed.own());
    assertTrue(revealed.file().standingChance().isEmpty());
    assertEquals(List.of("Begun", "Rated", "Abstained"), events());
    OversightException e = assertThrows(OversightException.class, () -> oversight().override(ANNA,
        new Rating("LOW", 0.1), OverrideReason.KNOWS_MORE, "", "counsellor-17"));
    assertTrue(String.valueOf(e.getMessage()).contains("the model abstained"), e.getMessage());
  }

  @Test
  void a_score_after_an_abstention_stands_and_an_abstention_after_a_score_ends_it() {
    abstaining(ANNA).rate(new Rating("HIGH", 0.8), "counsellor-17");
    assertEquals(0.4, begin(ANNA, MODEL, 0.4).reveal().file().standingChance().orElseThrow());
    assertTrue(oversight().find(ANNA).orElseThrow().abstention().isEmpty());
    assertTrue(abstaining(ANNA).reveal().file().standingChance().isEmpty());
    assertEquals(0.4, oversight().find(ANNA).orElseThrow().shown().orElseThrow().chance());
    begin(ANNA, MODEL, 0.4).reveal();
    oversight().override(ANNA, new Rating("HIGH", 0.7), OverrideReason.KNOWS_MORE, "", "c");
    assertEquals(0.7, abstaining(ANNA).reveal().file().standingChance().orElseThrow());
  }

  @Test
  void abstentions_are_counted_beside_scores_and_paired_with_rating_and_outcome() {
    abstaining(ANNA).rate(new Rating("HIGH", 0.8), "counsellor-17");
    begin(ANNA, MODEL, 0.4).reveal();
    oversight().happened(ANNA, false, LocalDate.of(2026, 5, 1));
    abstaining(new CaseId("ben", "potential-26w")).rate(new Rating("LOW", 0.1), "c");
    assertEquals(List.of(new OversightCounts(MODEL, 1, 1, 0, 0, 0, 0, 0, 2)),
        oversight().counts(NOW, NOW.plusSeconds(1)));
    assertEquals(List.of(),
        oversight().counts(NOW.minusSeconds(9), NOW));
    assertEquals(List.of(new RatedPair("potential-26w", MODEL, 0.1, true, null, null, null),
        new RatedPair("potential-26w", MODEL, 0.8, true, null, null, false)),
        oversight().pairs());
  }

  /// Whoever saw what a model answered, an abstention too, is not blind any more.
  @Test
  void a_rating_after_an_abstention_was_not_blind() {
    new OversightPolicy(false, 60).write(home());
    abstaining(ANNA).reveal();
    abstaining(ANNA).rate(new Rating("LOW", 0.2), "counsellor-17");
    assertFalse(oversight().find(ANNA).orElseThrow().firstRating().orElseThrow().wasBlind());
  }

  @Test
  void what_the_log_would_refuse_leaves_nothing_in_the_case() {
    BlindCase<Double> asked = begin(ANNA, MODEL, 0.4);
    assertThrows(IllegalArgumentException.class,
        () -> asked.rate(new Rating("HIGH", 0.8), "Maria Nowak"));
    assertEquals(0, computed.get());
    assertTrue(asked.needsRating());
    assertEquals(List.of(), oversight().of("anna"));
    asked.rate(new Rating("HIGH", 0.8), "counsellor-17");
    assertThrows(IllegalArgumentException.class, () -> oversight().override(ANNA,
        new Rating("HIGH", 0.8), OverrideReason.KNOWS_MORE, "", "Maria Nowak"));
    assertTrue(oversight().find(ANNA).orElseThrow().override().isEmpty());
  }

  private Path caseFile(String person) throws IOException {
    String locator = log().keys().locatorHex(person);
    try (var all = Files.walk(home().oversight())) {
      return all.filter(p -> p.getFileName().toString().startsWith(locator))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void a_damaged_case_is_named_when_read_and_does_not_keep_anybody_from_being_erased()
      throws IOException {
    begin(ANNA, MODEL, 0.4).rate(new Rating("HIGH", 0.8), "counsellor-17");
    Files.write(caseFile("anna"), new byte[]{1, 2, 3});
    OversightException e = assertThrows(OversightException.class, () -> oversight().of("anna"));
    assertTrue(String.valueOf(e.getMessage()).contains(".sealed"), e.getMessage());
    assertEquals(1, oversight().erase("anna"));
    assertEquals(List.of(), oversight().of("anna"));
  }

  @Test
  void a_damaged_case_keeps_nothing_of_others_beyond_its_time_and_is_said_at_the_end()
      throws IOException {
    List<String> people = List.of("anna", "ben", "cleo");
    for (String person : people) {
      begin(new CaseId(person, "potential-26w"), MODEL, 0.4)
          .rate(new Rating("HIGH", 0.8), "counsellor-17");
    }
    // The first that is come to, so that the others come after it.
    String first = people.stream()
        .min(java.util.Comparator.comparing(person -> log().keys().locatorHex(person)))
        .orElseThrow();
    Files.write(caseFile(first), new byte[]{1, 2, 3});
    now = NOW.plus(java.time.Duration.ofDays(3_000));
    OversightException e = assertThrows(OversightException.class, () -> oversight().purge());
    assertTrue(String.valueOf(e.getMessage()).contains("2 cases"), e.getMessage());
    for (String person : people) {
      if (!person.equals(first)) {
        assertEquals(List.of(), oversight().of(person));
      }
    }
  }

  @Test
  void a_draft_that_a_crash_left_is_erased_with_the_case() throws IOException {
    begin(ANNA, MODEL, 0.4).rate(new Rating("HIGH", 0.8), "counsellor-17");
    Path file = caseFile("anna");
    Path draft = file.resolveSibling(file.getFileName() + ".0b1c.tmp");
    Files.copy(file, draft);
    oversight().erase("anna");
    assertFalse(Files.exists(draft), "the person's locator is left in the name of a draft");
  }

  @Test
  void erasing_deletes_the_cases_of_one_person_alone() {
    begin(ANNA, MODEL, 0.4).rate(new Rating("HIGH", 0.8), "counsellor-17");
    begin(new CaseId("ben", "potential-26w"), MODEL, 0.2).rate(new Rating("LOW", 0.1), "c");
    assertEquals(1, oversight().erase("anna"));
    assertEquals(List.of(), oversight().of("anna"));
    assertEquals(1, oversight().of("ben").size());
    assertEquals(0, oversight().erase("anna"));
  }

  @Test
  void cases_are_deleted_when_they_are_due() {
    begin(ANNA, MODEL, 0.4).rate(new Rating("HIGH", 0.8), "counsellor-17");
    new OversightPolicy(true, 12).write(home());
    assertEquals(0, oversight().purge());
    now = Instant.parse("2027-03-02T08:00:01Z");
    assertEquals(1, oversight().purge());
    assertEquals(List.of(), oversight().of("anna"));
  }

  @Test
  void a_case_is_kept_for_what_was_said_of_it_last() {
    begin(ANNA, MODEL, 0.4).rate(new Rating("HIGH", 0.8), "counsellor-17");
    new OversightPolicy(true, 12).write(home());
    now = Instant.parse("2026-12-02T08:00:00Z");
    oversight().disagree(ANNA, "no");
    now = Instant.parse("2027-12-02T08:00:00Z");
    assertEquals(0, oversight().purge());
    now = Instant.parse("2027-12-02T08:00:01Z");
    assertEquals(1, oversight().purge());
  }

  /// Else it would be the order of the files, which who holds the key can tell people by.
  @Test
  void pairs_come_in_an_order_of_their_own_numbers() {
    new OversightPolicy(false, 60).write(home());
    for (int i = 7; i > 0; i--) {
      begin(new CaseId("p" + i, "potential-26w"), MODEL, i / 8.0).reveal();
    }
    assertEquals(List.of(0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875),
        oversight().pairs().stream().map(RatedPair::score).toList());
  }

  @Test
  void a_rating_after_the_score_counts_as_none_before_it() {
    new OversightPolicy(false, 60).write(home());
    begin(ANNA, MODEL, 0.4).reveal();
    begin(ANNA, MODEL, 0.4).rate(new Rating("LOW", 0.2), "counsellor-17");
    OversightCounts counts = oversight().counts(NOW, NOW.plusSeconds(1)).getFirst();
    assertEquals(1, counts.shown());
    assertEquals(0, counts.ratedFirst());
  }

  @Test
  void words_that_are_none_or_endless_and_codes_that_are_words_are_refused() {
    begin(ANNA, MODEL, 0.4).rate(new Rating("HIGH", 0.8), "counsellor-17");
    assertThrows(IllegalArgumentException.class, () -> oversight().disagree(ANNA, " "));
    assertThrows(IllegalArgumentException.class,
        () -> oversight().disagree(ANNA, "x".repeat(10_001)));
    oversight().disagree(ANNA, "x".repeat(10_000));
    oversight().override(ANNA, new Rating("LOW", 0.1), OverrideReason.KNOWS_MORE, "", "c");
    assertThrows(IllegalArgumentException.class, () -> oversight().lift(ANNA, " ", "c"));
    assertTrue(oversight().find(ANNA).orElseThrow().override().isPresent());
    assertThrows(IllegalArgumentException.class, () -> new Rating("rather high", 0.8));
    assertThrows(IllegalArgumentException.class, () -> new CaseId("anna", "what about her"));
    assertThrows(IllegalArgumentException.class, () -> new CaseId(" ", "potential-26w"));
    assertFalse(ANNA.toString().contains("anna"));
  }

  @Test
  void a_chance_that_is_none_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> new Rating("HIGH", Double.NaN));
    assertThrows(IllegalArgumentException.class,
        () -> begin(ANNA, MODEL, 1.5).rate(new Rating("HIGH", 0.8), "counsellor-17"));
  }
}
