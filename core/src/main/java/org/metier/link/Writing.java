package org.metier.link;

import java.util.Arrays;
import org.metier.text.Language;

/// How alike a title and the labels of each concept are in writing. Not thread-safe.
final class Writing {
  private static final Language[] LANGUAGES = Language.values();

  private final float[] best;
  private final float[] second;
  private final float[] preferred;
  private final float[] words;
  private final float[] grams;
  /// Of the best label: the shares that a search shows, four for each concept.
  private final float[] shares;
  private final int[] rank;
  private final byte[] language;

  Writing(int concepts) {
    best = new float[concepts];
    second = new float[concepts];
    preferred = new float[concepts];
    words = new float[concepts];
    grams = new float[concepts];
    shares = new float[4 * concepts];
    rank = new int[concepts];
    language = new byte[concepts];
  }

  /// Looks a reading of the title up and keeps the best of each concept.
  ///
  /// @param worth factor to every similarity
  void add(TitleIndex index, String title, Language of, double worth) {
    index.search(title, (owner, labelRank, titleWords, labelWords, titleGrams, labelGrams) -> {
      float word = (float) Math.sqrt(titleWords * labelWords);
      float gram = (float) Math.sqrt(titleGrams * labelGrams);
      float value = (float) (worth * TitleSimilarity.of(word, gram));
      words[owner] = Math.max(words[owner], word);
      grams[owner] = Math.max(grams[owner], gram);
      if (labelRank == 0) {
        preferred[owner] = Math.max(preferred[owner], value);
      }
      if (value > best[owner]) {
        second[owner] = best[owner];
        best[owner] = value;
        shares[4 * owner] = (float) titleWords;
        shares[4 * owner + 1] = (float) labelWords;
        shares[4 * owner + 2] = (float) titleGrams;
        shares[4 * owner + 3] = (float) labelGrams;
        rank[owner] = labelRank;
        language[owner] = (byte) of.ordinal();
      } else if (value > second[owner]) {
        second[owner] = value;
      }
    });
  }

  /// The highest similarity of any label.
  float highest() {
    float highest = 0;
    for (float value : best) {
      highest = Math.max(highest, value);
    }
    return highest;
  }

  /// The highest similarity of each concept, 0 to 1; not copied.
  float[] similarities() {
    return best;
  }

  float highest(int[] places) {
    float highest = 0;
    for (int place : places) {
      highest = Math.max(highest, best[place]);
    }
    return highest;
  }

  /// The rank of the best label among the concept's labels in [#language].
  int rank(int place) {
    return rank[place];
  }

  Language language(int place) {
    return LANGUAGES[language[place]];
  }

  void describe(int place, double[] row) {
    row[LinkFeature.WRITING.ordinal()] = best[place];
    row[LinkFeature.WRITING_SECOND.ordinal()] = second[place];
    row[LinkFeature.WRITING_PREFERRED.ordinal()] = preferred[place];
    row[LinkFeature.WORDS.ordinal()] = words[place];
    row[LinkFeature.GRAMS.ordinal()] = grams[place];
    row[LinkFeature.TITLE_WORDS_COVERED.ordinal()] = shares[4 * place];
    row[LinkFeature.LABEL_WORDS_COVERED.ordinal()] = shares[4 * place + 1];
    row[LinkFeature.TITLE_GRAMS_COVERED.ordinal()] = shares[4 * place + 2];
    row[LinkFeature.LABEL_GRAMS_COVERED.ordinal()] = shares[4 * place + 3];
  }

  /// The places of the highest values above 0, equal ones in ascending order.
  static int[] highest(float[] values, int limit) {
    // positive floats order as their bits do: one number sorts by falling value, then by place
    long[] keys = new long[limit];
    int size = 0;
    for (int i = 0; i < values.length; i++) {
      if (values[i] > 0) {
        long key = ((long) -Float.floatToIntBits(values[i]) << Integer.SIZE) | i;
        if (size < limit || key < keys[size - 1]) {
          size = insert(keys, size, key);
        }
      }
    }
    return Arrays.stream(keys, 0, size).mapToInt(key -> (int) key).toArray();
  }

  /// Puts a key into an ascending list that keeps its least.
  ///
  /// @return the new size
  private static int insert(long[] keys, int size, long key) {
    int place = -Arrays.binarySearch(keys, 0, size, key) - 1;
    int moved = Math.min(size, keys.length - 1) - place;
    System.arraycopy(keys, place, keys, place + 1, moved);
    keys[place] = key;
    return Math.min(keys.length, size + 1);
  }
}
