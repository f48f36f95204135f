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
