package org.metier.examples.portal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.metier.text.Language;

/// The portal's own words in one language of the reader, from `labels_xx.properties`: patterns of
/// [MessageFormat], where an apostrophe is always typographic. Immutable and thread-safe.
final class Labels {
  private final Language language;
  private final Properties patterns;

  private Labels(Language language, Properties patterns) {
    this.language = language;
    this.patterns = patterns;
  }

  /// The labels of every language.
  static Map<Language, Labels> all() {
    Map<Language, Labels> all = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      all.put(language, in(language));
    }
    return Collections.unmodifiableMap(all);
  }

  static Labels in(Language language) {
    String name = "labels_" + language.code() + ".properties";
    Properties patterns = new Properties();
    try (InputStream in = Labels.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("metier-examples was built without " + name);
      }
      patterns.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
    return new Labels(language, patterns);
  }

  Language language() {
    return language;
  }

  Set<String> keys() {
    return patterns.stringPropertyNames();
  }

  String of(String key, Object... arguments) {
    String pattern = patterns.getProperty(key);
    if (pattern == null) {
      throw new IllegalStateException("no label for " + key + " in " + language.code());
    }
    return new MessageFormat(pattern, language.locale()).format(arguments);
  }

  /// What a language is called in this one.
  ///
  /// @param code ISO 639-1
  String language(String code) {
    return Locale.of(code).getDisplayLanguage(language.locale());
  }
}
