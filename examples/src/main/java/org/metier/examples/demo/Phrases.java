package org.metier.examples.demo;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.metier.text.Language;

/// The sentences of one language's vacancies, from `phrases_xx.properties`.
final class Phrases {
  private final String file;
  private final Properties properties = new Properties();

  private Phrases(Language language) {
    file = "phrases_" + language.code() + ".properties";
    try {
      properties.load(new StringReader(Resources.text(file)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the sample data " + file, e);
    }
  }

  static Phrases of(Language language) {
    return new Phrases(language);
  }

  /// The value of a key.
  String text(String key) {
    String text = properties.getProperty(key);
    if (text == null) {
      throw new IllegalStateException(file + " lacks \"" + key + "\"");
    }
    return text;
  }

  /// The values of `key.1`, `key.2` and so on.
  List<String> variants(String key) {
    List<String> variants = new ArrayList<>();
    for (int i = 1; properties.containsKey(key + "." + i); i++) {
      variants.add(text(key + "." + i));
    }
    if (variants.isEmpty()) {
      throw new IllegalStateException(file + " lacks \"" + key + ".1\"");
    }
    return variants;
  }

  /// The parts of a key's value between bars.
  List<String> choices(String key) {
    return List.of(text(key).split("\\|"));
  }

  /// One variant of a sentence with its values filled in.
  String sentence(String key, Dice dice, Map<String, String> values) {
    return filled(dice.one(variants(key)), values);
  }

  /// @throws IllegalStateException if a value is missing
  String filled(String template, Map<String, String> values) {
    String text = template;
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("{" + value.getKey() + "}", value.getValue());
    }
    if (text.indexOf('{') >= 0) {
      throw new IllegalStateException(file + ": no value for \"" + text + "\"");
    }
    return text;
  }

  /// An amount of money as written in this language: without decimals when there are none.
  String amount(double amount) {
    long whole = (long) amount;
    StringBuilder digits = new StringBuilder(Long.toString(whole));
    for (int i = digits.length() - 3; i > 0; i -= 3) {
      digits.insert(i, text("thousands"));
    }
    long cents = StrictMath.round((amount - whole) * 100);
    return cents == 0
        ? digits.toString()
        : digits + text("decimal") + (cents < 10 ? "0" : "") + cents;
  }
}
