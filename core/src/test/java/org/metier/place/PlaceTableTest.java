package org.metier.place;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceTableTest {
  @TempDir
  Path folder;

  private static List<PlaceDraft> random(Random random) {
    List<PlaceDraft> drafts = new ArrayList<>();
    for (int i = random.nextInt(40); i >= 0; i--) {
      PlaceDraft draft = new PlaceDraft(
          PlacePrecision.values()[random.nextInt(PlacePrecision.values().length)],
          "ł\uD83D\uDE00" + random.nextInt(20), random.nextBoolean() ? "PL" : "FR");
      draft.point = new GeoPoint(random.nextInt(-9_000_000, 9_000_001) / 100_000.0,
          random.nextInt(-18_000_000, 18_000_001) / 100_000.0);
      draft.population = random.nextInt(3) * random.nextInt(1_000_000);
      draft.keys.add("nł" + random.nextInt(10));
      // By bytes the second comes first, by chars the first does.
      draft.keys.add((random.nextBoolean() ? "k\uD83D\uDE00" : "k\uFF21") + random.nextInt(9));
      if (draft.precision == PlacePrecision.REGION) {
        draft.codes.add("PL:" + i);
      }
      List<PlaceDraft> coarser = drafts.stream()
          .filter(d -> d.precision.compareTo(draft.precision) > 0)
          .toList();
      draft.around = coarser.isEmpty() ? null : coarser.get(random.nextInt(coarser.size()));
      drafts.add(draft);
    }
    return drafts;
  }

  private static String refusal(byte[] file) {
    return String.valueOf(assertThrows(PlacesException.class,
        () -> new PlaceTableReader("places.bin", file).read()).getMessage());
  }

  /// Name, precision and country of each entry that a key leads to.
  private static Map<String, List<String>> byKey(List<PlaceDraft> drafts) {
    Map<String, List<String>> entries = new TreeMap<>();
    for (PlaceDraft d : drafts) {
      d.keys.forEach(key -> entries.computeIfAbsent(key, k -> new ArrayList<>())
          .add(d.name + d.precision + d.country + d.point + d.population + d.code()
              + (d.around == null ? "" : d.around.name + d.around.point)));
    }
    entries.values().forEach(Collections::sort);
    return entries;
  }

  private static List<String> found(PlaceTable table, String key) {
    List<String> found = new ArrayList<>();
    for (int e : table.find(key.charAt(0), key.substring(1))) {
      int around = table.around()[e];
      found.add(table.names().text(e) + table.precision(e) + table.country(e) + table.point(e)
          + table.populations()[e] + table.codes().text(e)
          + (around < 0 ? "" : table.names().text(around) + table.point(around)));
    }
    Collections.sort(found);
    return found;
  }

  @RepeatedTest(100)
  void what_is_written_comes_back_the_same(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    List<PlaceDraft> drafts = random(random);
    byte[] file = new PlaceTableWriter(drafts).compile();
    PlaceTable table = new PlaceTableReader("places.bin", file).read();
    assertEquals(drafts.size(), table.size());
    byKey(drafts).forEach((key, entries) -> assertEquals(entries, found(table, key), key));
    assertEquals(0, table.find('n', "unknown").length);
    Collections.shuffle(drafts, random);
    assertArrayEquals(file, new PlaceTableWriter(drafts).compile(), "the order mattered");
  }

  @RepeatedTest(200)
  void a_damaged_file_is_refused(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    byte[] file = new PlaceTableWriter(random(random)).compile();
    byte[] flipped = file.clone();
    flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
    assertTrue(refusal(flipped).contains("import the places again"));
    assertTrue(refusal(Arrays.copyOf(file, random.nextInt(file.length)))
        .contains("import the places again"));
  }

  /// A checksum that fits keeps out accidents only: whatever the bytes are, reading must not fail in any
  /// other way, nor ask for memory that the file does not have.
  @RepeatedTest(300)
  void nothing_is_believed_that_does_not_fit(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    byte[] file = new PlaceTableWriter(random(random)).compile();
    int at = random.nextInt(PlaceTable.HEADER_BYTES, file.length);
    file[at] = (byte) random.nextInt(256);
    CRC32C crc = new CRC32C();
    crc.update(file, PlaceTable.HEADER_BYTES, file.length - PlaceTable.HEADER_BYTES);
    ByteBuffer.wrap(file).putInt(12, (int) crc.getValue());
    try {
      PlaceTable table = new PlaceTableReader("places.bin", file).read();
      for (int e = 0; e < table.size(); e++) {
        table.point(e);
        table.regionCode(e);
      }
      for (int k = 0; k < table.keys().count(); k++) {
        String key = table.keys().text(k);
        for (int e : key.isEmpty() ? new int[0] : table.find(key.charAt(0), key.substring(1))) {
          table.point(e);
        }
      }
    } catch (PlacesException e) {
      assertTrue(String.valueOf(e.getMessage()).contains("import the places again"));
    }
  }

  @Test
  void another_file_and_a_newer_one_are_refused_with_what_to_do() {
    assertTrue(
        refusal("name,country\n".repeat(10).getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .contains("not a compiled gazetteer"));
    byte[] newer = new PlaceTableWriter(List.of()).compile();
    ByteBuffer.wrap(newer).putInt(8, 99);
    assertTrue(refusal(newer).contains("newer Metier"));
    assertTrue(refusal(new byte[0]).contains("import the places again"));
  }

  @Test
  void a_file_that_cannot_be_read_or_written_says_so() throws IOException {
    assertTrue(String.valueOf(assertThrows(PlacesException.class,
        () -> PlaceFile.open(folder.resolve("none.bin"))).getMessage()).contains("import places"));
    Path occupied = Files.writeString(folder.resolve("occupied"), "x");
    assertTrue(String.valueOf(assertThrows(PlacesException.class,
        () -> PlaceFile.save(new byte[3], occupied.resolve("places.bin"))).getMessage())
        .contains("cannot be written"));
  }
}
