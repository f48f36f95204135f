package org.metier.audit;

import java.util.Arrays;
import org.metier.audit.internal.PersonSecret;

/// Which pseudonyms a log still names, by their first 8 bytes: 8 to 16 bytes for each entry about somebody while it is
/// filled. Two pseudonyms that begin alike, one pair in some 10^19, are taken for one, so that a key may be kept that
/// could go and none goes that is needed. Not thread-safe.
final class Pseudonyms {
  private static final int DIGITS = 16;

  private long[] known = new long[1_024];
  private int count;

  void add(String pseudonym) {
    if (count == known.length) {
      compact();
      if (count > known.length / 2) {
        known = Arrays.copyOf(known, 2 * known.length);
      }
    }
    known[count++] = start(pseudonym);
  }

  private static long start(String pseudonym) {
    return Long.parseUnsignedLong(pseudonym, 0, DIGITS, 16);
  }

  /// Sorts, each once.
  private void compact() {
    Arrays.sort(known, 0, count);
    int left = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || known[i] != known[i - 1]) {
        known[left++] = known[i];
      }
    }
    count = left;
  }

  /// A filter of those who are named; nothing is to be added after that.
  java.util.function.Predicate<PersonSecret> named() {
    compact();
    return secret -> Arrays.binarySearch(known, 0, count, start(secret.pseudonym())) >= 0;
  }
}
