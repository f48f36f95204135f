package org.metier.profiling;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.qualification.EducationField;

/// Tells the broad field of a course (ISCED-F 2013) from its name, in five languages at once: the longest
/// phrase of `education-fields.txt` that the name holds decides. Immutable.
final class EducationFields {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}]+");
  private static final String FILE = "education-fields.txt";

  /// Beginnings of words, each after a blank, by field.
  private final Map<String, EducationField> phrases;

  private EducationFields(Map<String, EducationField> phrases) {
    this.phrases = Map.copyOf(phrases);
  }

  static EducationFields load() {
    Map<String, EducationField> phrases = new HashMap<>();
    try (InputStream in = EducationFields.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the class path lacks " + FILE);
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int colon = line.indexOf(':');
        if (colon > 0 && !line.startsWith("#")) {
          EducationField field = EducationField.valueOf(line.substring(0, colon));
          for (String phrase : line.substring(colon + 1).split(";")) {
            phrases.putIfAbsent(key(phrase), field);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new EducationFields(phrases);
  }

  /// @param title of the course
  /// @param line that it stands on, which is asked where the title names no field
  /// @return null when neither names a field
  @Nullable
  EducationField of(String title, String line) {
    EducationField field = of(title);
    return field == null ? of(line) : field;
  }

  private @Nullable EducationField of(String words) {
    String key = key(words) + " ";
    String longest = "";
    for (String phrase : phrases.keySet()) {
      boolean isBetter = phrase.length() > longest.length()
          || (phrase.length() == longest.length() && phrase.compareTo(longest) < 0);
      if (isBetter && key.contains(phrase)) {
        longest = phrase;
      }
    }
    return phrases.get(longest);
  }

  /// Words in small letters without accents, each after a blank. A phrase that ends in `$` ends a word.
  private static String key(String words) {
    String plain = words.replace('ł', 'l').replace('Ł', 'L').replace("ß", "ss");
    String folded = MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
    String key = " " + NO_WORD.matcher(folded).replaceAll(" ").strip();
    return words.strip().endsWith("$") ? key + " " : key;
  }
}
