package org.metier.link;

import java.text.Normalizer;
import java.util.Locale;

/// Lower case without accents, the same in every language.
final class Folding {
  private Folding() {}

  static String fold(String text) {
    String apart = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
    StringBuilder plain = new StringBuilder(apart.length());
    for (int i = 0; i < apart.length(); i++) {
      char c = apart.charAt(i);
      switch (c) {
        case 'ł' -> plain.append('l');
        case 'ß' -> plain.append("ss");
        case 'œ' -> plain.append("oe");
        case 'æ' -> plain.append("ae");
        case 'ø' -> plain.append('o');
        default -> {
          if (Character.getType(c) != Character.NON_SPACING_MARK) {
            plain.append(c);
          }
        }
      }
    }
    return plain.toString();
  }
}
