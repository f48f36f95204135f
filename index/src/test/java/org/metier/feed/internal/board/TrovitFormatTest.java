package org.metier.feed.internal.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.metier.feed.DateOrder;
import org.metier.feed.FeedEnd;
import org.metier.feed.Fixtures;
import org.metier.feed.Read;
import org.metier.place.GeoPoint;
import org.metier.place.Place;
import org.metier.place.PlacePrecision;
import org.metier.vacancy.Vacancy;

class TrovitFormatTest {
  private static final Read FIXTURE = Fixtures.read("trovit/trovit.xml");

  @Test
  void every_field_of_an_ad_is_understood() {
    Vacancy vacancy = FIXTURE.drafts().getFirst().vacancy();
    assertEquals(FeedEnd.whole("trovit"), FIXTURE.end());
    assertEquals("T1", vacancy.id().key());
    assertEquals("SPRZEDAWCA / SPRZEDAWCZYNI ***PILNE***", vacancy.title());
    assertEquals("Obsługa klientów w sklepie. Praca zmianowa, także w weekendy.\n\n"
        + "- książeczka sanepidowska\n- uprzejmość", vacancy.description());
    assertEquals("Sklep u Ani", vacancy.employer());
    assertEquals(
        List.of(new Place("Kraków", "30-001", "małopolskie", null, new GeoPoint(50.06, 19.94),
            PlacePrecision.ADDRESS)),
        vacancy.workplaces());
    assertEquals(Instant.parse("2026-04-03T07:30:00Z"), vacancy.postedAt());
    assertEquals(Instant.parse("2026-04-30T23:59:59Z"), vacancy.validThrough());
    assertEquals("4 300 - 4 800 zł brutto", vacancy.raw().get("salary"));
    assertEquals("03/04/2026", vacancy.raw().get("date"));
  }

  @Test
  void no_field_falls_silent() {
    assertEquals("description employer postedAt raw:category raw:city raw:city_area raw:contract"
        + " raw:date raw:experience raw:salary raw:salary_numeric raw:studies raw:time"
        + " raw:working_hours url validThrough workplaces", Fixtures.filled(FIXTURE.drafts()));
  }

  @Test
  void twice_escaped_text_is_read_and_loses_its_contacts() {
    assertEquals("Gotowanie obiadów.\nKontakt: […], tel. […]",
        FIXTURE.drafts().get(1).vacancy().description());
  }

  @Test
  void bad_ads_are_rejected_alone_and_bad_fields_left_out() {
    assertEquals(List.of("item 3 (line 33) MISSING_TITLE", "item 4 (line 34) BAD_RECORD"),
        FIXTURE.rejections().stream().map(p -> p.place() + " " + p.code()).toList());
    assertEquals(List.of("city BAD_PLACE", "date BAD_DATE", "date BAD_DATE"),
        FIXTURE.remarks().stream().map(p -> p.field() + " " + p.code()).toList());
    assertEquals(List.of("T1", "T2", "T5"),
        FIXTURE.drafts().stream().map(d -> d.vacancy().id().key()).toList());
  }

  @Test
  void the_source_may_declare_another_order_than_the_documented_one() {
    String feed = "<trovit><ad><id>1</id><title>Cook</title><content>Cook.</content>"
        + "<date>03/04/2026</date></ad></trovit>";
    assertEquals(Instant.parse("2026-04-03T00:00:00Z"), Read.of(feed).vacancy().postedAt());
    assertEquals(Instant.parse("2026-03-04T00:00:00Z"),
        Read.of(Read.feed(feed.getBytes(StandardCharsets.UTF_8))
            .dateOrder(DateOrder.MONTH_FIRST)
            .build()).vacancy().postedAt());
  }
}
