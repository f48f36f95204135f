package org.metier.link;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.metier.text.Language;

/// What speaks for each concept that a title may link to. Not thread-safe.
final class Evidence {
  private static final double TOP = (1 + TitleSimilarity.SECOND_LABEL)
      * (1 + TitleSimilarity.ABOVE + TitleSimilarity.BELOW);
  /// Up to so many best ones are kept in order while they are found; more are sorted in the end.
  private static final int FEW = 32;
  private static final Language[] LANGUAGES = Language.values();

  private final double[] best;
  private final double[] second;
  private final double[] coverage;
  private final int[] label;
  private final byte[] language;
  private final double[] score;

  Evidence(int concepts) {
    best = new double[concepts];
    second = new double[concepts];
    coverage = new double[concepts];
    label = new int[concepts];
    language = new byte[concepts];
    score = new double[concepts];
  }

  /// Looks a title up and keeps the best two labels of each concept.
  ///
  /// @param worth factor to every similarity
  void add(TitleIndex index, String title, Language of, double worth) {
    index.search(title, (owner, rank, similarity, covered) -> {
      double value = worth * similarity;
      if (value > best[owner]) {
        second[owner] = best[owner];
        best[owner] = value;
        coverage[owner] = worth * covered;
        label[owner] = rank;
        language[owner] = (byte) of.ordinal();
      } else if (value > second[owner]) {
        second[owner] = value;
      }
    });
  }

  /// The highest similarity of any label.
  double highest() {
    double highest = 0;
    for (double value : best) {
      highest = Math.max(highest, value);
    }
    return highest;
  }

  /// Computes the scores from the labels of each concept and of its neighbours.
  void spread(int[][] above, int[][] below) {
    double[] own = new double[best.length];
    for (int i = 0; i < own.length; i++) {
      own[i] = best[i] + TitleSimilarity.SECOND_LABEL * second[i];
    }
    for (int i = 0; i < own.length; i++) {
      score[i] = own[i] == 0
          ? 0
          : (own[i] + TitleSimilarity.ABOVE * highest(own, above[i])
              + TitleSimilarity.BELOW * highest(own, below[i])) / TOP;
    }
  }

  private static double highest(double[] values, int[] places) {
    double highest = 0;
    for (int place : places) {
      highest = Math.max(highest, values[place]);
    }
    return highest;
  }

  /// The concepts of highest score among those allowed, equal ones in ascending order; scores that
  /// differ by less than a `float` tells apart are equal.
  int[] best(int limit, IntPredicate allowed) {
    // positive floats order as their bits do: one number sorts by falling score, then by place
    long[] keys = new long[limit > FEW ? score.length : limit];
    int size = 0;
    for (int i = 0; i < score.length; i++) {
      if (score[i] > 0) {
        long key = ((long) -Float.floatToIntBits((float) score[i]) << Integer.SIZE) | i;
        if ((size < keys.length || key < keys[size - 1]) && allowed.test(i)) {
          if (limit > FEW) {
            keys[size++] = key;
          } else {
            size = insert(keys, size, key);
          }
        }
      }
    }
    if (limit > FEW) {
      Arrays.sort(keys, 0, size);
    }
    return Arrays.stream(keys, 0, Math.min(size, limit)).mapToInt(key -> (int) key).toArray();
  }

  /// Puts a key into an ascending list that keeps its least.
  ///
  /// @return the new size
  private static int insert(long[] keys, int size, long key) {
    int at = Arrays.binarySearch(keys, 0, size, key);
    int place = -at - 1;
    int moved = Math.min(size, keys.length - 1) - place;
    System.arraycopy(keys, place, keys, place + 1, moved);
    keys[place] = key;
    return Math.min(keys.length, size + 1);
  }

  /// @return 0 to 1
  double score(int place) {
    return score[place];
  }

  double coverage(int place) {
    return coverage[place];
  }

  /// The rank of the best label among the concept's labels in [#language].
  int label(int place) {
    return label[place];
  }

  Language language(int place) {
    return LANGUAGES[language[place]];
  }
}
