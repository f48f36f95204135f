package org.metier.place;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What names of places are compared by: without case, accents, hyphens, and the words that people leave
/// out or shorten, such as "sur", "a/d" and "Saint".
final class PlaceName {
  private static final Pattern BRACKETS = Pattern.compile("\\s*\\([^)]*\\)");
  private static final Set<String> SAINT = Set.of("st", "saint", "sint", "sankt");
  private static final Set<String> SAINTE = Set.of("ste", "sainte");
  /// Left out behind the first word.
  private static final Set<String> LINKS = Set.of("a", "ad", "am", "an", "aan", "der", "den", "d",
      "de", "n", "nad", "s", "sur", "in", "im", "bei", "b", "upon", "on", "the", "et", "und");

  private PlaceName() {}

  static String fold(String name) {
    List<String> words = new ArrayList<>();
    for (String word : plain(name).split(" ")) {
      if (word.isEmpty() || (!words.isEmpty() && LINKS.contains(word))) {
        continue;
      }
      words.add(SAINT.contains(word) ? "st" : SAINTE.contains(word) ? "ste" : word);
    }
    String folded = String.join(" ", words);
    if (folded.startsWith("frankfurt ") || folded.startsWith("offenbach ")) {
      folded = folded.replaceFirst(" m$", " main").replaceFirst(" o$", " oder");
    }
    return folded.replaceFirst(" rh$", " rhein");
  }

  /// Lower case, Latin letters without accents, digits, single spaces.
  static String plain(String name) {
    String apart = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
    StringBuilder plain = new StringBuilder(apart.length());
    for (int i = 0; i < apart.length(); i++) {
      char c = apart.charAt(i);
      switch (c) {
        case 'ł' -> plain.append('l');
        case 'ß' -> plain.append("ss");
        case 'œ' -> plain.append("oe");
        case 'æ' -> plain.append("ae");
        case 'ø' -> plain.append('o');
        case 'đ' -> plain.append('d');
        default -> {
          if (Character.isLetterOrDigit(c)) {
            plain.append(c);
          } else if (Character.getType(c) != Character.NON_SPACING_MARK
              && !plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
            plain.append(' ');
          }
        }
      }
    }
    return plain.toString().strip();
  }

  /// The folded ways to write a name that a table gives: whole, and without what stands in brackets.
  static Set<String> keys(String name) {
    Set<String> keys = new LinkedHashSet<>();
    keys.add(fold(name));
    keys.add(fold(BRACKETS.matcher(name).replaceAll("")));
    keys.remove("");
    return keys;
  }
}
