package org.metier.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds for XML feeds of every format.
class XmlFeedTest {
  private static final String JOB = "<job><referencenumber>1</referencenumber><title>Cook</title>"
      + "<description>Cook.</description></job>";

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"''||is empty", "'\ufeff  '|indeed|is empty",
    "<!DOCTYPE html><html><body>502</body></html>|indeed|error page",
    "<!DOCTYPE html><html><body>502</body></html>||error page",
    "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><p>404</p></html>|trovit|error page",
    "<Error><Code>AccessDenied</Code></Error>||looks like XML",
    "<Error><Code>AccessDenied</Code></Error>|indeed|is not of format indeed",
    "<trovit></trovit>|indeed|try --format trovit",
    "<source><error>quota exceeded</error></source>||error message in place",
    "<source/><source/>||goes on after the end", "<source></source>x|indeed|goes on after the end",
    "<source>||cut off", "<source||cut off"})
  void a_feed_that_is_none_is_refused_with_what_to_do(String text, String format, String message) {
    FeedException e = assertThrows(FeedException.class, () -> Read.of(text, format, null));
    assertTrue(Read.message(e).contains(message), Read.message(e));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<source/>", "<source></source>",
    "<?xml version=\"1.0\"?><!-- none today --><source><publisher/></source>\n<!-- end -->\n"})
  void an_empty_list_that_ends_properly_is_an_empty_feed(String text) {
    assertEquals(FeedEnd.whole("indeed"), Read.of(text).end());
  }

  @ParameterizedTest
  @ValueSource(strings = {"indeed/indeed.xml", "trovit/trovit.xml", "jooble/jooble.xml",
    "careerjet/careerjet.xml", "hrxml2/hrxml2.xml", "eures/openings.xml", "eures/opening.xml"})
  void a_feed_cut_off_anywhere_is_refused_and_what_came_before_is_good(String path) {
    byte[] whole = Fixtures.bytes(path);
    List<String> expected = keys(whole, Fixtures.read(path).end().format());
    int end = new String(whole, StandardCharsets.ISO_8859_1).stripTrailing().length();
    for (int length = 600; length < end; length += 7) {
      byte[] cut = Arrays.copyOf(whole, length);
      List<String> keys = new ArrayList<>();
      FeedException e = assertThrows(FeedException.class,
          () -> FeedReader.read(Read.feed(cut).build(), item -> key(item, keys)));
      assertTrue(Read.message(e).contains("cut off"), Read.message(e));
      assertEquals(expected.subList(0, keys.size()), keys);
    }
  }

  private static List<String> keys(byte[] bytes, String format) {
    List<String> keys = new ArrayList<>();
    try {
      FeedReader.read(Read.feed(bytes).format(format).build(), item -> key(item, keys));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return keys;
  }

  private static void key(FeedItem item, List<String> keys) {
    switch (item) {
      case FeedItem.Accepted accepted -> keys.add(accepted.draft().vacancy().id().key());
      case FeedItem.Withdrawn withdrawn -> keys.add(withdrawn.id().key());
      case FeedItem.Rejected rejected -> keys.add(rejected.problem().place());
    }
  }

  @Test
  void a_feed_of_ten_times_the_size_is_refused_by_bytes_and_by_records() {
    byte[] ten = ("<source>" + JOB.repeat(10) + "</source>").getBytes(StandardCharsets.UTF_8);
    FeedException bytes = assertThrows(FeedException.class,
        () -> Read.of(Read.feed(ten).limits(new FeedLimits(500, 400, 100, 8)).build()));
    assertTrue(Read.message(bytes).contains("500 bytes"), Read.message(bytes));
    FeedException records = assertThrows(FeedException.class,
        () -> Read.of(Read.feed(ten).limits(new FeedLimits(5_000, 400, 9, 8)).build()));
    assertTrue(Read.message(records).contains("9 records"), Read.message(records));
  }

  @Test
  void an_item_beyond_the_limits_is_rejected_alone() {
    String large = JOB.replace("Cook.", "x".repeat(3_000));
    String deep = JOB.replace("Cook.", "<b>".repeat(9) + "x" + "</b>".repeat(9));
    String wide = JOB.replace("Cook.", "<b/>".repeat(30_000));
    Read read = Read.of(Read.feed(
        ("<source>" + large + deep + JOB + "</source>").getBytes(StandardCharsets.UTF_8))
        .limits(new FeedLimits(1 << 20, 2_000, 100, 8))
        .build());
    assertEquals(List.of(ProblemCode.TOO_LARGE, ProblemCode.TOO_LARGE),
        read.rejections().stream().map(FeedProblem::code).toList());
    assertEquals("1", read.vacancy().id().key());
    assertEquals(ProblemCode.TOO_LARGE,
        Read.of("<source>" + wide + "</source>").rejections().getFirst().code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"<job><title>Open", "<job><title>Open</job>", "<job><a>x</b></job>",
    "<job><title><![CDATA[Open</title></job>", "<job><!-- open </job>", "<job id=\"open></job>",
    "<job><? open </job>", "<job <title>Open</title></job>", "</job>", "<job><title>x</title"})
  void reading_goes_on_after_whatever_is_broken(String broken) {
    Read read = Read.of("<source>" + JOB + broken + "\n" + JOB.replace("1", "2") + broken
        + "\n</source>\n");
    assertEquals(List.of("1", "2"),
        read.drafts().stream().map(d -> d.vacancy().id().key()).toList());
    assertEquals(List.of(ProblemCode.BAD_RECORD, ProblemCode.BAD_RECORD),
        read.rejections().stream().map(FeedProblem::code).toList());
    assertTrue(read.end().isWhole());
  }

  @Test
  void entities_and_a_document_type_are_never_expanded() {
    String bomb = "<!DOCTYPE source [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;\">"
        + "<!ENTITY x SYSTEM \"file:///etc/hostname\"><!ENTITY % p SYSTEM \"http://x.invalid/\">]>";
    Read read = Read.of("<?xml version=\"1.0\"?>" + bomb + "<source>"
        + JOB.replace("<title>Cook", "<title>Cook &b; &x; &p;") + "</source>");
    assertEquals("Cook &b; &x; &p;", read.vacancy().title());
  }

  @Test
  void a_document_type_inside_an_item_is_text() {
    Read read = Read.of("<source>" + JOB.replace("Cook.", "<!DOCTYPE x [<!ENTITY a 'b'>]>&a;")
        + "</source>");
    assertEquals("<!DOCTYPE x [<!ENTITY a 'b'>]>&a;", read.vacancy().description());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"caf&eacute;&nbsp;bar|café bar", "R&D|R&D", "a && b|a && b",
    "AT&T; Co|AT&T; Co", "&lt;3 &gt; 2|<3 > 2", "&#233;&#xe9;|éé", "a &#150; b|a – b",
    "a&#0;&#x1F;b|ab",
    "&#x1F956; bread|\ud83e\udd56 bread", "&#xD83E;&#xDD56;x|x", "&#99999999;x|x",
    "&unknown;|&unknown;",
    "&|&", "x &amp|x &amp", "<![CDATA[R&D &eacute; <b>]]>|R&D é"})
  void references_become_characters(String xml, String expected) {
    assertEquals(expected, Read.of("<source>" + JOB.replace("<title>Cook", "<title>" + xml)
        + "</source>").vacancy().title());
  }

  @Test
  void characters_that_xml_forbids_go_and_other_planes_stay() {
    String title = "Co\u0000\u0008\u001fok\ufffe\uffff \ud83e\udd56 \ud800";
    assertEquals("Cook \ud83e\udd56",
        read(JOB.replace("Cook<", title + "<"), StandardCharsets.UTF_8)
            .replace("?", "")
            .strip());
    assertEquals("Cook \ud83e\udd56",
        read(JOB.replace("Cook<", title + "<"), StandardCharsets.UTF_16LE).replace("\ufffd", "")
            .strip());
  }

  private static String read(String job, Charset charset) {
    return Read.of(Read.feed(("<source>" + job + "</source>").getBytes(charset)).build())
        .vacancy()
        .title();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"UTF-8|UTF-8|Łódź 🚚 „x“ é", "UTF-8|windows-1252|é œ ’ x",
    "UTF-8|windows-1250|Łódź święto żaba x", "windows-1252|UTF-8|Łódź é œ ’ 🚚 x",
    "ISO-8859-1|windows-1252|“é” – x", "ISO-8859-2|ISO-8859-2|Łódź święto x",
    "windows-1251|windows-1251|Москва x", "Shift_JIS|Shift_JIS|東京 x", "UTF-16|UTF-8|é x",
    "us-ascii|UTF-8|é x", "no-such-charset|UTF-8|é x", "UTF-16|UTF-16|Łódź 🚚 x",
    "UTF-8|UTF-16LE|Łódź 🚚 x", "UTF-8|UTF-16BE|Łódź 🚚 x"})
  void bytes_are_what_they_are_whatever_they_claim(String declared, String actual, String title) {
    String feed = "<?xml version=\"1.0\" encoding=\"" + declared + "\"?><source>"
        + JOB.replace("Cook<", title + "<") + "</source>";
    assertEquals(title,
        Read.of(Read.feed(feed.getBytes(Charset.forName(actual))).build()).vacancy().title());
  }

  @Test
  void the_charset_is_told_alike_however_the_bytes_arrive() {
    String feed = "<source>" + JOB.replace("Cook<", "é Łódź żółć<") + "</source>";
    byte[] bytes = feed.getBytes(Charset.forName("windows-1250"));
    assertEquals("é Łódź żółć",
        Read.of(
            Feed.of(Source.of("test"), "feed", new Slow(new ByteArrayInputStream(bytes))).build())
            .vacancy()
            .title());
  }

  @Test
  void each_format_is_told_without_its_name() {
    for (String path : List.of("indeed/indeed.xml", "indeed/utf-16.xml",
        "indeed/utf-16-without-mark.xml", "trovit/trovit.xml",
        "trovit/declared-utf-8-is-windows-1250.xml", "trovit/declared-windows-1252-is-utf-8.xml",
        "trovit/undeclared-windows-1252.xml", "jooble/jooble.xml", "careerjet/careerjet.xml",
        "hrxml2/hrxml2.xml", "eures/details.json", "eures/changes.json",
        "eures/all-with-details.json", "eures/opening.xml", "eures/openings.xml")) {
      assertEquals(path.substring(0, path.indexOf('/')), Fixtures.read(path).end().format(), path);
    }
  }

  @Test
  void fixtures_in_other_charsets_read_as_meant() {
    assertEquals("Kierowca Łódź \ud83d\ude9a",
        Fixtures.read("indeed/utf-16-without-mark.xml").vacancy().title());
    assertEquals("Księgowa w Łodzi, święta wolne",
        Fixtures.read("trovit/declared-utf-8-is-windows-1250.xml").vacancy().title());
    assertEquals("Bäckergehilfe für „Früh“",
        Fixtures.read("trovit/declared-windows-1252-is-utf-8.xml").vacancy().title());
    assertEquals("Chef de cuisine, cœur de métier",
        Fixtures.read("trovit/undeclared-windows-1252.xml").vacancy().title());
  }

  @Test
  void items_are_handed_over_before_the_feed_goes_on() throws IOException {
    Endless feed = new Endless(25_000);
    List<Long> ahead = new ArrayList<>(List.of(0L));
    FeedEnd end = FeedReader.read(Feed.of(Source.of("test"), "feed", feed).build(), item -> {
      feed.handedOver++;
      ahead.set(0, Math.max(ahead.getFirst(), feed.made - feed.handedOver));
    });
    assertTrue(end.isWhole());
    assertEquals(25_000, feed.handedOver);
    assertTrue(feed.bytes > 60_000_000L, "made only " + feed.bytes + " bytes");
    // 64 KB are read ahead three times over: by the head's buffer, the decoder and the scanner.
    assertTrue(ahead.getFirst() <= 3 * 65_536 / Endless.ITEM_BYTES + 3,
        ahead.getFirst() + " items were made before an earlier one was handed over");
  }

  @RepeatedTest(300)
  void noise_ends_in_a_feed_exception_or_in_records_accounted_for(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    StringBuilder text = new StringBuilder("<source>" + JOB);
    String[] parts = {"<", ">", "</", "/>", "<job>", "</job>", "</source>", "<![CDATA[", "]]>",
      "<!--", "-->", "<?", "?>", "&", ";", "\"", "'", "=", "a", "\n", "\u0000", "\u00e9",
      "<!DOCTYPE", "[", "]", JOB};
    for (int i = random.nextInt(40); i > 0; i--) {
      text.append(parts[random.nextInt(parts.length)]);
    }
    text.append(random.nextBoolean() ? "</source>" : "");
    try {
      Read read = Read.of(text.toString());
      assertTrue(read.drafts().size() + read.rejections().size() >= 1);
    } catch (FeedException e) {
      assertTrue(Read.message(e).length() > 20, Read.message(e));
    }
  }

  /// Hands out one byte at a time.
  private static final class Slow extends InputStream {
    private final InputStream in;

    Slow(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      return in.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      return in.read(buffer, offset, Math.min(1, length));
    }
  }

  /// A feed that is made while it is read and never held.
  private static final class Endless extends InputStream {
    static final int ITEM_BYTES = 2_600;
    private static final String NOTE = "Read through and kept nowhere; ".repeat(81);
    private final int items;
    private byte[] part = "<source>".getBytes(StandardCharsets.US_ASCII);
    private int at;
    private long made;
    private long handedOver;
    private long bytes;

    Endless(int items) {
      this.items = items;
    }

    @Override
    public int read() {
      throw new AssertionError("read byte by byte");
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      if (at == part.length && !next()) {
        return -1;
      }
      int count = Math.min(length, part.length - at);
      System.arraycopy(part, at, buffer, offset, count);
      at += count;
      bytes += count;
      return count;
    }

    private boolean next() {
      at = 0;
      made++;
      String text = made <= items
          ? JOB.replace(">1<", ">" + made + "<")
              .replace("</job>", "<note>" + NOTE + "</note></job>")
          : "</source>";
      part = text.getBytes(StandardCharsets.US_ASCII);
      return made <= items + 1;
    }
  }
}
