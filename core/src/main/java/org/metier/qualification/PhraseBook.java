package org.metier.qualification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.metier.text.Language;
import org.metier.text.internal.Folding;
import org.metier.text.internal.WordScanner;

/// Phrases of one language and what they mean. Safe for any number of threads once filled.
///
/// A word of a phrase that ends in `*` stands for all words that begin so; one with a capital counts
/// only as it is written; all others in any case, with or without diacritics.
final class PhraseBook<T> {
  private static final int KEY_LENGTH = 3;

  private final Language language;
  private final Map<String, List<Phrase<T>>> byFirstWord = new HashMap<>();
  private final Map<String, List<Phrase<T>>> byFirstLetters = new HashMap<>();

  PhraseBook(Language language) {
    this.language = language;
  }

  /// A phrase in a text, from its first to its last word.
  record Found<T>(T value, int first, int last) {}

  private record Phrase<T>(List<Pattern> words, T value) {}

  private record Pattern(String word, boolean isPrefix, boolean isExact) {
    boolean matches(Words text, int at) {
      if (isExact) {
        return text.written(at).equals(word);
      }
      return isPrefix ? text.folded(at).startsWith(word) : text.folded(at).equals(word);
    }
  }

  /// @throws IllegalArgumentException if a phrase is too vague: its first word is less than three
  ///         letters of a beginning
  void add(String phrase, T value) {
    List<Pattern> words = new ArrayList<>();
    WordScanner scanner = new WordScanner(language, phrase);
    while (scanner.next()) {
      String word = phrase.substring(scanner.start(), scanner.wordEnd());
      String folded = Folding.plain(word);
      boolean isPrefix = phrase.startsWith("*", scanner.wordEnd());
      boolean isExact = word.chars().anyMatch(Character::isUpperCase);
      words.add(new Pattern(isExact ? word : folded, isPrefix, isExact));
    }
    if (words.isEmpty()
        || (words.getFirst().isPrefix && words.getFirst().word.length() < KEY_LENGTH)) {
      throw new IllegalArgumentException("the phrase \"" + phrase + "\" of " + language
          + " must begin with a word, or with three letters and a *, such as flie*");
    }
    Pattern first = words.getFirst();
    Map<String, List<Phrase<T>>> index = first.isPrefix ? byFirstLetters : byFirstWord;
    String folded = Folding.plain(first.word);
    List<Phrase<T>> sameKey = index.computeIfAbsent(
        first.isPrefix ? folded.substring(0, KEY_LENGTH) : folded,
        k -> new ArrayList<>());
    sameKey.add(new Phrase<>(words, value));
    sameKey.sort(Comparator.comparingInt((Phrase<T> p) -> p.words.size()).reversed());
  }

  /// The longest phrase that begins at a word; of equally long ones that without a `*`.
  @Nullable
  Found<T> at(Words text, int at) {
    String word = text.folded(at);
    Found<T> whole = longest(byFirstWord.get(word), text, at);
    Found<T> prefix = word.length() < KEY_LENGTH
        ? null
        : longest(byFirstLetters.get(word.substring(0, KEY_LENGTH)), text, at);
    return whole == null || (prefix != null && prefix.last > whole.last) ? prefix : whole;
  }

  /// All phrases in a text, in order: the longest at each place, none overlapping the one before.
  List<Found<T>> in(Words text) {
    List<Found<T>> all = new ArrayList<>();
    for (int at = 0; at < text.size(); at++) {
      Found<T> found = at(text, at);
      if (found != null) {
        all.add(found);
        at = found.last;
      }
    }
    return all;
  }

  private @Nullable Found<T> longest(@Nullable List<Phrase<T>> phrases, Words text, int at) {
    if (phrases == null) {
      return null;
    }
    for (Phrase<T> phrase : phrases) {
      if (matches(phrase, text, at)) {
        return new Found<>(phrase.value, at, at + phrase.words.size() - 1);
      }
    }
    return null;
  }

  private boolean matches(Phrase<T> phrase, Words text, int at) {
    if (at + phrase.words.size() > text.size()) {
      return false;
    }
    for (int w = 0; w < phrase.words.size(); w++) {
      boolean parted = w > 0 && text.gapBefore(at + w) > Words.NOTHING;
      if (parted || !phrase.words.get(w).matches(text, at + w)) {
        return false;
      }
    }
    return true;
  }
}
