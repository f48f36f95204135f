package org.metier.text.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.tartarus.snowball.ext.DutchStemmer;

/// Puts one word at a time through Lucene token filters. Not thread-safe.
final class FilterStemmer implements UnaryOperator<String> {
  private final OneWord source;
  private final TokenStream filters;
  private final CharTermAttribute term;

  private FilterStemmer(UnaryOperator<TokenStream> chain) {
    source = new OneWord();
    filters = chain.apply(source);
    term = filters.getAttribute(CharTermAttribute.class);
  }

  static FilterStemmer english() {
    return new FilterStemmer(KStemFilter::new);
  }

  static FilterStemmer french() {
    return new FilterStemmer(FrenchLightStemFilter::new);
  }

  static FilterStemmer dutch() {
    return new FilterStemmer(words -> new SnowballFilter(words, new DutchStemmer()));
  }

  static FilterStemmer german() {
    return new FilterStemmer(
        words -> new GermanLightStemFilter(new GermanNormalizationFilter(words)));
  }

  @Override
  public String apply(String word) {
    source.set(word);
    try {
      filters.reset();
      String stem = filters.incrementToken() ? term.toString() : word;
      filters.end();
      return stem;
    } catch (IOException e) {
      throw new UncheckedIOException("a stemmer reads nothing from outside", e);
    }
  }

  private static final class OneWord extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private String word = "";
    private boolean isOver;

    void set(String next) {
      word = next;
      isOver = false;
    }

    @Override
    public boolean incrementToken() {
      if (isOver) {
        return false;
      }
      clearAttributes();
      term.setEmpty().append(word);
      isOver = true;
      return true;
    }
  }
}
