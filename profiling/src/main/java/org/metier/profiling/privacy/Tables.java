package org.metier.profiling.privacy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.metier.text.Language;

/// The word lists of this package: lines of `head: entry; entry`, in UTF-8, with `#` for remarks.
final class Tables {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]+");
  /// The order of the columns of tables with one column a language.
  private static final List<Language> COLUMNS = List.of(Language.EN, Language.FR, Language.NL,
      Language.PL, Language.DE);

  private Tables() {}

  /// A line of a list.
  record Row(String head, String rest) {
    List<String> entries() {
      return List.of(rest.split("\\s*;\\s*"));
    }
  }

  static List<Row> rows(String resource) {
    return lines(resource).stream().filter(line -> line.indexOf(':') > 0).map(line -> {
      int colon = line.indexOf(':');
      return new Row(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }).toList();
  }

  /// The lines of a resource but for remarks and blank ones.
  static List<String> lines(String resource) {
    List<String> found = new ArrayList<>();
    try (InputStream in = Tables.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the class path lacks " + resource);
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          found.add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  static Map<PersonalKind, Map<Language, String>> marks() {
    Map<PersonalKind, Map<Language, String>> marks = new EnumMap<>(PersonalKind.class);
    for (Row row : rows("marks.txt")) {
      Map<Language, String> words = new EnumMap<>(Language.class);
      for (int i = 0; i < COLUMNS.size(); i++) {
        words.put(COLUMNS.get(i), row.entries().get(i));
      }
      marks.put(PersonalKind.valueOf(row.head()), Map.copyOf(words));
    }
    return Map.copyOf(marks);
  }

  /// The letters of a phrase alone, in lower case and without accents.
  static String key(String phrase) {
    return NO_LETTER.matcher(folded(phrase)).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /// The same word without accents.
  static String folded(String word) {
    String plain = word.replace('ł', 'l').replace('Ł', 'L').replace("ß", "ss");
    return MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD)).replaceAll("");
  }
}
