package org.metier.index.internal;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.util.BytesRef;
import org.metier.text.Language;
import org.metier.text.Span;
import org.metier.text.Token;
import org.metier.text.internal.Folding;
import org.metier.text.internal.WordMemo;
import org.metier.text.internal.WordScanner;

/// Words as they are written, but for case and diacritics: neither stemmed nor left out, and the same in
/// every language, so that one field serves all of them. French elided articles are no words.
///
/// Stateless.
public final class ExactWords {
  /// Cuts French words as well as those of the others.
  private static final Language CUT = Language.FR;

  private static final WordMemo<BytesRef> FOLDED = new WordMemo<>(15);

  private ExactWords() {}

  /// The words of a text in order, with where they stand.
  public static List<Token> of(String text) {
    List<Token> tokens = new ArrayList<>();
    WordScanner words = new WordScanner(CUT, text);
    while (words.next()) {
      tokens.add(new Token(Folding.plain(text.substring(words.start(), words.wordEnd())),
          new Span(words.start(), words.wordEnd())));
    }
    return tokens;
  }

  /// An analyzer that yields the terms of [#of]. Thread-safe.
  static Analyzer analyzer() {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        return new TokenStreamComponents(new Words());
      }
    };
  }

  private static final class Words extends Tokenizer {
    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final OffsetAttribute offsets = addAttribute(OffsetAttribute.class);
    private String text = "";
    private WordScanner words = new WordScanner(CUT, text);

    @Override
    public void reset() throws IOException {
      super.reset();
      StringWriter all = new StringWriter();
      input.transferTo(all);
      text = all.toString();
      words = new WordScanner(CUT, text);
    }

    @Override
    public boolean incrementToken() {
      clearAttributes();
      if (!words.next()) {
        return false;
      }
      BytesRef folded = FOLDED.find(words);
      if (folded == null) {
        String word = text.substring(words.start(), words.wordEnd());
        folded = FOLDED.put(word, new BytesRef(Folding.plain(word)));
      }
      term.setBytesRef(folded);
      offsets.setOffset(correctOffset(words.start()), correctOffset(words.wordEnd()));
      return true;
    }

    @Override
    public void end() throws IOException {
      super.end();
      offsets.setOffset(correctOffset(text.length()), correctOffset(text.length()));
    }
  }
}
