package org.metier.benchmarks.nameswap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.metier.text.Language;

/// Swaps pronouns and gendered words of a text for those of the other gender. Immutable.
final class Swaps {
  private static final Pattern WORD = Pattern.compile("\\p{L}+");

  private final Map<Language, Map<String, String>> others = new EnumMap<>(Language.class);

  Swaps() {
    try (InputStream in = Swaps.class.getResourceAsStream("swaps.txt")) {
      if (in == null) {
        throw new IllegalStateException("the class path lacks swaps.txt");
      }
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (!line.startsWith("#")) {
          add(Language.of(line.substring(0, 2)).orElseThrow(), line.substring(3));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(Language language, String pairs) {
    Map<String, String> words = others.computeIfAbsent(language, l -> new HashMap<>());
    for (String pair : pairs.strip().split("\\s*;\\s*")) {
      String[] forms = pair.split("/");
      words.put(forms[0], forms[1]);
      // "her" is the other of both "his" and "him"; the first pair decides.
      words.putIfAbsent(forms[1], forms[0]);
    }
  }

  /// A text with its gendered words swapped.
  ///
  /// @param count how many words were swapped
  record Swapped(String text, int count) {}

  Swapped swap(String text, Language language) {
    Map<String, String> words = others.getOrDefault(language, Map.of());
    int[] count = {0};
    String swapped = WORD.matcher(text).replaceAll(found -> {
      String word = found.group();
      String other = words.get(word.toLowerCase(Locale.ROOT));
      if (other == null || isAbbreviation(word)) {
        return word;
      }
      count[0]++;
      return cased(other, word);
    });
    return new Swapped(swapped, count[0]);
  }

  /// `HIM` is a department and `IL` a state.
  private static boolean isAbbreviation(String word) {
    return word.length() < 4 && word.length() > 1
        && word.chars().allMatch(Character::isUpperCase);
  }

  private static String cased(String other, String like) {
    if (like.chars().allMatch(Character::isUpperCase) && like.length() > 1) {
      return other.toUpperCase(Locale.ROOT);
    }
    return Character.isUpperCase(like.charAt(0))
        ? Character.toUpperCase(other.charAt(0)) + other.substring(1)
        : other;
  }
}
