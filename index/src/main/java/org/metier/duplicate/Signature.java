package org.metier.duplicate;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What a text says, as numbers that two texts can be compared by: the hashes of its runs of five words
/// ("shingles"; Broder, "On the resemblance and containment of documents", SEQUENCES 1997). Immutable and
/// thread-safe; the same text gives the same bits on every machine.
///
/// Up to [#MAX_SHINGLES] shingles are kept, those of least hash, which is all of them for any but the
/// longest advertisements: resemblance and containment are then exact, but for collisions of 32 bits (one
/// pair of texts in 20,000 gains one shingle), and otherwise estimated from that sample ("bottom-k
/// sketch", the same paper). A text of fewer than five words is the set of its words.
///
/// [#bands] are what an inverted index needs to find likely pairs: 72 MinHash rows in 24 bands of 3. Texts
/// of resemblance 0.6 share a band with a chance of 99.7 %, of 0.5 with 96 %, of 0.4 with 80 %, of 0.2 with
/// 18 %, of 0.1 with 2 % (1 - (1 - s^3)^24). Bands of 2 find more, but each sentence that many employers
/// use would make candidates of all their advertisements.
public final class Signature {
  /// How many shingles are kept at most.
  public static final int MAX_SHINGLES = 2_048;

  private static final int WORDS = 5;
  private static final int BANDS = 24;
  private static final int ROWS = 3;
  private static final byte VERSION = 1;
  private static final long SHINGLE_PRIME = 0x100000001B3L;
  private static final int[] MULTIPLIERS = rowNumbers(1);
  private static final int[] ADDENDS = rowNumbers(2);

  /// Ascending as unsigned numbers, each once.
  private final int[] shingles;
  /// Worked out when first asked for; a lost race costs working them out twice.
  private volatile long @Nullable [] bands;

  private Signature(int[] shingles) {
    this.shingles = shingles;
  }

  /// Linear in the text; some 20 microseconds for 3,000 characters.
  public static Signature of(String title, String description) {
    return new Signature(leastOf(shingles(title, description)));
  }

  /// All shingles of a text, ascending as unsigned numbers, each once.
  static int[] shingles(String title, String description) {
    long[] words = WordHashes.of(title, description);
    int run = words.length < WORDS ? 1 : WORDS;
    int[] hashes = new int[Math.max(0, words.length - run + 1)];
    for (int i = 0; i < hashes.length; i++) {
      long hash = 0;
      for (int k = 0; k < run; k++) {
        hash = hash * SHINGLE_PRIME + words[i + k];
      }
      hashes[i] = (int) (WordHashes.mix(hash) >>> Integer.SIZE) ^ Integer.MIN_VALUE;
    }
    return distinct(hashes);
  }

  /// Sorts; takes hashes with the highest bit turned, and turns it back.
  private static int[] distinct(int[] turned) {
    Arrays.sort(turned);
    int count = 0;
    for (int i = 0; i < turned.length; i++) {
      if (i == 0 || turned[i] != turned[i - 1]) {
        turned[count++] = turned[i];
      }
    }
    int[] hashes = Arrays.copyOf(turned, count);
    for (int i = 0; i < count; i++) {
      hashes[i] ^= Integer.MIN_VALUE;
    }
    return hashes;
  }

  private static int[] leastOf(int[] shingles) {
    return shingles.length <= MAX_SHINGLES ? shingles : Arrays.copyOf(shingles, MAX_SHINGLES);
  }

  /// The signature of a text without what its employer says in all advertisements.
  static Signature without(int[] shingles, HashSet32 boilerplate) {
    int[] own = new int[shingles.length];
    int count = 0;
    for (int shingle : shingles) {
      if (!boilerplate.contains(shingle)) {
        own[count++] = shingle;
      }
    }
    return new Signature(leastOf(Arrays.copyOf(own, count)));
  }

  /// The shingles as a set.
  HashSet32 set() {
    return HashSet32.of(shingles.clone());
  }

  /// The shingles of both, ascending as unsigned numbers, each once.
  int[] with(Signature other) {
    int[] all = Arrays.copyOf(shingles, shingles.length + other.shingles.length);
    System.arraycopy(other.shingles, 0, all, shingles.length, other.shingles.length);
    for (int i = 0; i < all.length; i++) {
      all[i] ^= Integer.MIN_VALUE;
    }
    return distinct(all);
  }

  /// How many shingles there are, at most [#MAX_SHINGLES].
  public int size() {
    return shingles.length;
  }

  /// The shingles that both texts have, of those that either has: Jaccard's coefficient.
  ///
  /// @return 0 to 1; 0 when a text has no shingles, since nothing is no evidence
  public double resemblance(Signature other) {
    Overlap overlap = overlap(other);
    int any = overlap.left + overlap.right - overlap.both;
    return any == 0 ? 0 : (double) overlap.both / any;
  }

  /// The shingles that both texts have, of those of the shorter: near 1 when one text is a shortened form
  /// of the other.
  ///
  /// @return 0 to 1; 0 when a text has no shingles
  public double containment(Signature other) {
    Overlap overlap = overlap(other);
    int shorter = Math.min(overlap.left, overlap.right);
    return shorter == 0 ? 0 : (double) overlap.both / shorter;
  }

  /// Counts of shingles within the range that both signatures know entirely.
  private record Overlap(int left, int right, int both) {}

  private Overlap overlap(Signature other) {
    int limit = Integer.compareUnsigned(reach(), other.reach()) < 0 ? reach() : other.reach();
    int[] a = shingles;
    int[] b = other.shingles;
    int i = 0;
    int j = 0;
    int both = 0;
    while (i < a.length && j < b.length) {
      int order = Integer.compareUnsigned(a[i], b[j]);
      if (Integer.compareUnsigned(order <= 0 ? a[i] : b[j], limit) > 0) {
        break;
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
      both += order == 0 ? 1 : 0;
    }
    return new Overlap(within(limit), other.within(limit), both);
  }

  /// The greatest hash up to which nothing was left out.
  private int reach() {
    return shingles.length < MAX_SHINGLES ? -1 : shingles[MAX_SHINGLES - 1];
  }

  private int within(int limit) {
    int count = shingles.length;
    while (count > 0 && Integer.compareUnsigned(shingles[count - 1], limit) > 0) {
      count--;
    }
    return count;
  }

  /// Numbers of which texts that are likely similar have one in common: 24, or none for an empty text.
  /// Costs 72 steps a shingle the first time, some 10 microseconds for 400 of them.
  public long[] bands() {
    long[] known = bands;
    if (known == null) {
      known = banded();
      bands = known;
    }
    return known.clone();
  }

  private long[] banded() {
    if (shingles.length == 0) {
      return new long[0];
    }
    int[] least = new int[BANDS * ROWS];
    Arrays.fill(least, Integer.MAX_VALUE);
    for (int shingle : shingles) {
      for (int row = 0; row < least.length; row++) {
        least[row] = Math.min(least[row], shingle * MULTIPLIERS[row] + ADDENDS[row]);
      }
    }
    long[] bands = new long[BANDS];
    for (int band = 0; band < BANDS; band++) {
      long hash = band;
      for (int row = 0; row < ROWS; row++) {
        hash = WordHashes.mix(hash * SHINGLE_PRIME + least[band * ROWS + row]);
      }
      bands[band] = hash;
    }
    return bands;
  }

  /// Odd, so that multiplication modulo 2^32 maps no two shingles to one number.
  private static int[] rowNumbers(long seed) {
    int[] numbers = new int[BANDS * ROWS];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (int) WordHashes.mix(seed * 0x9E3779B97F4A7C15L + i + 1) | 1;
    }
    return numbers;
  }

  /// Some three bytes a shingle: the differences between neighbours, seven bits to a byte.
  public byte[] bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(1 + 5 * shingles.length);
    bytes.put(VERSION);
    int before = 0;
    for (int shingle : shingles) {
      int rest = shingle - before;
      while ((rest & ~0x7F) != 0) {
        bytes.put((byte) (rest | 0x80));
        rest >>>= 7;
      }
      bytes.put((byte) rest);
      before = shingle;
    }
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  /// Reads what [#bytes] wrote.
  ///
  /// @throws IllegalArgumentException if the bytes are none of a signature; the message names the offset
  public static Signature read(byte[] bytes) {
    if (bytes.length == 0 || bytes[0] != VERSION) {
      throw new IllegalArgumentException("a signature begins with the byte " + VERSION + ", found "
          + (bytes.length == 0 ? "nothing" : String.valueOf(bytes[0])));
    }
    int[] shingles = new int[Math.min(bytes.length - 1, MAX_SHINGLES)];
    int count = 0;
    int at = 1;
    long before = -1;
    while (at < bytes.length) {
      long rest = 0;
      int shift = 0;
      do {
        if (at == bytes.length || shift > 28) {
          throw new IllegalArgumentException(
              "a signature is cut off or spoiled at byte " + at + " of " + bytes.length);
        }
        rest |= (long) (bytes[at] & 0x7F) << shift;
        shift += 7;
      } while (bytes[at++] < 0);
      long shingle = Math.max(0, before) + rest;
      if (shingle <= before || shingle > 0xFFFFFFFFL || count == MAX_SHINGLES) {
        throw new IllegalArgumentException("a signature is spoiled before byte " + at
            + ": at most " + MAX_SHINGLES + " rising numbers of 32 bits are expected");
      }
      shingles[count++] = (int) shingle;
      before = shingle;
    }
    return new Signature(Arrays.copyOf(shingles, count));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Signature signature && Arrays.equals(shingles, signature.shingles);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(shingles);
  }

  @Override
  public String toString() {
    return shingles.length + " shingles";
  }
}
