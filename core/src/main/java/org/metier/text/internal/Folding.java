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
    return fold(Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
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
