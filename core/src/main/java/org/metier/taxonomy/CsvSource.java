package org.metier.taxonomy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.text.Language;

/// One CSV file, wherever it lies.
///
/// @param name what to call it in messages
/// @param language of its labels; null when neither its name nor its folder's tells one
/// @param isCovered false when its name tells a language that Metier does not cover
record CsvSource(String name, @Nullable Language language, boolean isCovered, Content content) {
  private static final Pattern SUFFIX = Pattern.compile("_([A-Za-z]{2})\\.csv$",
      Pattern.CASE_INSENSITIVE);

  /// Opens the file anew.
  @FunctionalInterface
  interface Content {
    InputStream open() throws IOException;
  }

  /// @param file the file's own name, such as `occupations_en.csv`
  /// @param folder the name of the folder it lies in, such as `en`, or `ESCO - fr - csv`
  /// @param assumed the language when neither tells one
  static CsvSource named(String name, String file, String folder, @Nullable Language assumed,
      Content content) {
    Matcher suffix = SUFFIX.matcher(file);
    if (suffix.find()) {
      Optional<Language> language = Language.of(suffix.group(1));
      return new CsvSource(name, language.orElse(null), language.isPresent(), content);
    }
    Language language = ofFolder(folder);
    return new CsvSource(name, language == null ? assumed : language, true, content);
  }

  /// The one language that a word of the folder's name tells.
  private static @Nullable Language ofFolder(String folder) {
    Language found = null;
    for (String word : folder.toLowerCase(Locale.ROOT).split("[^a-z]+")) {
      Language language = Language.of(word).orElse(null);
      if (language != null && found != null && language != found) {
        return null;
      }
      found = language == null ? found : language;
    }
    return found;
  }
}
