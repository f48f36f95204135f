package org.metier.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonFixturesTest {
  /// Read by a mapping, not by what a feed shows.
  private static final Set<String> MAPPED = Set.of("json", "csv");

  /// Anything that stands where JSON has a value; names are followed by a colon.
  private static final Pattern VALUE = Pattern.compile(
      "(?:\"(?:[^\"\\\\]|\\\\.)*+\"|-?\\d[\\d.eE+-]*+|true|false|null)(?!\\s*:)");
  private static final List<String> ODD = List.of("null", "true", "[]", "{}", "\"\"", "\" \"",
      "-1", "0", "1e9", "99999999999999999999", "0.00000000000000000001", "[[null], {}]",
      "{\"a\": [1]}", "[\"x\", null, 7]", "\"\\u0000\\ud800\"", "\"9999999999999\"",
      "\"2026-02-30\"", "\"-999999999-01-01\"", "\"+999999999-12-31T23:59:59-18:00\"",
      "\"&amp;lt;p&amp;gt;\"", "\":\"", "\"/\"", "\"\\u2028;, - or / |\"",
      "{\"label\": {}, \"name\": [], \"value\": null}");

  static List<Fixture> fixtures() {
    return Fixture.all();
  }

  @Test
  void every_json_format_has_a_fixture() {
    assertEquals(Set.of("metier", "francetravail", "jobtech", "nav", "eures-portal", "greenhouse",
        "lever", "smartrecruiters", "schemaorg"),
        fixtures().stream().map(Fixture::format).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void a_format_is_told_without_its_name(Fixture fixture) {
    Read read = Read.of(Read.feed(fixture.bytes()).build());
    assertEquals(fixture.format(), read.end().format());
    assertFalse(read.drafts().isEmpty() && read.withdrawn().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void no_other_format_claims_it(Fixture fixture) {
    for (String format : FeedReader.formats()) {
      if (!format.equals(fixture.format()) && !MAPPED.contains(format)) {
        var e = assertThrows(FeedException.class,
            () -> Read.of(Read.feed(fixture.bytes()).format(format).build()), format);
        assertTrue(Read.message(e).contains("--format " + fixture.format())
            || Read.message(e).contains("error page"), Read.message(e));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void what_is_written_is_read_again_as_it_was(Fixture fixture) {
    Read read = Read.of(Read.feed(fixture.bytes()).build());
    Read again = FeedWriterTest.writtenAndRead(read.drafts(), read.withdrawn(), "page-2");
    assertEquals(read.drafts(), again.drafts());
    assertEquals(read.withdrawn().stream().map(FeedItem.Withdrawn::id).toList(),
        again.withdrawn().stream().map(FeedItem.Withdrawn::id).toList());
    assertEquals(new FeedEnd("metier", true, "page-2"), again.end());
    assertEquals(List.of(), again.rejections());
  }

  @RepeatedTest(1_000)
  void values_of_any_type_anywhere_end_in_records_or_a_feed_exception(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    List<Fixture> all = fixtures();
    Fixture fixture = all.get(random.nextInt(all.size()));
    String text = new String(fixture.bytes(), StandardCharsets.UTF_8);
    for (int i = 1 + random.nextInt(10); i > 0; i--) {
      List<MatchResult> values = VALUE.matcher(text).results().toList();
      MatchResult value = values.get(random.nextInt(values.size()));
      text = text.substring(0, value.start()) + ODD.get(random.nextInt(ODD.size()))
          + text.substring(value.end());
    }
    FuzzedFeed.read(fixture.format(), text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void people_in_a_feed_are_never_read(Fixture fixture) {
    String all = Read.of(Read.feed(fixture.bytes()).build()).toString();
    for (String person : List.of("Anna Test", "anna.test", "070-123 45 67", "Exempelsson",
        "Kari Test", "kari@", "91234567,", "J. Test", "Jan Testowy", "Testfrau", "erika@",
        "M. Exemple", "m.exemple", "agence@", "600 100 200", "850101", "010190", "gender?")) {
      assertFalse(all.contains(person), person);
    }
  }
}
