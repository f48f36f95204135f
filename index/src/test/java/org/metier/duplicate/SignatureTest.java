package org.metier.duplicate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SignatureTest {
  private static Signature of(String text) {
    return Signature.of("", text);
  }

  private static String words(Random random, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "w" + (char) ('a' + random.nextInt(26)) + (char) ('a' + random.nextInt(26)))
        .collect(Collectors.joining(" "));
  }

  /// Ten words are six runs of five; a change of the last word leaves five of them: 5 / 7 of all.
  @Test
  void resemblance_is_jaccard_over_runs_of_five_words() {
    Signature ten = of("a b c d e f g h i j");
    assertEquals(6, ten.size());
    assertEquals(5.0 / 7, ten.resemblance(of("a b c d e f g h i k")));
    assertEquals(1, ten.containment(of("a b c d e f g")));
    assertEquals(0.5, ten.resemblance(of("a b c d e f g")));
    assertEquals(0, ten.resemblance(of("")));
  }

  @Test
  void case_accents_punctuation_and_long_numbers_make_no_difference() {
    assertEquals(of("Pielęgniarka – Łódź, tel. 123456789 (2 etaty)"),
        of("PIELEGNIARKA lodz tel 987654321 2 etaty"));
    assertEquals(of("Straße Ø 12 œuvre"), of("strasse o 12 oeuvre"));
    assertEquals(of("cafe\u0301 crème"), of("CAFÉ CREME"));
    assertTrue(
        of("5 years of work in a bakery").resemblance(of("3 years of work in a bakery")) < 1);
  }

  @Test
  void a_text_of_fewer_than_five_words_is_the_set_of_its_words() {
    assertEquals(0.5, of("night nurse wanted").resemblance(of("day nurse wanted")));
    assertEquals(3, of("night nurse wanted nurse").size());
  }

  /// Kept bits: a change of hashing would silently part all stored signatures from new ones.
  @Test
  void the_same_text_gives_the_same_bytes_for_ever() {
    Signature six = of("one two three four five six");
    assertEquals("[1, -94, -62, -124, -117, 2, -112, -26, -15, -16, 8]",
        Arrays.toString(six.bytes()));
    assertEquals("2ogx0ij9j36lo", Long.toUnsignedString(six.bands()[0], Character.MAX_RADIX));
    assertArrayEquals(six.bands(), Signature.read(six.bytes()).bands());
  }

  @RepeatedTest(50)
  void bytes_read_back_equal(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    Signature signature = of(words(random, random.nextInt(4_000)));
    assertEquals(signature, Signature.read(signature.bytes()));
    assertTrue(signature.size() <= Signature.MAX_SHINGLES);
  }

  @RepeatedTest(50)
  void spoiled_bytes_are_refused_or_read_as_another_signature(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    byte[] bytes = of(words(random, 40)).bytes();
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    byte[] spoiled = random.nextBoolean()
        ? bytes
        : Arrays.copyOf(bytes, random.nextInt(bytes.length));
    try {
      Signature read = Signature.read(spoiled);
      assertEquals(read, Signature.read(read.bytes()));
    } catch (IllegalArgumentException e) {
      assertTrue(String.valueOf(e.getMessage()).startsWith("a signature "), e::toString);
    }
  }

  @Test
  void no_bytes_are_no_signature() {
    assertThrows(IllegalArgumentException.class, () -> Signature.read(new byte[0]));
    assertThrows(IllegalArgumentException.class, () -> Signature.read(new byte[]{1, (byte) 0x80}));
    assertThrows(IllegalArgumentException.class, () -> Signature.read(new byte[]{1, 5, 0}));
  }

  /// 1 - (1 - s^3)^24 is .96 at s = .5 and .02 at s = .1.
  @Test
  void alike_texts_share_a_band_and_others_seldom_do() {
    int found = 0;
    int stray = 0;
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      String shared = words(random, 200);
      Signature a = of(shared + " " + words(random, 90));
      Signature b = of(shared + " " + words(random, 90));
      assertEquals(0.5, a.resemblance(b), 0.06);
      found += isFound(a, b) ? 1 : 0;
      stray += isFound(a, of(words(random, 290))) ? 1 : 0;
    }
    assertTrue(found >= 182, "found " + found);
    assertTrue(stray <= 4, "stray " + stray);
  }

  private static boolean isFound(Signature a, Signature b) {
    return Arrays.stream(a.bands())
        .anyMatch(band -> Arrays.stream(b.bands()).anyMatch(o -> o == band));
  }

  @Test
  void long_texts_are_compared_by_a_sample() {
    Random random = new Random(1);
    String shared = words(random, 4_000);
    Signature a = of(shared + " " + words(random, 2_000));
    Signature b = of(shared + " " + words(random, 2_000));
    assertEquals(0.5, a.resemblance(b), 0.05);
    assertEquals(24, a.bands().length);
  }
}
