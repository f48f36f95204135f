package org.metier.profiling.privacy;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Tells the name of a person from a job title and from a phrase: a few capitalised words, of which half
/// or more are part of no job title and never stand in small letters elsewhere in the CV. Immutable.
public final class NameSense {
  private static final Pattern WORD = Pattern.compile("\\p{Lu}[\\p{L}'’.-]*");
  private static final Pattern LETTERS = Pattern.compile("[^\\p{L}]+");
  private static final Set<String> PARTICLES = Set.of("de", "van", "der", "den", "von", "di", "la",
      "le", "du", "ter", "ten", "zu", "da", "dos", "el", "al", "bin", "ben", "y", "e");
  private static final Pattern COVER = Pattern.compile(
      "(?:curriculum vitae|curriculum|cv|resume|résumé|lebenslauf|życiorys|bewerbung|europass|page \\d+.*"
          + "|personal (?:details|information|data)|contact)\\W*",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /// Words that no name holds, by their keys.
  private static final Set<String> NO_NAMES = Tables.rows("not-names.txt")
      .stream()
      .flatMap(row -> row.entries().stream())
      .map(Tables::key)
      .collect(Collectors.toUnmodifiableSet());

  private static final Pattern LOCAL_PART = Pattern
      .compile("(?<![\\p{L}.+_-])([\\p{L}.+_-]{1,64}+)\\s?@");

  private final Set<String> smallWords;
  private final Predicate<String> isTitleWord;
  /// What the e-mail addresses of the CV are made of before their sign, by their keys.
  private final Set<String> localParts;

  /// @param text of the whole CV
  /// @param isTitleWord whether a word in small letters is part of some job title
  public NameSense(String text, Predicate<String> isTitleWord) {
    this.smallWords = smallWords(text);
    this.isTitleWord = isTitleWord;
    this.localParts = LOCAL_PART.matcher(text)
        .results()
        .flatMap(m -> List.of(m.group(1).split("[._+-]+")).stream())
        .map(Tables::key)
        .filter(part -> part.length() > 2)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Whether a word is part of an e-mail address in the CV and of no job title: it is a name, whatever
  /// job the words beside it name.
  public boolean isInMail(String words) {
    return List.of(LETTERS.split(words))
        .stream()
        .anyMatch(word -> !isTitleWord(word) && localParts.contains(Tables.key(word)));
  }

  /// Whether words are nothing but the heading over a CV.
  static boolean isCover(String words) {
    return COVER.matcher(words.strip()).matches();
  }

  static boolean isParticle(String word) {
    return PARTICLES.contains(word.toLowerCase(Locale.ROOT));
  }

  boolean isName(String words) {
    String[] parts = words.split("\\s+");
    if (parts.length < 2 || parts.length > 5 || isCover(words)) {
      return false;
    }
    int names = 0;
    int counted = 0;
    boolean isFirstCommon = false;
    for (String part : parts) {
      if (isParticle(part)) {
        continue;
      }
      if (!WORD.matcher(part).matches() || NO_NAMES.contains(Tables.key(part))) {
        return false;
      }
      boolean isCommon = isCommon(part);
      isFirstCommon |= counted == 0 && isCommon;
      counted++;
      names += isCommon ? 0 : 1;
    }
    // In capitals a title with a rare word looks the same, but its rare word seldom comes last.
    return names > 0 && (names * 2 > counted || (names * 2 == counted
        && !(isFirstCommon && words.chars().noneMatch(Character::isLowerCase))));
  }

  /// Whether every word is part of some job title.
  public boolean isAllTitleWords(String words) {
    return List.of(LETTERS.split(words))
        .stream()
        .filter(w -> !w.isEmpty())
        .allMatch(this::isTitleWord);
  }

  boolean isTitleWord(String word) {
    return isTitleWord.test(word.toLowerCase(Locale.ROOT));
  }

  /// Whether a word can be part of a name and has no other meaning in the CV.
  boolean isOnlyName(String word) {
    return WORD.matcher(word).matches() && word.length() > 1 && !isCommon(word)
        && !NO_NAMES.contains(Tables.key(word));
  }

  /// Whether a word is part of some job title, or stands in small letters somewhere in the CV.
  boolean isCommon(String word) {
    String small = word.toLowerCase(Locale.ROOT);
    return isTitleWord.test(small) || smallWords.contains(small);
  }

  /// The words of a text that hold no capital, where none of what joins names touches them.
  private static Set<String> smallWords(String text) {
    Set<String> words = new HashSet<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || !isNamePart(text.charAt(i))) {
        String word = text.substring(start, i);
        if (word.chars().noneMatch(Character::isUpperCase)) {
          words.add(word);
        }
        start = i + 1;
      }
    }
    return words;
  }

  /// Letters, and what joins names in addresses such as `anna.nowak@mail.example`.
  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || "._-@/".indexOf(c) >= 0;
  }
}
