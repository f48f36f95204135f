package org.metier.text.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.metier.text.Language;

/// The words that say too little to search for: Snowball's lists as Lucene ships them, and for Polish,
/// of which it ships none, a list of our own.
public final class StopWords {
  private StopWords() {}

  /// @param normalForm what to bring each word to
  public static Set<String> of(Language language, UnaryOperator<String> normalForm) {
    return switch (language) {
      case EN -> read(SnowballFilter.class, "english_stop.txt", normalForm);
      case FR -> read(SnowballFilter.class, "french_stop.txt", normalForm);
      case NL -> read(SnowballFilter.class, "dutch_stop.txt", normalForm);
      case PL -> read(StopWords.class, "polish_stop.txt", normalForm);
      case DE -> read(SnowballFilter.class, "german_stop.txt", normalForm);
    };
  }

  private static Set<String> read(Class<?> beside, String resource,
      UnaryOperator<String> normalForm) {
    try (
        InputStream bytes = Objects.requireNonNull(beside.getResourceAsStream(resource), resource);
        Reader lines = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
      Set<String> words = new HashSet<>();
      for (Object word : WordlistLoader.getSnowballWordSet(lines)) {
        words.add(normalForm.apply(new String((char[]) word)));
      }
      return Set.copyOf(words);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the stop words " + resource, e);
    }
  }
}
