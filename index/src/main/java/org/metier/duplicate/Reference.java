package org.metier.duplicate;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.metier.text.internal.GatedPattern;

/// Numbers by which employers name their vacancies in the text, such as `Nr ref.: PIE/092/IGL`.
final class Reference {
  private static final GatedPattern LABELLED = GatedPattern.of(Pattern.compile(
      "(?<!\\p{L})(?:(?:nr|numer) ref(?:\\.|erencyjny)?|(?:nr|numer) (?:ogłoszenia|oferty)"
          + "|(?:naborze|oferta) nr|numer(?=:)|kennziffer|referenz(?:nummer|-?nr\\.?)?|job-?id"
          + "|stellen-?id|referentie(?:nummer)?|vacaturenummer|réf(?:érence|\\.)?"
          + "|ref(?:erence)?\\.? ?(?:number|no\\.?|nr\\.?)?|requisition(?: id)?)"
          + "(?!\\p{L})\\s*[:.]?\\s*([\\p{Lu}\\d\\[][\\p{L}\\d/._\\-\\[\\]]{2,})",
      Pattern.UNICODE_CASE | Pattern.CASE_INSENSITIVE));
  private static final Pattern DIGIT = Pattern.compile("\\d");
  private static final int MOST = 8;
  /// What goes on behind dates, telephone numbers and amounts of money.
  private static final Pattern NO_CODE = Pattern
      .compile("[/.,-]\\d| ?(?:\\d|zł|pln|eur|€|sek|nok|kr\\b)", Pattern.CASE_INSENSITIVE);
  private static final int SHORTEST_CODE = 6;
  private static final int LONGEST_CODE = 8;
  private static final int MOST_SIGNS = 3;
  private static final int SHORTEST_TITLE = 4;

  private Reference() {}

  /// @return folded; only those with a digit, since others are words
  static Set<String> in(String text) {
    Set<String> references = new TreeSet<>();
    GatedPattern.Search search = LABELLED.in(text);
    for (int i = 0; i < MOST && search.next(); i++) {
      String reference = search.match().group(1);
      if (DIGIT.matcher(reference).find()) {
        references.add(WordHashes.fold(reference));
      }
    }
    return references;
  }

  /// Numbers of six to eight digits right behind the title where the text repeats it, as in `for the job of a
  /// Baker 0036068`.
  static Set<String> behindTitle(String title, String text) {
    Set<String> codes = new TreeSet<>();
    String plain = title.strip();
    if (plain.length() < SHORTEST_TITLE) {
      return codes;
    }
    for (int at = 0; at < text.length(); at++) {
      int end = at;
      while (end < text.length() && isDigit(text.charAt(end))) {
        end++;
      }
      if (end - at >= SHORTEST_CODE && end - at <= LONGEST_CODE && isBehind(plain, text, at)
          && !NO_CODE.matcher(text).region(end, text.length()).lookingAt()) {
        codes.add(text.substring(at, end));
      }
      at = Math.max(at, end);
    }
    return codes;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /// Whether the title ends at a place of the text, but for a sign or two.
  private static boolean isBehind(String title, String text, int at) {
    int end = at;
    while (end > 0 && at - end < MOST_SIGNS && " #([:".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end >= title.length()
        && text.regionMatches(true, end - title.length(), title, 0, title.length());
  }

  /// Whether any of one is any of the other, or that with something behind it, as boards add.
  static Agreement compare(Collection<String> a, Collection<String> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Agreement.UNKNOWN;
    }
    return a.stream().anyMatch(one -> b.stream().anyMatch(o -> WorkSite.isNamedAlike(one, o)))
        ? Agreement.AGREES
        : Agreement.DIFFERS;
  }
}
