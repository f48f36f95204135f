package org.metier.text.internal;

import java.io.IOException;
import java.io.StringWriter;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.metier.text.Language;

/// Lucene's view of the analysis, for text fields of an index.
public final class LuceneAnalyzers {
  private LuceneAnalyzers() {}

  /// An analyzer that yields exactly the terms of `TextAnalyzer.terms`. A dropped stop word leaves a gap
  /// in the positions, so that phrases do not close over it.
  ///
  /// Thread-safe, like every analyzer; make one per language and keep it. It holds a text in memory
  /// while it reads it.
  public static Analyzer forLanguage(Language language) {
    WordChain chain = new WordChain(language);
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        return new TokenStreamComponents(new Words(language, chain));
      }
    };
  }

  private static final class Words extends Tokenizer {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offsets = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final Language language;
    private final WordChain chain;
    private String text = "";
    private WordScanner words;

    Words(Language language, WordChain chain) {
      this.language = language;
      this.chain = chain;
      words = new WordScanner(language, text);
    }

    @Override
    public void reset() throws IOException {
      super.reset();
      StringWriter all = new StringWriter();
      input.transferTo(all);
      text = all.toString();
      words = new WordScanner(language, text);
    }

    @Override
    public boolean incrementToken() {
      clearAttributes();
      int positions = 1;
      while (words.next()) {
        Word word = chain.word(text, words);
        if (word.isStop()) {
          positions++;
        } else {
          term.append(word.term());
          offsets.setOffset(correctOffset(words.start()), correctOffset(words.end()));
          step.setPositionIncrement(positions);
          return true;
        }
      }
      return false;
    }

    @Override
    public void end() throws IOException {
      super.end();
      offsets.setOffset(correctOffset(text.length()), correctOffset(text.length()));
    }
  }
}
