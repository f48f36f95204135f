package org.metier.feed.internal.metier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metier.feed.FeedEnd;
import org.metier.feed.FeedException;
import org.metier.feed.FeedProblem;
import org.metier.feed.Fixture;
import org.metier.feed.ProblemCode;
import org.metier.feed.Read;
import org.metier.vacancy.Vacancy;

class MetierFormatTest {
  private static final String LINE = "{\"metier\":1,\"key\":\"1\",\"title\":\"Baker\","
      + "\"description\":\"Bread.\"}\n";

  private static Read feed() {
    return Fixture.read("metier", "feed.jsonl");
  }

  @Test
  void plain_text_stays_as_it_is_but_for_contacts() {
    assertEquals("Bake <b>bread</b> &amp; cakes.\nCall […]",
        feed().drafts().get(0).vacancy().description());
    assertEquals("Drive.\nUnload.", feed().drafts().get(1).vacancy().description());
  }

  @Test
  void a_tombstone_and_the_end_are_understood() {
    assertEquals(Instant.parse("2026-03-02T08:00:00Z"),
        feed().withdrawn().getFirst().withdrawnAt());
    assertEquals(new FeedEnd("metier", true, "2026-03-02T08:00:00Z"), feed().end());
  }

  @Test
  void unknown_names_words_and_types_are_reported_and_only_they_are_left_out() {
    Read read = feed();
    Vacancy vacancy = read.drafts().get(1).vacancy();
    assertEquals("Driver", vacancy.title());
    assertNull(vacancy.contract());
    assertNull(vacancy.hours());
    assertEquals(List.of("", "", "contract", "experienceMonths", "hours", "occupations.scheme",
        "partnerKeys", "positions", "skills", "validThrough", "workplaces"),
        read.remarks().stream().map(FeedProblem::field).sorted().toList());
    assertEquals("salry", read.remarks().getFirst().found());
    assertEquals(8,
        read.remarks().stream().filter(r -> r.code() == ProblemCode.UNKNOWN_VALUE).count());
  }

  @Test
  void names_inside_objects_are_checked_too() {
    Read read = Read.of(LINE.replace("}", ",\"salary\":{\"mim\":1},\"skills\":[{\"txt\":\"a\"}],"
        + "\"isAgency\":\"perhaps\",\"occupationTitles\":[{}]}"));
    assertEquals(List.of("salary.mim", "skills.txt"), read.remarks()
        .stream()
        .filter(r -> r.field().isEmpty())
        .map(FeedProblem::found)
        .sorted()
        .toList());
    assertEquals(4, read.remarks().size(), read.remarks().toString());
  }

  @Test
  void a_line_of_another_version_or_no_json_is_rejected_alone() {
    assertEquals(List.of("line 4", "line 5"),
        feed().rejections().stream().map(FeedProblem::place).toList());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"''|false", "{\"metier\":1,\"end\":{\"records\":1}}|true",
    "{\"metier\":1,\"end\":{\"records\":2}}|false", "{\"metier\":1,\"end\":{}}|false"})
  void a_feed_is_whole_when_its_end_counts_its_records(String end, boolean isWhole) {
    assertEquals(isWhole, Read.of(LINE + end + "\n").end().isWhole());
  }

  @Test
  void records_after_the_end_are_no_whole_feed() {
    assertFalse(Read.of(LINE + "{\"metier\":1,\"end\":{\"records\":2}}\n" + LINE).end().isWhole());
  }

  @Test
  void a_line_cut_off_is_a_feed_cut_off() {
    var e = assertThrows(FeedException.class,
        () -> Read.of(LINE + LINE.substring(0, LINE.length() - 3)));
    assertTrue(Read.message(e).contains("line 2") && Read.message(e).contains("cut off"),
        Read.message(e));
  }

  @Test
  void no_field_falls_silent() {
    assertEquals(Set.of("applyUrl", "contract", "description", "drivingLicences", "education",
        "employer", "employerId", "experienceMonths", "flags", "hours", "isAgency", "language",
        "languages", "occupationCodes", "occupationTitles", "partnerKeys", "positions", "postedAt",
        "raw", "remote", "salary", "skillTexts", "startsOn", "url", "validThrough", "workplaces"),
        Fixture.filled(feed().drafts()));
  }
}
