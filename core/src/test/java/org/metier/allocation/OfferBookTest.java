package org.metier.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.metier.json.Json;

class OfferBookTest {
  private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");
  private static final Duration THREE_DAYS = Duration.ofDays(3);

  private Instant now = MONDAY;
  private OfferBook book = book(OpenOffers.NONE, 2);

  private OfferBook book(OpenOffers state, int maxOpen) {
    return OfferBook.of(state, maxOpen, THREE_DAYS, () -> now);
  }

  private static ShownList list(String person, String... vacancies) {
    return new ShownList(person,
        Arrays.stream(vacancies).map(v -> new Shown(v, 1, 0)).toList());
  }

  private static List<String> names(List<Shown> shown) {
    return shown.stream().map(Shown::vacancy).toList();
  }

  @Test
  void a_vacancy_is_open_to_no_more_people_than_the_cap() {
    Instant expiry = MONDAY.plus(THREE_DAYS);
    assertEquals(new OfferAnswer.Open(expiry, true), book.offer("p1", "v"));
    now = MONDAY.plusSeconds(60);
    assertEquals(new OfferAnswer.Open(expiry.plusSeconds(60), true), book.offer("p2", "v"));
    assertEquals(new OfferAnswer.Full(expiry), book.offer("p3", "v"));
    assertEquals(new OfferAnswer.Open(now.plus(THREE_DAYS), true), book.offer("p3", "other"));
  }

  @Test
  void an_offer_makes_room_at_the_moment_it_expires() {
    book.offer("p1", "v");
    book.offer("p2", "v");
    now = MONDAY.plus(THREE_DAYS).minusNanos(1);
    assertEquals(new OfferAnswer.Full(MONDAY.plus(THREE_DAYS)), book.offer("p3", "v"));
    now = MONDAY.plus(THREE_DAYS);
    assertEquals(new OfferAnswer.Open(now.plus(THREE_DAYS), true), book.offer("p3", "v"));
  }

  @Test
  void showing_a_vacancy_again_does_not_prolong_the_offer() {
    book.offer("p1", "v");
    now = MONDAY.plus(Duration.ofDays(2));
    assertEquals(new OfferAnswer.Open(MONDAY.plus(THREE_DAYS), false), book.offer("p1", "v"));
  }

  @Test
  void a_list_goes_on_below_what_is_full_and_says_what_was_hidden() {
    book.offer("p1", "a");
    book.offer("p2", "a");
    OfferBook.Admitted admitted = book.admit(list("p3", "a", "b", "c", "d"), 2);
    assertEquals(List.of("b", "c"), names(admitted.list().shown()));
    assertEquals(List.of("a"), names(admitted.hidden()));
    // d was not needed, so it is not open
    assertEquals(List.of("a", "a", "b", "c"),
        book.state().offers().stream().map(OpenOffer::vacancy).toList());
    assertEquals(List.of("a", "b"), names(book.admit(list("p1", "a", "b"), 5).list().shown()));
  }

  @Test
  void a_look_says_what_an_offer_would_and_opens_nothing() {
    book.offer("p1", "v");
    assertFalse(book.isFull("p3", "v"));
    book.offer("p2", "v");
    OpenOffers before = book.state();
    assertTrue(book.isFull("p3", "v"));
    assertFalse(book.isFull("p2", "v"), "who has it open may see it again");
    assertFalse(book.isFull("p3", "other"));
    assertEquals(before, book.state());
    now = MONDAY.plus(THREE_DAYS);
    assertFalse(book.isFull("p3", "v"), "both have expired");
  }

  @Test
  void an_answer_makes_room_at_once() {
    book.offer("p1", "v");
    book.offer("p2", "v");
    assertTrue(book.close("p1", "v"));
    assertFalse(book.close("p1", "v"));
    assertFalse(book.close("p1", "unknown"));
    assertEquals(new OfferAnswer.Open(MONDAY.plus(THREE_DAYS), true), book.offer("p3", "v"));
    now = MONDAY.plus(THREE_DAYS);
    assertFalse(book.close("p2", "v"));
  }

  @Test
  void a_filled_vacancy_and_an_erased_person_are_forgotten() {
    book.offer("p1", "v");
    book.offer("p2", "v");
    book.offer("p1", "w");
    assertEquals(2, book.erase("p1"));
    assertEquals(List.of(new OpenOffer("v", "p2", MONDAY.plus(THREE_DAYS))),
        book.state().offers());
    assertEquals(1, book.closeAll("v"));
    assertEquals(0, book.closeAll("v"));
    assertEquals(OpenOffers.NONE, book.state());
  }

  @Test
  void the_state_is_kept_as_a_file_without_what_expired() {
    book.offer("p2", "v");
    now = MONDAY.plusSeconds(1);
    book.offer("p1", "v");
    String json = Json.write(book.state());
    assertEquals(
        "{\"offers\":[{\"vacancy\":\"v\",\"person\":\"p1\",\"until\":\"2026-11-26T08:00:01Z\"},"
            + "{\"vacancy\":\"v\",\"person\":\"p2\",\"until\":\"2026-11-26T08:00:00Z\"}]}",
        json);
    OfferBook again = book(Json.read(json, OpenOffers.class), 2);
    assertEquals(new OfferAnswer.Full(MONDAY.plus(THREE_DAYS)), again.offer("p3", "v"));
    now = MONDAY.plus(THREE_DAYS);
    assertEquals(1, again.state().offers().size());
    assertEquals("{}", Json.write(OpenOffers.NONE));
    assertEquals(OpenOffers.NONE, Json.read("{}", OpenOffers.class));
  }

  @Test
  void a_state_is_the_same_in_whatever_order_offers_are_told() {
    OpenOffer one = new OpenOffer("v", "p1", MONDAY);
    OpenOffer two = new OpenOffer("v", "p2", MONDAY);
    OpenOffer other = new OpenOffer("a", "p9", MONDAY);
    assertEquals(List.of(other, one, two), new OpenOffers(List.of(two, one, other)).offers());
  }

  @Test
  void a_lower_cap_closes_nothing_but_opens_nothing_new() {
    book.offer("p1", "v");
    book.offer("p2", "v");
    OfferBook lower = book(book.state(), 1);
    assertEquals(new OfferAnswer.Open(MONDAY.plus(THREE_DAYS), false), lower.offer("p1", "v"));
    lower.close("p1", "v");
    assertEquals(new OfferAnswer.Full(MONDAY.plus(THREE_DAYS)), lower.offer("p3", "v"));
  }

  @RepeatedTest(50)
  void at_no_moment_is_a_vacancy_open_to_more_than_the_cap(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    int cap = 1 + random.nextInt(4);
    OfferBook any = book(OpenOffers.NONE, cap);
    for (int step = 0; step < 300; step++) {
      now = now.plus(Duration.ofHours(random.nextInt(12)));
      String person = "p" + random.nextInt(9);
      String vacancy = "v" + random.nextInt(3);
      switch (random.nextInt(8)) {
        case 0 -> any.close(person, vacancy);
        case 1 -> any = book(any.state(), cap);
        default -> {
          boolean isFull = any.isFull(person, vacancy);
          assertEquals(isFull, any.offer(person, vacancy) instanceof OfferAnswer.Full);
        }
      }
      List<OpenOffer> live = any.state().offers();
      for (int v = 0; v < 3; v++) {
        String name = "v" + v;
        assertTrue(live.stream().filter(o -> o.vacancy().equals(name)).count() <= cap);
      }
      assertTrue(live.stream().allMatch(o -> o.until().isAfter(now)));
    }
  }

  @Test
  void what_is_no_offer_is_refused() {
    assertEquals("maxOpen must be at least 1, was 0", refusal(() -> book(OpenOffers.NONE, 0)));
    assertEquals("validFor must be above zero, was PT0S",
        refusal(() -> OfferBook.of(OpenOffers.NONE, 1, Duration.ZERO, () -> now)));
    assertEquals("an open offer must name a vacancy and a person",
        refusal(() -> book.offer("", "v")));
    assertEquals("a list must show at least 1 vacancy, was 0",
        refusal(() -> book.admit(list("p", "v"), 0)));
    OpenOffer offer = new OpenOffer("v", "p", MONDAY);
    assertEquals("vacancy \"v\" is offered to one person twice",
        refusal(() -> new OpenOffers(List.of(offer, offer))));
  }

  private static String refusal(Runnable use) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, use::run).getMessage());
  }
}
