package org.metier.match.feature;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.metier.match.internal.IntTable;
import org.metier.match.internal.VacancyRow;

/// Which words of a profile a vacancy has. Filled anew for each vacancy. Not thread-safe.
final class CommonWords {
  /// A bit for each word of the profile, by its place there.
  private long[] shared = new long[8];
  private long[] inTitle = new long[8];
  private int length;
  private boolean isAnyInTitle;
  private double square;

  void clear(int words) {
    length = (words + Long.SIZE - 1) / Long.SIZE;
    if (length > shared.length) {
      shared = new long[2 * length];
      inTitle = new long[2 * length];
    }
    for (int i = 0; i < length; i++) {
      shared[i] = 0;
      inTitle[i] = 0;
    }
    isAnyInTitle = false;
    square = 0;
  }

  void read(ProfileWords profile, VacancyRow vacancy) {
    clear(profile.words().length);
    int[] words = vacancy.words();
    IntTable places = profile.places();
    for (int i = 0; i < vacancy.wordCount(); i++) {
      int word = words[i] >>> 1;
      if (profile.has(word)) {
        int place = places.of(word);
        shared[place >> 6] |= 1L << place;
        if ((words[i] & 1) != 0) {
          inTitle[place >> 6] |= 1L << place;
          isAnyInTitle = true;
        }
      }
    }
    // In the order of the profile's words, so that the same words give the same bits.
    for (int i = 0; i < length; i++) {
      for (long rest = shared[i]; rest != 0; rest &= rest - 1) {
        square += profile.squares()[i * Long.SIZE + Long.numberOfTrailingZeros(rest)];
      }
    }
  }

  /// The squares of the weights of the words in common, summed.
  double square() {
    return square;
  }

  /// Whether the vacancy's title has any word of the profile.
  boolean isAnyInTitle() {
    return isAnyInTitle;
  }

  /// Whether the vacancy's title has the word at a place of the profile.
  boolean isInTitle(int place) {
    return (inTitle[place >> 6] & 1L << place) != 0;
  }

  /// Numbers of the words in common, the most telling first.
  List<Integer> mostTelling(ProfileWords profile, int limit) {
    List<Integer> places = new ArrayList<>();
    for (int place = 0; place < length * Long.SIZE; place++) {
      if ((shared[place >> 6] & 1L << place) != 0) {
        places.add(place);
      }
    }
    return places.stream()
        .sorted(Comparator.comparingDouble((Integer place) -> -profile.squares()[place])
            .thenComparingInt(place -> profile.words()[place]))
        .limit(limit)
        .map(place -> profile.words()[place])
        .toList();
  }
}
