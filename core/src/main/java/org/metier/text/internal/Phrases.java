package org.metier.text.internal;

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

/// The sentences of one language, from a file such as `wording_xx.properties`: patterns of [MessageFormat],
/// where an apostrophe is always typographic. Immutable and thread-safe.
public final class Phrases {
  private static final int MAX_LISTED = 5;

  private final Language language;
  private final Properties patterns;

  private Phrases(Language language, Properties patterns) {
    this.language = language;
    this.patterns = patterns;
  }

  /// Reads a file of sentences.
  ///
  /// @param owner whose package the file lies in
  /// @param prefix of the file's name, before `_xx.properties`
  public static Phrases of(Class<?> owner, String prefix, Language language) {
    String name = prefix + "_" + language.code() + ".properties";
    Properties patterns = new Properties();
    try (InputStream in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(
            name + " is missing beside " + owner.getName() + ": the build left it out");
      }
      patterns.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
    return new Phrases(language, patterns);
  }

  /// These sentences, and for keys that they lack those of another file in the same language.
  public Phrases over(Phrases others) {
    Properties all = others.patterns();
    all.putAll(patterns);
    return new Phrases(language, all);
  }

  /// By key, for tests of the files.
  public Properties patterns() {
    Properties copy = new Properties();
    copy.putAll(patterns);
    return copy;
  }

  /// A sentence.
  public String of(String key, Object... arguments) {
    String pattern = patterns.getProperty(key);
    if (pattern == null) {
      throw new IllegalStateException("no wording for " + key + " in " + language.code());
    }
    return new MessageFormat(pattern, language.locale()).format(arguments);
  }

  /// A number with its unit in the grammatical number that the language asks for.
  ///
  /// @param unit such as `month`
  public String amount(String unit, int number) {
    return counted("unit." + unit, number);
  }

  /// A sentence about a number of things, in the grammatical number that the language asks for.
  ///
  /// @param key of its forms, which end in `.one`, `.few` and `.many`; the number is their first argument
  public String counted(String key, int number) {
    return of(key + "." + plural(number), number(number));
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
  public String duration(int months) {
    if (months < 12) {
      return amount("month", months);
    }
    String years = amount("year", months / 12);
    return months % 12 == 0 ? years : years + " " + amount("month", months % 12);
  }

  /// At most two decimals, none where they are 0.
  public String number(double number) {
    NumberFormat format = NumberFormat.getNumberInstance(language.locale());
    format.setMaximumFractionDigits(2);
    return format.format(number);
  }

  /// Always as many decimals.
  public String decimal(double number, int decimals) {
    NumberFormat format = NumberFormat.getNumberInstance(language.locale());
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(number);
  }

  /// The first few, and how many are left out.
  public String list(List<String> items) {
    String between = language == Language.FR ? "\u202f; " : "; ";
    String shown = String.join(between, items.subList(0, Math.min(MAX_LISTED, items.size())));
    return items.size() <= MAX_LISTED
        ? shown
        : of("list.more", shown, number(items.size() - MAX_LISTED));
  }
}
