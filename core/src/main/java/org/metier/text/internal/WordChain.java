package org.metier.text.internal;

import java.util.Set;
import org.metier.text.Language;

/// Brings the words of one language to their normal form: NFKC, lower case, folded diacritics, stem or
/// lemma. Thread-safe; remembers the words it has seen, at most 32,768.
///
/// A word with a digit or a sign in it (`ISO9001`, `C++`) is a name: it is folded, but never stemmed.
/// Polish letters stay as they are, because they part words (`sad`, `sąd`); German ones become what
/// Lucene's `GermanNormalizationFilter` makes of them.
public final class WordChain {
  private static final int MEMO_SIZE_LOG2 = 15;
  private static final int LONGEST_STEMMED = 64;

  /// Written like this they are names, though in lower case they are stop words somewhere.
  private static final Set<String> NAMES_LIKE_STOP_WORDS = Set.of("IT", "C", "D");

  private final Language language;
  private final Stems stems;
  private final Set<String> stopWords;
  private final WordMemo<Word> memo = new WordMemo<>(MEMO_SIZE_LOG2);

  public WordChain(Language language) {
    this.language = language;
    stems = new Stems(language);
    stopWords = StopWords.of(language, word -> fold(lowerCase(word)));
  }

  /// The word that a scanner of `text` stands at.
  public Word word(String text, WordScanner at) {
    Word known = memo.find(at);
    return known == null ? remember(text.substring(at.start(), at.wordEnd())) : known;
  }

  /// A word on its own, cut as [WordScanner] cuts it.
  public Word word(String surface) {
    Word known = memo.find(surface);
    return known == null ? remember(surface) : known;
  }

  private Word remember(String surface) {
    return memo.put(surface, read(surface));
  }

  private Word read(String surface) {
    String folded = fold(lowerCase(surface));
    String stem = isPlain(folded) && folded.length() <= LONGEST_STEMMED
        ? stems.stem(folded)
        : folded;
    boolean isStop = stopWords.contains(folded) && !NAMES_LIKE_STOP_WORDS.contains(surface);
    return new Word(stem.isEmpty() ? folded : stem, isStop);
  }

  private String lowerCase(String surface) {
    if (isLowerCase(surface)) {
      return surface;
    }
    String lower = Folding.lowerCase(surface);
    StringBuilder clean = new StringBuilder(lower.length());
    for (int at = 0; at < lower.length(); at++) {
      char c = lower.charAt(at);
      boolean betweenInitials = c == '.' && at > 0 && !Character.isDigit(lower.charAt(at - 1))
          && (at == 1 || lower.charAt(at - 2) == '.');
      if (c == '\u2019' || c == '\u02bc') {
        clean.append('\'');
      } else if (!Letters.isIgnorable(c) && !(betweenInitials && !lower.endsWith(".js"))) {
        clean.append(c);
      }
    }
    boolean possessive = language != Language.FR && clean.length() > 3
        && clean.charAt(clean.length() - 2) == '\'' && clean.charAt(clean.length() - 1) == 's';
    return possessive ? clean.substring(0, clean.length() - 2) : clean.toString();
  }

  private String fold(String lower) {
    return switch (language) {
      case EN, FR, NL -> Folding.fold(lower);
      case PL -> Folding.foldExcept(lower, "ąćęłńóśźż");
      case DE -> Folding.foldExcept(lower, "äöüß");
    };
  }

  /// The common case, in which nothing is to be done.
  private static boolean isLowerCase(String word) {
    for (int at = 0; at < word.length(); at++) {
      char c = word.charAt(at);
      if (c < 'a' || c > 'z') {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlain(String word) {
    for (int at = 0; at < word.length(); at++) {
      if (!Character.isLetter(word.charAt(at))) {
        return false;
      }
    }
    return true;
  }
}
