package org.metier.duplicate;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.metier.text.Language;

/// The languages that job titles name. Agencies give one number to a client's job in several languages, such as
/// customer service in German and in Danish, and these are several vacancies.
final class TitleLanguages {
  private static final int SHORTEST_NAME = 5;
  private static final int LONGEST_ENDING = 3;
  private static final Map<String, String> CODES = codes();

  private TitleLanguages() {}

  /// The names of all languages of ISO 639-1 in the languages of Metier, those of one word, folded.
  private static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>();
    for (String code : Locale.getISOLanguages()) {
      for (Language language : Language.values()) {
        String name = WordHashes.fold(Locale.of(code).getDisplayLanguage(language.locale()));
        if (name.length() >= SHORTEST_NAME && name.indexOf(' ') < 0) {
          codes.putIfAbsent(name, code);
        }
      }
    }
    for (String dutch : Set.of("holenderski", "hollandais", "hollandisch", "hollands", "flamandzki",
        "flamand", "flemish", "flamisch", "vlaams")) {
      codes.put(dutch, "nl");
    }
    return Map.copyOf(codes);
  }

  /// ISO 639-1 codes of the languages that a title names.
  ///
  /// @param title as [TitleForm] has it
  static Set<String> of(String title) {
    Set<String> languages = new TreeSet<>();
    for (String word : new TitleForm(title).words()) {
      for (int ending = 0; ending <= LONGEST_ENDING
          && word.length() - ending >= SHORTEST_NAME; ending++) {
        String code = CODES.get(word.substring(0, word.length() - ending));
        if (code != null) {
          languages.add(code);
          break;
        }
      }
    }
    return languages;
  }

  /// Whether both titles name languages, and not the same.
  static boolean areOther(String title, String other) {
    Set<String> languages = of(title);
    Set<String> others = of(other);
    return !languages.isEmpty() && !others.isEmpty() && !languages.equals(others);
  }
}
