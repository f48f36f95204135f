package org.metier.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metier.feed.mapping.Mapping;

class FeedReaderTest {
  private static final String OFFER = "{\"id\": \"1\", \"intitule\": \"Boulanger\", \"description\": \"Du pain.\"}";
  private static final Mapping MAPPING = Mapping
      .parse("{\"fields\": {\"key\": \"id\", \"title\": \"job\"}}", "m.json");

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"''||is empty", "'  '||is empty",
    "<html><body>502 Bad Gateway</body></html>|csv|error page",
    "<html><body>502 Bad Gateway</body></html>|francetravail|error page",
    "<html><body>502 Bad Gateway</body></html>||error page",
    "<rss><channel/></rss>||looks like XML", "id,job|francetravail|looks like text",
    "{\"error\": \"quota\"}|francetravail|looks like JSON",
    "{\"resultats\": {}}|francetravail|holds no list of vacancies",
    "id,job|xml|known formats: ",
    "id,job|csv|needs a mapping file",
    "id,job||needs a mapping file", "%PDF-1.7||is not text",
    "[{\"@type\": \"Recipe\", \"@context\": \"https://schema.org\"}]||no JobPosting",
    "{\"resultats\": []}x|francetravail|not valid JSON"})
  void a_feed_that_is_none_is_refused_with_what_to_do(String text, String format, String message) {
    var e = assertThrows(FeedException.class, () -> Read.of(text, format, null));
    assertTrue(Read.message(e).contains(message), Read.message(e));
  }

  @Test
  void a_format_is_told_from_the_first_bytes() {
    assertEquals("francetravail", Read.of("{\"resultats\": [" + OFFER + "]}").end().format());
    assertEquals("francetravail", Read.of("\ufeff[" + OFFER + "]").end().format());
    assertEquals("csv", Read.of("id,job\n1,Baker\n", null, MAPPING).end().format());
    assertEquals("json",
        Read.of("[{\"id\": 1, \"job\": \"Baker\"}]", null, MAPPING).end().format());
  }

  @Test
  void a_mapping_goes_with_tables_only() {
    assertThrows(FeedException.class, () -> Read.of("[" + OFFER + "]", "francetravail", MAPPING));
  }

  @Test
  void an_empty_list_that_ends_properly_is_an_empty_feed() {
    assertEquals(List.of(), Read.of("{\"resultats\": []}").drafts());
    assertEquals(List.of(), Read.of("id,job\n", "csv", MAPPING).drafts());
  }

  @Test
  void a_missing_file_is_named() {
    var e = assertThrows(FeedException.class, () -> FeedReader.read(
        Feed.of("test", Path.of("no", "such.json")).build(), item -> {}));
    assertTrue(Read.message(e).contains("such.json"), Read.message(e));
  }

  @Test
  void json_cut_off_anywhere_is_refused() {
    String whole = "{\"resultats\": [" + OFFER + ", " + OFFER + "]}";
    for (int length = 16; length < whole.length(); length++) {
      String cut = whole.substring(0, length);
      var e = assertThrows(FeedException.class, () -> Read.of(cut, "francetravail", null), cut);
      assertTrue(Read.message(e).contains("cut off") && Read.message(e).contains("fetch it again"),
          cut + " -> " + Read.message(e));
    }
  }

  @Test
  void malformed_json_names_line_and_column_and_quotes_nothing() {
    var e = assertThrows(FeedException.class,
        () -> Read.of("[" + OFFER + ",\n {\"id\": secret}]", "francetravail", null));
    assertTrue(Read.message(e).contains("line 2") && Read.message(e).contains("record 2"),
        Read.message(e));
    assertTrue(!Read.message(e).contains("secret"), Read.message(e));
  }

  @Test
  void a_record_beyond_the_limits_is_rejected_alone() {
    FeedLimits limits = new FeedLimits(1 << 20, 2_000, 100, 8);
    String large = OFFER.replace("Du pain.", "x".repeat(3_000)).replace("\"1\"", "\"2\"");
    String deep = "{\"id\": \"3\", \"a\": " + "[".repeat(9) + "]".repeat(9) + "}";
    Read read = Read.of(Read.feed(("[" + large + "," + deep + "," + OFFER + "]")
        .getBytes(StandardCharsets.UTF_8)).format("francetravail").limits(limits).build());
    assertEquals("1", read.vacancy().id().key());
    assertEquals(List.of(ProblemCode.TOO_LARGE, ProblemCode.TOO_LARGE),
        read.rejections().stream().map(FeedProblem::code).toList());
  }

  @Test
  void a_feed_beyond_the_limits_is_refused() {
    byte[] bytes = ("[" + OFFER + "," + OFFER + "]").getBytes(StandardCharsets.UTF_8);
    var tooMany = assertThrows(FeedException.class, () -> Read.of(
        Read.feed(bytes).limits(new FeedLimits(1 << 20, 2_000, 1, 8)).build()));
    assertTrue(Read.message(tooMany).contains("1 records"), Read.message(tooMany));
    var tooLong = assertThrows(FeedException.class, () -> Read.of(
        Read.feed(bytes).limits(new FeedLimits(100, 2_000, 10, 8)).build()));
    assertTrue(Read.message(tooLong).contains("100 bytes"), Read.message(tooLong));
    String bomb = "[".repeat(5_000);
    assertThrows(FeedException.class,
        () -> Read.of("[{\"intitule\": " + bomb, "francetravail", null));
  }

  @Test
  void progress_is_told_after_every_record() {
    List<Integer> seen = new ArrayList<>();
    Read.of(Read.feed(("[" + OFFER + "," + OFFER + "]").getBytes(StandardCharsets.UTF_8))
        .progress(seen::add)
        .build());
    assertEquals(List.of(1, 2), seen);
  }

  @RepeatedTest(200)
  void noise_ends_in_a_feed_exception_or_in_records_accounted_for(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    StringBuilder text = new StringBuilder(
        random.nextBoolean() ? "[" + OFFER : "id,job\n1,Baker\n");
    String[] parts = {"{", "}", "[", "]", "\"", ",", ":", "null", "1e9", "\n", "\"id\"", "\\", "<",
      "\u0000",
      "@graph", "JobPosting", ";", "\u20ac", OFFER};
    for (int i = random.nextInt(30); i > 0; i--) {
      text.append(parts[random.nextInt(parts.length)]);
    }
    String[] formats = {null, "francetravail", "schemaorg", "json", "csv"};
    String format = formats[random.nextInt(formats.length)];
    boolean isTable = "csv".equals(format) || "json".equals(format);
    try {
      Read.of(text.toString(), format, isTable ? MAPPING : null);
    } catch (FeedException e) {
      assertTrue(Read.message(e).length() > 20, Read.message(e));
    }
  }
}
