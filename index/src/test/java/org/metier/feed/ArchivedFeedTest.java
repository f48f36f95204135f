package org.metier.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metier.feed.mapping.Mapping;

class ArchivedFeedTest {
  private static final byte[] FEED = ("<source><job><referencenumber>1</referencenumber>"
      + "<title>Cook</title><description>Cook.</description></job></source>")
      .getBytes(StandardCharsets.UTF_8);
  private static final FeedLimits FEW = new FeedLimits(64L << 20, 2 << 20, 1_000, 64, 3, 50);

  @Test
  void a_packed_feed_of_any_format_is_read_as_it_were_not() throws IOException {
    assertEquals("1", Read.of(Read.feed(gzip(FEED)).build()).vacancy().id().key());
    assertEquals("1", Read.of(Read.feed(zip("jobs.xml", FEED)).build()).vacancy().id().key());
    byte[] csv = "id,job\n1,Baker\n".getBytes(StandardCharsets.UTF_8);
    Mapping mapping = Mapping.parse("{\"fields\": {\"key\": \"id\", \"title\": \"job\"}}",
        "m.json");
    assertEquals("Baker",
        Read.of(Read.feed(gzip(csv)).mapping(mapping).build()).vacancy().title());
    assertEquals(Fixtures.read("trovit/trovit.xml"), Fixtures.read("archives/feed.xml.gz"));
  }

  @Test
  void items_of_an_archive_say_in_which_entry_they_stand() {
    Read read = Fixtures.read("archives/feeds.zip");
    assertEquals(FeedEnd.whole("careerjet"), read.end());
    assertEquals(6, read.drafts().size());
    assertEquals(
        List.of("entry jobs-1.xml, item 4 (line 37)", "entry jobs-1.xml, item 5 (line 38)",
            "entry jobs-2.xml.gz, item 4 (line 37)", "entry jobs-2.xml.gz, item 5 (line 38)"),
        read.rejections().stream().map(FeedProblem::place).toList());
    assertTrue(read.remarks().stream().allMatch(p -> p.place().startsWith("entry jobs-")));
  }

  @Test
  void names_of_entries_are_cleaned_and_never_used() throws IOException {
    byte[] zip = zip("a/../../b\u202e\u0007" + "x".repeat(200) + ".xml",
        "<source><job/></source>".getBytes(StandardCharsets.UTF_8));
    String place = Read.of(Read.feed(zip).build()).rejections().getFirst().place();
    assertTrue(place.startsWith("entry bxxx") && place.contains("…, item 1"), place);
    assertFalse(place.contains("..") || place.contains("/"), place);
  }

  @Test
  void gzip_of_several_members_is_one_feed_whatever_the_stream_says_is_available()
      throws IOException {
    byte[] first = gzip(Arrays.copyOf(FEED, 40));
    byte[] second = gzip(Arrays.copyOfRange(FEED, 40, FEED.length));
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    InputStream coy = new ByteArrayInputStream(both) {
      @Override
      public synchronized int available() {
        return 0;
      }
    };
    assertEquals("1",
        Read.of(Feed.of(Source.of("test"), "feed", coy).build()).vacancy().id().key());
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "zip", "zip of gzip", "gzip of zip"})
  void an_archive_cut_off_anywhere_is_refused(String kind) throws IOException {
    byte[] whole = switch (kind) {
      case "gzip" -> gzip(FEED);
      case "zip" -> zip("jobs.xml", FEED);
      case "zip of gzip" -> zip("jobs.xml.gz", gzip(FEED));
      default -> gzip(zip("jobs.xml", FEED));
    };
    assertTrue(Read.of(Read.feed(whole).build()).end().isWhole());
    for (int length = 5; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      FeedException e = assertThrows(FeedException.class,
          () -> Read.of(Read.feed(cut).build()), "cut at " + length);
      assertTrue(Read.message(e).contains("cut off"), length + ": " + Read.message(e));
    }
  }

  @Test
  void an_archive_that_lost_its_last_entry_is_refused() throws IOException {
    byte[] whole = zip("1.xml", FEED, "2.xml", FEED);
    byte[] one = zip("1.xml", FEED);
    int second = indexOf(whole, "2.xml") - 30;
    byte[] directory = Arrays.copyOfRange(whole, indexOf(whole, "PK\u0001\u0002"), whole.length);
    byte[] lost = Arrays.copyOf(whole, second + directory.length);
    System.arraycopy(directory, 0, lost, second, directory.length);
    assertTrue(Read.of(Read.feed(one).build()).end().isWhole());
    FeedException e = assertThrows(FeedException.class, () -> Read.of(Read.feed(lost).build()));
    assertTrue(Read.message(e).contains("cut off"), Read.message(e));
  }

  @Test
  void a_damaged_archive_is_refused() throws IOException {
    byte[] damaged = gzip(FEED);
    damaged[damaged.length - 6] ^= 1; // in the checksum
    FeedException e = assertThrows(FeedException.class, () -> Read.of(Read.feed(damaged).build()));
    assertTrue(Read.message(e).contains("damaged"), Read.message(e));
  }

  @Test
  void one_bad_entry_refuses_the_whole_and_is_named() throws IOException {
    byte[] zip = zip("1.xml", FEED, "2.xml", Arrays.copyOf(FEED, 40));
    FeedException e = assertThrows(FeedException.class, () -> Read.of(Read.feed(zip).build()));
    assertTrue(Read.message(e).contains("feed, entry 2.xml ends in the middle"), Read.message(e));
    byte[] empty = zip("1.xml", FEED, "2.xml", new byte[0]);
    FeedException blank = assertThrows(FeedException.class,
        () -> Read.of(Read.feed(empty).build()));
    assertTrue(Read.message(blank).contains("entry 2.xml is empty"), Read.message(blank));
  }

  @Test
  void one_entry_that_is_not_whole_makes_the_feed_less_than_whole() throws IOException {
    byte[] zip = zip("1.xml", FEED, "2.json", Fixtures.bytes("eures/changes.json"));
    assertEquals(new FeedEnd("eures+indeed", false, null), Read.of(Read.feed(zip).build()).end());
  }

  @Test
  void an_archive_without_a_file_is_an_accident() throws IOException {
    for (byte[] zip : List.of(zip(), zip("folder/", new byte[0], ".hidden", FEED))) {
      FeedException e = assertThrows(FeedException.class, () -> Read.of(Read.feed(zip).build()));
      assertTrue(Read.message(e).contains("without a file"), Read.message(e));
    }
  }

  @Test
  void more_entries_than_the_limit_are_refused() throws IOException {
    byte[] four = zip("1", FEED, "2", FEED, "3", FEED, "4", FEED);
    FeedException e = assertThrows(FeedException.class,
        () -> Read.of(Read.feed(four).limits(FEW).build()));
    assertTrue(Read.message(e).contains("more than 3 entries"), Read.message(e));
  }

  @Test
  void a_bomb_is_refused_by_its_ratio_and_by_its_size() throws IOException {
    byte[] bomb = bomb(40 << 20);
    FeedException ratio = assertThrows(FeedException.class,
        () -> Read.of(Read.feed(bomb).limits(FEW).build()));
    assertTrue(Read.message(ratio).contains("50 times its packed size"), Read.message(ratio));
    FeedLimits small = new FeedLimits(8 << 20, 2 << 20, 1_000, 64, 3, 5_000);
    FeedException size = assertThrows(FeedException.class,
        () -> Read.of(Read.feed(bomb).limits(small).build()));
    assertTrue(Read.message(size).contains("unpacks to more than 8388608 bytes"),
        Read.message(size));
    byte[] spread = zip("1", bomb(6 << 20), "2", bomb(6 << 20));
    FeedException together = assertThrows(FeedException.class,
        () -> Read.of(Read.feed(spread).limits(small).build()));
    assertTrue(Read.message(together).contains("unpacks to more than"), Read.message(together));
  }

  @Test
  void an_archive_in_an_archive_in_an_archive_is_refused() throws IOException {
    byte[] nested = zip("a.zip", zip("b.gz", gzip(FEED)));
    FeedException e = assertThrows(FeedException.class, () -> Read.of(Read.feed(nested).build()));
    assertTrue(Read.message(e).contains("archive in an archive in an archive"), Read.message(e));
  }

  /// A feed of one item that is mostly blanks.
  private static byte[] bomb(int length) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(FEED, 0, FEED.length - 9);
      byte[] blanks = new byte[1 << 16];
      Arrays.fill(blanks, (byte) ' ');
      for (int i = 0; i < length; i += blanks.length) {
        out.write(blanks);
      }
      out.write(FEED, FEED.length - 9, 9);
    }
    return bytes.toByteArray();
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  /// @param entries names and contents in turn
  private static byte[] zip(Object... entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < entries.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) entries[i]));
        zip.write((byte[]) entries[i + 1]);
      }
    }
    return bytes.toByteArray();
  }

  private static int indexOf(byte[] bytes, String text) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
  }
}
