package org.metier.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.coding.Correction;
import org.metier.duplicate.Ruling;
import org.metier.feed.Delivery;
import org.metier.home.Home;
import org.metier.ledger.Decision;
import org.metier.ledger.EndReason;
import org.metier.ledger.LedgerEntry;
import org.metier.ledger.RecordEnd;
import org.metier.ledger.RecordState;
import org.metier.ledger.Run;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.vacancy.OccupationCode;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;

/// What people decide stands against feeds, coding anew and going back.
class DecisionsTest {
  private static final Taxonomy TAXONOMY = Market.taxonomy();
  private static final VacancyId A = new VacancyId("a", "1");
  private static final VacancyId B = new VacancyId("b", "1");

  private final SetClock clock = new SetClock();
  @TempDir
  private Path folder = Path.of("");

  private VacancyIndex open(Taxonomy taxonomy) {
    return VacancyIndex.builder(Home.open(folder)).taxonomy(taxonomy).clock(clock).build();
  }

  private VacancyIndex open() {
    return open(TAXONOMY);
  }

  private static Run deliver(VacancyIndex index, String source, MadeFeeds.Item... items)
      throws IOException {
    return index.ingest(
        new MadeFeeds.Delivered(MadeFeeds.delta(source), source, List.of(items)).feed());
  }

  private static LedgerEntry entry(VacancyIndex index, VacancyId id) {
    return index.ledger().entry(id).orElseThrow();
  }

  private Decision.Ruled ruled(Ruling.Verdict verdict) {
    return new Decision.Ruled(new Ruling(A, B, verdict), "editor", clock.instant());
  }

  @Test
  void duplicates_that_a_person_parts_stay_apart() throws IOException {
    try (VacancyIndex index = open()) {
      deliver(index, "a", new MadeFeeds.Ad("1", 50, 0));
      deliver(index, "b", new MadeFeeds.Ad("1", 50, 0));
      assertEquals(1, index.count());
      index.decide(ruled(Ruling.Verdict.KEEP_APART));
      assertEquals(2, index.count());
      deliver(index, "a", new MadeFeeds.Ad("1", 50, 1));
      assertEquals(2, index.count());
      index.recode();
      assertEquals(2, index.count());
      index.decide(ruled(Ruling.Verdict.BELONG_TOGETHER));
      assertEquals(1, index.count());
      assertEquals(List.of(), index.check().findings());
    }
  }

  @Test
  void strangers_that_a_person_joins_stay_together() throws IOException {
    try (VacancyIndex index = open()) {
      deliver(index, "a", new MadeFeeds.Ad("1", 50, 0));
      deliver(index, "b", new MadeFeeds.Ad("1", 60, 0));
      index.decide(ruled(Ruling.Verdict.BELONG_TOGETHER));
      assertEquals(List.of(A), index.ids());
      assertEquals(2, index.ledger().cluster(B).orElseThrow().members().size());
      index.recode();
      assertEquals(List.of(A), index.ids());
      deliver(index, "a", new MadeFeeds.Gone("1"));
      assertEquals(List.of(B), index.ids());
    }
  }

  @Test
  void a_correction_is_overwritten_by_nothing() throws IOException {
    try (VacancyIndex index = open()) {
      deliver(index, "a", new MadeFeeds.Ad("1", 50, 0));
      index.decide(new Decision.Corrected(new Correction(A, "pastry", "editor", clock.instant())));
      deliver(index, "a", new MadeFeeds.Ad("1", 50, 1));
      assertEquals("pastry", occupation(index));
      index.recode();
      assertEquals("pastry", occupation(index));
      index.put(List.of(Vacancy.builder(A, "Butcher")
          .occupations(List.of(new OccupationCode("butcher", 1, OccupationCode.Origin.STATED)))
          .build()));
      assertEquals("pastry", occupation(index));
    }
  }

  private static String occupation(VacancyIndex index) {
    return index.find(A).orElseThrow().occupations().getFirst().uri();
  }

  @Test
  void a_released_record_is_shown_however_often_it_comes() throws IOException {
    try (VacancyIndex index = open()) {
      var delivered = new MadeFeeds.Delivered(
          MadeFeeds.source("a", Delivery.DELTA, null, null, 0.5), "a",
          List.of(new MadeFeeds.Flagged("1", 0)));
      index.ingest(delivered.feed());
      assertEquals(0, index.count());
      index.recode();
      assertEquals(RecordState.QUARANTINED, entry(index, A).state());
      index.decide(new Decision.Released(A, "editor", clock.instant()));
      assertEquals(List.of(A), index.ids());
      assertEquals(RecordEnd.UNCHANGED,
          index.ingest(delivered.feed()).ends().keySet().iterator().next());
      index.recode();
      assertEquals(List.of(A), index.ids());
      assertEquals(List.of(), index.check().findings());
    }
  }

  @Test
  void a_record_released_after_its_deadline_is_expired_and_one_about_an_expired_record_stands()
      throws IOException {
    try (VacancyIndex index = open()) {
      var delivered = new MadeFeeds.Delivered(
          MadeFeeds.source("a", Delivery.DELTA, Duration.ofDays(2), null, 0.5), "a",
          List.of(new MadeFeeds.Flagged("1", 0), new MadeFeeds.Ad("2", 51, 0)));
      index.ingest(delivered.feed());
      clock.day(5);
      index.decide(new Decision.Released(A, "editor", clock.instant()));
      assertEquals(RecordState.EXPIRED, entry(index, A).state());
      deliver(index, "a", new MadeFeeds.Bad("9"));
      VacancyId expired = new VacancyId("a", "2");
      assertEquals(RecordState.EXPIRED, entry(index, expired).state());
      index.decide(
          new Decision.Corrected(new Correction(expired, "baker", "editor", clock.instant())));
      assertEquals(RecordState.EXPIRED, entry(index, expired).state());
      assertEquals(List.of(), index.check().findings());
      index.ingest(delivered.feed());
      assertEquals("baker", index.find(expired).orElseThrow().occupations().getFirst().uri());
    }
  }

  @Test
  void nothing_is_decided_with_another_taxonomy_than_the_records_were_coded_with()
      throws IOException {
    try (VacancyIndex index = open()) {
      deliver(index, "a", new MadeFeeds.Ad("1", 50, 0));
    }
    Taxonomy other = Taxonomy.builder()
        .skill("x", false, null)
        .labels("x", Language.EN, List.of("x"))
        .build();
    try (VacancyIndex index = open(other)) {
      var e = assertThrows(IndexException.class, () -> index
          .decide(new Decision.Corrected(new Correction(A, null, "editor", clock.instant()))));
      assertTrue(Market.message(e).contains("recode"), Market.message(e));
    }
  }

  @Test
  void what_was_decided_after_coding_anew_survives_going_back() throws IOException {
    try (VacancyIndex index = open()) {
      deliver(index, "a", new MadeFeeds.Ad("1", 50, 0));
      deliver(index, "b", new MadeFeeds.Ad("1", 50, 0));
      index.recode();
      index.decide(new Decision.Corrected(new Correction(A, "pastry", "editor", clock.instant())));
      index.decide(ruled(Ruling.Verdict.KEEP_APART));
      index.goBack();
      assertEquals(2, index.ledger().decisions().size());
      assertEquals("pastry", occupation(index));
      assertEquals(2, index.count());
      assertEquals(List.of(), index.check().findings());
    }
  }

  @Test
  void own_vacancies_stay_in_their_cluster_and_erased_ones_do_not_come_back()
      throws IOException {
    try (VacancyIndex index = open()) {
      Vacancy own = Market.vacancy("own", "Baker").description("Bread.").build();
      index.put(List.of(own));
      index.put(List.of(own));
      assertEquals(List.of(), index.check().findings());
      index.erase(own.id(), "editor");
      assertThrows(IllegalArgumentException.class, () -> index.put(List.of(own)));
      assertFalse(index.find(own.id()).isPresent());
    }
  }

  @Test
  void in_a_delta_the_last_of_three_counts_even_if_it_is_the_first_again() throws IOException {
    try (VacancyIndex index = open()) {
      var first = new MadeFeeds.Ad("1", 50, 0);
      deliver(index, "a", first, new MadeFeeds.Ad("1", 50, 4), first);
      assertEquals(first.title(), index.find(A).orElseThrow().title());
      deliver(index, "a", first, new MadeFeeds.Gone("1"), first);
      assertEquals(List.of(A), index.ids());
      assertEquals(EndReason.CAME_BACK, entry(index, A).reason());
      assertEquals(List.of(), index.check().findings());
    }
  }
}
