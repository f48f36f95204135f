package org.metier.dossier;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// How much two titles are the same words. Stateless.
final class TitleWords {
  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}+#]+");
  private static final Pattern MARK = Pattern.compile("\\p{M}+");
  /// Endings differ by gender, case and number; so much of a long word must agree.
  private static final int STEM = 5;

  private TitleWords() {}

  /// Dice's coefficient of the words, which agree when their first five letters do or one begins with the
  /// other: 2 · common / (words of a + words of b) (Dice 1945).
  ///
  /// @return 0 for nothing in common to 1 for the same words; 0 when a title has no words
  static double similarity(String a, String b) {
    List<String> wordsA = words(a);
    List<String> wordsB = words(b);
    if (wordsA.isEmpty() || wordsB.isEmpty()) {
      return 0;
    }
    List<String> left = new ArrayList<>(wordsB);
    int common = 0;
    for (String word : wordsA) {
      for (int i = 0; i < left.size(); i++) {
        if (agree(word, left.get(i))) {
          left.remove(i);
          common++;
          break;
        }
      }
    }
    return 2.0 * common / (wordsA.size() + wordsB.size());
  }

  private static boolean agree(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    return a.equals(b) || (shorter > 2 && a.regionMatches(0, b, 0, Math.min(shorter, STEM)));
  }

  /// In order, so that the same titles give the same answer.
  private static List<String> words(String title) {
    String plain = MARK.matcher(Normalizer.normalize(title, Normalizer.Form.NFD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
    return NO_LETTER.splitAsStream(plain).filter(w -> !w.isEmpty()).sorted().toList();
  }
}
