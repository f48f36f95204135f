package org.metier.encoder;

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
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.encoder.EncoderTraining.Text;
import org.metier.encoder.EncoderTraining.Weight;

class LabelEncoderTest {
  private static final int GROUPS = 1_500;
  private static final List<String> LEFT = words(1);
  private static final List<String> RIGHT = words(2);

  private static LabelEncoder encoder = new LabelEncoder("", new byte[0], new float[0]);

  @TempDir
  private Path folder = Path.of("");

  /// Made-up words, which have nothing in common but letters.
  private static List<String> words(int seed) {
    Random random = new Random(seed);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < GROUPS; i++) {
      StringBuilder word = new StringBuilder();
      for (int k = 0; k < 10; k++) {
        word.append((char) ('a' + random.nextInt(26)));
      }
      words.add(word.toString());
    }
    return words;
  }

  /// Each thing has a name in two languages that do not look alike.
  private static LabelEncoder trained(EncoderProgress progress) {
    EncoderTraining training = new EncoderTraining();
    for (int i = 0; i < GROUPS; i++) {
      training.add(i, "%04d".formatted(i), Weight.NAMES,
          List.of(new Text(0, LEFT.get(i)), new Text(1, RIGHT.get(i))));
    }
    return training.train("abc", progress);
  }

  @BeforeAll
  static void train() {
    encoder = trained(EncoderProgress.SILENT);
  }

  private static double cosine(String a, String b) {
    float[] x = encoder.encode(a);
    float[] y = encoder.encode(b);
    double sum = 0;
    for (int k = 0; k < x.length; k++) {
      sum += x[k] * y[k];
    }
    return sum;
  }

  @Test
  void equal_texts_train_equal_bytes() {
    List<Integer> rounds = new ArrayList<>();
    byte[] again = trained((round, of) -> rounds.add(round)).toBytes();
    assertArrayEquals(encoder.toBytes(), again);
    assertEquals(List.of(1, 2, 3, 4, 5, 6, 7, 8), rounds);
  }

  @Test
  void names_of_one_thing_come_to_lie_nearest_in_whatever_language() {
    int nearest = 0;
    for (int i = 0; i < 50; i++) {
      int best = 0;
      for (int j = 1; j < GROUPS; j++) {
        best = cosine(LEFT.get(i), RIGHT.get(j)) > cosine(LEFT.get(i), RIGHT.get(best)) ? j : best;
      }
      nearest += best == i ? 1 : 0;
    }
    assertTrue(nearest >= 45, nearest + " of 50");
  }

  @Test
  void a_vector_has_length_one_and_that_of_nothing_is_zero() {
    assertEquals(1, cosine("some title", "Some TITLE!"), 1e-6);
    assertArrayEquals(new float[LabelEncoder.DIMENSIONS], encoder.encode(" ?!-"));
    assertArrayEquals(new float[LabelEncoder.DIMENSIONS], encoder.encode(""));
  }

  @Test
  void what_is_written_is_read_the_same() {
    Path file = folder.resolve("new").resolve("encoder.bin");
    encoder.write(file);
    assertEquals(encoder, LabelEncoder.read(file));
    assertArrayEquals(encoder.encode(LEFT.get(3)), LabelEncoder.read(file).encode(LEFT.get(3)));
  }

  private String refusal(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("bad.bin"), content);
    return String.valueOf(assertThrows(EncoderException.class, () -> LabelEncoder.read(file))
        .getMessage()).replace(file.toString(), "FILE");
  }

  private static byte[] sealed(byte[] content) {
    CRC32C crc = new CRC32C();
    crc.update(content, 0, content.length - Integer.BYTES);
    ByteBuffer.wrap(content).putInt(content.length - Integer.BYTES, (int) crc.getValue());
    return content;
  }

  @Test
  void damaged_files_are_refused_and_named() throws IOException {
    byte[] good = encoder.toBytes();
    String remedy = "; import the taxonomy again, or remove the file to do without";
    assertEquals("FILE: is no encoder that this release reads" + remedy, refusal(new byte[3]));
    byte[] flipped = good.clone();
    flipped[5_000] ^= 1;
    assertEquals("FILE: is damaged: its checksum does not fit its content" + remedy,
        refusal(flipped));
    byte[] longName = good.clone();
    ByteBuffer.wrap(longName).putInt(8, 1 << 30);
    assertEquals("FILE: names its taxonomy by 1073741824 characters, expected 0 to 128" + remedy,
        refusal(sealed(longName)));
    byte[] buckets = good.clone();
    ByteBuffer.wrap(buckets).putInt(15, 7);
    assertTrue(refusal(sealed(buckets)).startsWith("FILE: has 7 buckets of 128 dimensions in "));
    byte[] scale = good.clone();
    ByteBuffer.wrap(scale).putFloat(23, Float.NaN);
    assertTrue(refusal(sealed(scale)).startsWith("FILE: has scale NaN for bucket 0, expected"));
    byte[] shorter = sealed(Arrays.copyOf(good, good.length - 9));
    assertTrue(refusal(shorter).contains(" bytes, expected "), refusal(shorter));
    byte[] longer = Arrays.copyOf(good, good.length + 4_000);
    assertTrue(refusal(longer).contains("is larger than"), refusal(longer));
    assertThrows(EncoderException.class, () -> LabelEncoder.read(folder.resolve("none.bin")));
  }

  @Test
  void too_few_groups_are_refused() {
    EncoderTraining training = new EncoderTraining();
    training.add(1, "", Weight.NAMES, List.of(new Text(0, "a word"), new Text(0, "??")));
    assertEquals(0, training.groups());
    assertThrows(IllegalStateException.class,
        () -> training.train("abc", EncoderProgress.SILENT));
  }
}
