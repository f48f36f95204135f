package org.metier.match;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.List;
import java.util.Properties;
import org.metier.text.Language;

/// The sentences of one language, from `wording_xx.properties`: patterns of [MessageFormat], where an
/// apostrophe is always typographic. Immutable and thread-safe.
final class Phrases {
  private static final int MAX_LISTED = 5;

  private final Language language;
  private final Properties patterns;

  private Phrases(Language language, Properties patterns) {
    this.language = language;
    this.patterns = patterns;
  }

  static Phrases in(Language language) {
    String name = "wording_" + language.code() + ".properties";
    Properties patterns = new Properties();
    try (InputStream in = Phrases.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("metier-core was built without " + name);
      }
      patterns.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
    return new Phrases(language, patterns);
  }

  Properties patterns() {
    Properties copy = new Properties();
    copy.putAll(patterns);
    return copy;
  }

  String of(String key, Object... arguments) {
    String pattern = patterns.getProperty(key);
    if (pattern == null) {
      throw new IllegalStateException("no wording for " + key + " in " + language.code());
    }
    return new MessageFormat(pattern, language.locale()).format(arguments);
  }

  /// A number with its unit in the grammatical number that the language asks for.
  ///
  /// @param unit such as `month`
  String amount(String unit, int number) {
    return of("unit." + unit + "." + plural(number), number(number));
  }

  /// Plural categories for whole numbers, after CLDR; those that one of our languages does not part are
  /// `many`.
  private String plural(int number) {
    int tens = number % 100;
    boolean isOne = switch (language) {
      case EN, NL, DE, PL -> number == 1;
      case FR -> number <= 1;
    };
    boolean isFew = language == Language.PL && number % 10 >= 2 && number % 10 <= 4
        && (tens < 12 || tens > 14);
    return isOne ? "one" : isFew ? "few" : "many";
  }

  /// `7 months`, `2 years`, `2 years 1 month`.
  String duration(int months) {
    if (months < 12) {
      return amount("month", months);
    }
    String years = amount("year", months / 12);
    return months % 12 == 0 ? years : years + " " + amount("month", months % 12);
  }

  /// At most two decimals, none where they are 0.
  String number(double number) {
    NumberFormat format = NumberFormat.getNumberInstance(language.locale());
    format.setMaximumFractionDigits(2);
    return format.format(number);
  }

  /// The first few, and how many are left out.
  String list(List<String> items) {
    String shown = String.join("; ", items.subList(0, Math.min(MAX_LISTED, items.size())));
    return items.size() <= MAX_LISTED
        ? shown
        : of("list.more", shown, number(items.size() - MAX_LISTED));
  }
}
