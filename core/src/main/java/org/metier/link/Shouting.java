package org.metier.link;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Titles in capitals, brought to the case of a sentence. Stateless.
final class Shouting {
  private static final int MIN_LETTERS = 5;
  /// A title of fewer capitals, of a hundred letters, only contains abbreviations.
  private static final int SHOUTED_PERCENT = 70;
  private static final int LONGEST_CONSONANTS = 5;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}+#&]+");
  private static final Pattern VOWEL = Pattern.compile("[AEIOUYĄĘÓÄÖÜÉÈÊËÀÂÎÏÔÛÙŒÆ]");
  private static final Pattern ROMAN = Pattern.compile("(?=.)(?:X{0,3})(?:IX|IV|V?I{0,3})");
  /// What stays in capitals although it could be spoken as a word.
  private static final Set<String> ACRONYMS = Set.of("SAP", "ERP", "IT", "HR", "RH", "CE", "CAD",
      "CAM",
      "AGD", "VAT", "SEO", "SEA", "UX", "UI", "QA", "API", "AWS", "TIR", "UTR", "ADR", "SEP", "USG",
      "VIP",
      "CEO", "CFO", "CIO", "CTO", "BIM", "HVAC", "IFRS", "OZE", "TIG", "MIG", "MAG", "IOS", "ADHD",
      "AI",
      "VCA", "MES", "EDI", "IOT", "USA", "UE", "EU", "UK", "BI", "SAV", "ASP", "IDE", "ETL", "CNA",
      "ESF");
  /// Abbreviations without a vowel that are written small.
  private static final Set<String> SMALL = Set.of("DS", "NR", "NP", "WG", "ST", "MŁ", "PT", "DR",
      "MGR");
  /// Words of one letter; other single letters name a class or a language.
  private static final Set<String> LETTER_WORDS = Set.of("W", "Z", "I", "A", "O", "U", "Y", "À");

  private Shouting() {}

  /// @return the title itself when nobody shouts
  static String calmed(String title) {
    if (!isShouted(title)) {
      return title;
    }
    String calm = WORD.matcher(title)
        .replaceAll(m -> stays(m.group())
            ? m.group().replace("$", "\\$")
            : m.group().toLowerCase(Locale.ROOT));
    for (int i = 0; i < calm.length(); i++) {
      if (Character.isLetter(calm.charAt(i))) {
        return calm.substring(0, i) + Character.toUpperCase(calm.charAt(i)) + calm.substring(i + 1);
      }
    }
    return calm;
  }

  private static boolean isShouted(String title) {
    long letters = title.chars().filter(Character::isLetter).count();
    long capitals = title.chars().filter(Character::isUpperCase).count();
    return letters >= MIN_LETTERS && 100 * capitals >= SHOUTED_PERCENT * letters
        && WORD.matcher(title).results().anyMatch(m -> !stays(m.group()) && m.group().length() > 1);
  }

  private static boolean stays(String word) {
    String plain = word.toUpperCase(Locale.ROOT);
    if (!plain.equals(word)) {
      return true; // "GmbH" is written as it should be
    }
    if (word.length() == 1) {
      return !LETTER_WORDS.contains(word);
    }
    boolean hasSign = word.chars().anyMatch(c -> !Character.isLetter(c));
    boolean isConsonants = word.length() <= LONGEST_CONSONANTS && !VOWEL.matcher(word).find()
        && !SMALL.contains(word);
    return hasSign || isConsonants || ACRONYMS.contains(word) || ROMAN.matcher(word).matches();
  }
}
