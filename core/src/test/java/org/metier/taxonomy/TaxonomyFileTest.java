package org.metier.taxonomy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.metier.text.Language;

class TaxonomyFileTest {
  @TempDir
  Path folder;

  private static Taxonomy random(Random random) {
    Taxonomy.Builder builder = Taxonomy.builder();
    for (int i = random.nextInt(30); i >= 0; i--) {
      String occupation = "o:ł" + random.nextInt(20);
      String skill = "s:\uD83D\uDE00" + random.nextInt(20);
      builder.concept(occupation, ConceptKind.OCCUPATION, "0110")
          .skill(skill, random.nextBoolean(), ReuseLevel.values()[random.nextInt(4)])
          .labels(occupation, Language.values()[random.nextInt(5)], List.of("é" + i, "b" + i))
          .essential(occupation, "s:\uD83D\uDE00" + random.nextInt(20))
          .optional(occupation, skill)
          .broader(occupation, "o:ł" + random.nextInt(20));
    }
    return builder.build();
  }

  private static String refusal(Executable use) {
    return String.valueOf(assertThrows(TaxonomyException.class, use).getMessage());
  }

  private byte[] bytes(Taxonomy taxonomy) throws IOException {
    Path file = folder.resolve("taxonomy.bin");
    taxonomy.save(file);
    return Files.readAllBytes(file);
  }

  @RepeatedTest(50)
  void what_is_saved_comes_back_the_same(RepetitionInfo run) throws IOException {
    Taxonomy saved = random(new Random(run.getCurrentRepetition())); // the repetition is the seed
    Path file = folder.resolve("taxonomy.bin");
    saved.save(file);
    Taxonomy opened = Taxonomy.open(file);
    assertEquals(saved.id(), opened.id());
    for (int c = 0; c < saved.size(); c++) {
      assertEquals(saved.uri(c), opened.uri(c));
      assertEquals(saved.kind(c), opened.kind(c));
      assertEquals(saved.code(c), opened.code(c));
      assertEquals(saved.reuseLevel(c), opened.reuseLevel(c));
      assertEquals(saved.isKnowledge(c), opened.isKnowledge(c));
      assertArrayEquals(saved.broader(c), opened.broader(c));
      assertArrayEquals(saved.essentialSkills(c), opened.essentialSkills(c));
      assertArrayEquals(saved.optionalSkills(c), opened.optionalSkills(c));
      assertArrayEquals(saved.occupationsUsing(c), opened.occupationsUsing(c));
      for (Language language : Language.values()) {
        assertEquals(saved.labels(c, language), opened.labels(c, language));
      }
    }
    assertArrayEquals(Files.readAllBytes(file), bytes(opened));
  }

  @RepeatedTest(300)
  void a_damaged_file_is_refused(RepetitionInfo run) throws IOException {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    byte[] file = bytes(random(random));
    int place = random.nextInt(file.length);
    byte[] damaged = random.nextBoolean() ? Arrays.copyOf(file, place) : file.clone();
    if (damaged.length == file.length) {
      damaged[place] ^= (byte) (1 << random.nextInt(8));
      if (place >= 20 && place < 36) {
        return; // the id: a name, which reading does not compute again
      }
    }
    assertThrows(TaxonomyException.class, () -> new TaxonomyReader("it", damaged).read());
  }

  @RepeatedTest(300)
  void a_file_with_wrong_numbers_is_refused_or_harmless(RepetitionInfo run) throws IOException {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    byte[] file = bytes(random(random));
    int body = TaxonomyFormat.HEADER_BYTES;
    for (int i = random.nextInt(3); i >= 0; i--) {
      file[body + random.nextInt(file.length - body)] = (byte) random.nextInt(256);
    }
    CRC32C crc = new CRC32C();
    crc.update(file, body, file.length - body);
    ByteBuffer.wrap(file).putInt(12, (int) crc.getValue()); // so that the checksum holds
    try {
      Path forged = Files.write(folder.resolve("forged.bin"), file);
      Taxonomy taxonomy = Taxonomy.open(forged);
      for (int c = 0; c < taxonomy.size(); c++) {
        taxonomy.ancestors(c);
        taxonomy.label(c, Language.EN);
        taxonomy.skillOverlap(0, c);
      }
    } catch (TaxonomyException e) {
      assertTrue(String.valueOf(e.getMessage()).contains("damaged"));
    }
  }

  @Test
  void a_newer_format_is_named_as_such() throws IOException {
    byte[] file = bytes(random(new Random(1)));
    ByteBuffer.wrap(file).putInt(8, 2);
    String message = assertThrows(TaxonomyException.class,
        () -> new TaxonomyReader("it", file).read()).getMessage();
    assertEquals(
        "it was written by a newer Metier (taxonomy format 2; this release reads up to 1); use"
            + " that release, or import the taxonomy again",
        message);
  }

  @Test
  void a_missing_file_and_a_foreign_file_are_refused() throws IOException {
    assertThrows(TaxonomyException.class, () -> Taxonomy.open(folder.resolve("none")));
    Path html = Files.writeString(folder.resolve("page"), "<html>" + "x".repeat(200));
    assertTrue(refusal(() -> Taxonomy.open(html))
        .contains("is not a compiled taxonomy"));
  }

  @Test
  void saving_replaces_the_file_and_leaves_nothing_beside_it() throws IOException {
    Path file = folder.resolve("taxonomy.bin");
    random(new Random(1)).save(file);
    Taxonomy second = random(new Random(2));
    second.save(file);
    assertEquals(second.id(), Taxonomy.open(file).id());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void a_file_that_cannot_be_written_is_named() {
    Path inside = folder.resolve("taxonomy.bin").resolve("x");
    random(new Random(1)).save(folder.resolve("taxonomy.bin"));
    assertTrue(refusal(() -> random(new Random(1)).save(inside))
        .startsWith(inside + " cannot be written"));
  }
}
