package org.metier.profiling.sections;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Tells the name of a person from a job title and from a phrase: a few capitalised words, of which half
/// or more are part of no job title and never stand in small letters elsewhere in the CV.
final class NameSense {
  private static final Pattern WORD = Pattern.compile("\\p{Lu}[\\p{L}'’.-]*");
  private static final List<String> PARTICLES = List.of("de", "van", "der", "den", "von", "di",
      "la",
      "le", "du", "ter", "ten", "zu");
  private static final Pattern COVER = Pattern.compile(
      "(?:curriculum vitae|cv|resume|résumé|lebenslauf|życiorys|bewerbung|europass)\\W*",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private final String text;
  private final Predicate<String> isTitleWord;

  /// @param text of the whole CV
  NameSense(String text, Predicate<String> isTitleWord) {
    this.text = text;
    this.isTitleWord = isTitleWord;
  }

  boolean isName(String words) {
    String[] parts = words.split("\\s+");
    if (parts.length < 2 || parts.length > 5 || COVER.matcher(words).matches()) {
      return false;
    }
    int names = 0;
    int counted = 0;
    for (String part : parts) {
      if (PARTICLES.contains(part.toLowerCase(Locale.ROOT))) {
        continue;
      }
      if (!WORD.matcher(part).matches()) {
        return false;
      }
      counted++;
      names += isCommon(part) ? 0 : 1;
    }
    return names > 0 && names * 2 >= counted;
  }

  /// Whether every word is part of some job title.
  boolean isAllTitleWords(String words) {
    return List.of(words.split("[^\\p{L}]+"))
        .stream()
        .filter(w -> !w.isEmpty())
        .allMatch(w -> isTitleWord.test(w.toLowerCase(Locale.ROOT)));
  }

  private boolean isCommon(String word) {
    String small = word.toLowerCase(Locale.ROOT);
    if (isTitleWord.test(small)) {
      return true;
    }
    for (int at = text.indexOf(small); at >= 0; at = text.indexOf(small, at + 1)) {
      int end = at + small.length();
      boolean isWhole = (at == 0 || !isNamePart(text.charAt(at - 1)))
          && (end == text.length() || !isNamePart(text.charAt(end)));
      if (isWhole) {
        return true;
      }
    }
    return false;
  }

  /// Letters, and what joins names in addresses such as `anna.nowak@mail.example`.
  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || "._-@/".indexOf(c) >= 0;
  }
}
