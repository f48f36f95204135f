package org.metier.profiling.sections;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.section.SectionKind;
import org.metier.text.Language;

/// Tells headings from other lines, in all languages at once: people mix them. Immutable.
final class Headings {
  private static final int MAX_LENGTH = 48;
  private static final Pattern AND = Pattern.compile(
      "\\s*(?:&|/|,|\\+|\\b(?:and|et|en|und|i|oraz)\\b)\\s*",
      Pattern.CASE_INSENSITIVE);

  private final Map<String, SectionKind> kinds = new HashMap<>();

  private final Set<String> weak = Words.kindsByKey("weak-headings.txt").keySet();

  private Headings() {
    for (Language language : Language.values()) {
      Words.kindsByKey("/org/metier/section/headings-" + language.code() + ".txt")
          .forEach((key, kind) -> kinds
              .putIfAbsent(key, SectionKind.valueOf(kind.toUpperCase(Locale.ROOT))));
    }
  }

  static Headings load() {
    return new Headings();
  }

  /// A heading found in a line.
  ///
  /// @param length how many characters of the line are the heading; the rest is content
  /// @param isWeak whether an item of a list of skills may read the same
  record Heading(SectionKind kind, int length, boolean isWeak) {}

  /// @return null when the line is no heading
  @Nullable
  Heading of(String line) {
    if (line.length() <= MAX_LENGTH) {
      SectionKind whole = kind(line);
      if (whole != null && !line.endsWith(".") && !line.endsWith(",")) {
        return new Heading(whole, line.length(), weak.contains(Words.key(line)));
      }
    }
    int colon = line.indexOf(':');
    if (colon > 0 && colon <= MAX_LENGTH) {
      SectionKind before = kind(line.substring(0, colon));
      if (before != null) {
        return new Heading(before, colon + 1, false);
      }
    }
    return null;
  }

  private @Nullable SectionKind kind(String words) {
    SectionKind exact = kinds.get(Words.key(words));
    if (exact != null) {
      return exact;
    }
    SectionKind first = null;
    String[] parts = AND.split(words.strip());
    for (String part : parts) {
      SectionKind kind = kinds.get(Words.key(part));
      if (kind == null) {
        return null;
      }
      first = first == null ? kind : first;
    }
    return parts.length > 1 ? first : null;
  }
}
