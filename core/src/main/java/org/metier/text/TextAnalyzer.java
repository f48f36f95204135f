package org.metier.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.metier.text.internal.Word;
import org.metier.text.internal.WordChain;
import org.metier.text.internal.WordScanner;

/// Cuts text into words and brings each to its normal form, one way per language, the same for
/// vacancies, CVs and labels.
///
/// A word's normal form is NFKC, lower case, without diacritics where they part no words, and stemmed;
/// in Polish it is the lemma. `C++`, `C#`, `.NET`, `node.js` and `R&D` are words; hyphens and slashes
/// part words; French elided articles are no words.
///
/// Thread-safe: build one and share it. It remembers the normal forms of the words it has seen, at most
/// 32,768 a language, so that a word costs its length once known.
public final class TextAnalyzer {
  private final List<WordChain> chains = Arrays.stream(Language.values())
      .map(WordChain::new)
      .toList();

  private TextAnalyzer() {}

  public static TextAnalyzer create() {
    return new TextAnalyzer();
  }

  /// The words of a text in order; nothing is left out but punctuation and French elided articles.
  public List<Token> analyze(Language language, String text) {
    WordChain chain = chains.get(language.ordinal());
    List<Token> tokens = new ArrayList<>();
    WordScanner words = new WordScanner(language, text);
    while (words.next()) {
      Word word = chain.word(text, words);
      tokens.add(new Token(word.term(), new Span(words.start(), words.end())));
    }
    return tokens;
  }

  /// The normal forms of a text's words in order, without stop words: for retrieval and for telling
  /// how many words two texts share.
  public List<String> terms(Language language, String text) {
    WordChain chain = chains.get(language.ordinal());
    List<String> terms = new ArrayList<>();
    WordScanner words = new WordScanner(language, text);
    while (words.next()) {
      Word word = chain.word(text, words);
      if (!word.isStop()) {
        terms.add(word.term());
      }
    }
    return terms;
  }

  /// The normal form of one word, given as [#analyze] would cut it.
  public String term(Language language, String word) {
    return chains.get(language.ordinal()).word(word).term();
  }

  /// Whether [#terms] would leave this word out.
  public boolean isStopWord(Language language, String word) {
    return chains.get(language.ordinal()).word(word).isStop();
  }
}
