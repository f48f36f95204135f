package org.metier.text.internal;

import java.text.Normalizer;
import java.util.Locale;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/// Takes the diacritics off letters, after Lucene's `ASCIIFoldingFilter`.
public final class Folding {
  /// One character becomes at most this many.
  private static final int MAX_GROWTH = 4;

  private Folding() {}

  /// Lower case of NFKC without diacritics: for vocabularies that are closed, whatever the language.
  public static String plain(String word) {
    return fold(lowerCase(word));
  }

  /// Lower case of NFKC.
  static String lowerCase(String word) {
    String composed = isComposed(word) ? word : Normalizer.normalize(word, Normalizer.Form.NFKC);
    return composed.toLowerCase(Locale.ROOT);
  }

  /// Whether a word has none but characters that NFKC leaves as they are: to ask for that costs less than
  /// to normalise.
  private static boolean isComposed(String word) {
    for (int at = 0; at < word.length(); at++) {
      char c = word.charAt(at);
      boolean isLatin = c < 0x80 || (c >= '\u00C0' && c < '\u0132')
          || (c > '\u0140' && c < '\u017F' && c != '\u0149');
      if (!isLatin) {
        return false;
      }
    }
    return true;
  }

  static String fold(String word) {
    return foldExcept(word, "");
  }

  private static boolean isAscii(String word) {
    for (int at = 0; at < word.length(); at++) {
      if (word.charAt(at) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  static String foldExcept(String word, String kept) {
    if (isAscii(word)) {
      return word;
    }
    StringBuilder folded = new StringBuilder(word.length() + MAX_GROWTH);
    char[] in = new char[1];
    char[] out = new char[MAX_GROWTH];
    for (int at = 0; at < word.length(); at++) {
      in[0] = word.charAt(at);
      if (kept.indexOf(in[0]) >= 0) {
        folded.append(in[0]);
      } else if (Character.getType(in[0]) != Character.NON_SPACING_MARK) {
        folded.append(out, 0, ASCIIFoldingFilter.foldToASCII(in, 0, out, 0, 1));
      }
    }
    return folded.toString();
  }
}
