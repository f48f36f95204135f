package org.metier.profiling.extraction;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.metier.profiling.extraction.Extraction.Extracted;

/// The same promise as that of [ReaderFuzzTest], on files that are nearly right.
class ReaderMutationTest {
  private static final int FILES = 1_500;

  @ParameterizedTest
  @EnumSource(names = "PDF", mode = EnumSource.Mode.EXCLUDE) // whose library logs, and is read by a child
  void a_reader_takes_a_file_that_is_nearly_right_or_says_that_it_is_damaged(FuzzedReader reader)
      throws IOException {
    byte[] seed = reader.seed();
    for (int i = 0; i < FILES; i++) {
      Random random = new Random(i); // the number of the file is the seed
      byte[] file = mutated(seed, random);
      try {
        reader.check(file);
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError(reader + " failed on file " + i, e);
      }
    }
  }

  @Test
  void a_pdf_that_is_nearly_right_is_answered() throws IOException {
    byte[] seed = FuzzedReader.PDF.seed();
    int read = 0;
    try (TextExtractor extractor = TextExtractor.builder().documentsPerChild(FILES).build()) {
      for (int i = 0; i < FILES; i++) {
        read += extractor.extract(mutated(seed, new Random(i))) instanceof Extracted ? 1 : 0;
      }
    }
    assertTrue(read > FILES / 10 && read < FILES, "read " + read);
  }

  @ParameterizedTest
  @EnumSource(names = "ZIP", mode = EnumSource.Mode.EXCLUDE)
  void the_file_itself_is_read(FuzzedReader reader) throws IOException {
    Extracted extracted = assertInstanceOf(Extracted.class, reader.read(reader.seed()));
    assertTrue(!extracted.text().isBlank() || !extracted.hidden().isEmpty());
  }

  /// Turns bits, and copies, drops or repeats stretches.
  private static byte[] mutated(byte[] seed, Random random) {
    byte[] file = seed.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(file.length);
      int length = 1 + random.nextInt(Math.min(40, file.length - at));
      switch (random.nextInt(5)) {
        case 0 -> file[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> file[at] = (byte) "<>{}\\/\"0-9\u0000".charAt(random.nextInt(11));
        case 2 ->
          System.arraycopy(file, at, file, random.nextInt(file.length - length + 1), length);
        case 3 -> file = joined(Arrays.copyOf(file, at + length), file, at);
        default -> file = joined(Arrays.copyOf(file, at), file, at + length);
      }
      if (file.length == 0) {
        return seed;
      }
    }
    return file;
  }

  private static byte[] joined(byte[] head, byte[] file, int from) {
    byte[] joined = Arrays.copyOf(head, head.length + file.length - from);
    System.arraycopy(file, from, joined, head.length, file.length - from);
    return joined;
  }
}
