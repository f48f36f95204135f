package org.metier.profiling.sections;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Word lists that ship with profiling: lines of `kind: phrase; phrase`, compared by [#key].
final class Words {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]+");

  private Words() {}

  /// The letters of a phrase alone, in lower case and without accents, so that `WORK  EXPERIENCE:`,
  /// `Work Experience` and `W o r k E x p e r i e n c e` are one.
  static String key(String phrase) {
    String plain = phrase.replace('ł', 'l').replace('Ł', 'L').replace("ß", "ss");
    String folded = MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD)).replaceAll("");
    return NO_LETTER.matcher(folded).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /// The kinds of a list by the keys of their phrases; the first line that names a phrase wins.
  static Map<String, String> kindsByKey(String resource) {
    Map<String, String> kinds = new LinkedHashMap<>();
    try (InputStream in = Words.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the class path lacks " + resource);
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int colon = line.indexOf(':');
        if (colon > 0 && !line.startsWith("#")) {
          for (String phrase : line.substring(colon + 1).split(";")) {
            kinds.putIfAbsent(key(phrase), line.substring(0, colon).strip());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(kinds);
  }
}
