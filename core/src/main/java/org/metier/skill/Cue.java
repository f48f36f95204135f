package org.metier.skill;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.metier.text.Language;
import org.metier.text.internal.GatedPattern;

/// The cues of `stance-cues.tsv`, where each is explained. Its patterns are read once, when first asked for.
enum Cue {
  TURN("turn"), FRESH("fresh"), NEGATED("negated"), NEGATED_AFTER("negatedAfter"), WISHED("wished"),
  WISH_OPENS("wishOpens"), WISH_CLOSES("wishCloses"), OTHERS("others"), NICE("nice"),
  REQUIRED("required"), ASKING_HEADING("askingHeading"), OTHER_HEADING("otherHeading"),
  EMPLOYER_HEADING("employerHeading"), BOILERPLATE("boilerplate");

  private static final String FILE = "stance-cues.tsv";
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private final String word;

  Cue(String word) {
    this.word = word;
  }

  private static final class Patterns {
    static final Map<Language, Map<Cue, GatedPattern>> ALL = read();
  }

  /// What finds this cue in texts of a language.
  GatedPattern in(Language language) {
    GatedPattern pattern = Patterns.ALL.getOrDefault(language, Map.of()).get(this);
    if (pattern == null) {
      throw new IllegalStateException(FILE + " has no cue " + word + " in " + language.code());
    }
    return pattern;
  }

  /// Whether a language knows this cue.
  boolean isIn(Language language) {
    return Patterns.ALL.getOrDefault(language, Map.of()).containsKey(this);
  }

  private static Map<Language, Map<Cue, GatedPattern>> read() {
    Map<String, Map<String, String>> alternatives = new HashMap<>();
    lines().lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
      String[] cells = line.split("\t");
      if (cells.length != 3) {
        throw new IllegalStateException(FILE + ": expected three cells in \"" + line + "\"");
      }
      alternatives.computeIfAbsent(cells[1], l -> new HashMap<>())
          .merge(cells[0], cells[2], (a, b) -> a + "|" + b);
    });
    Map<Language, Map<Cue, GatedPattern>> patterns = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      Map<String, String> own = alternatives.getOrDefault(language.code(), Map.of());
      Map<Cue, GatedPattern> compiled = new EnumMap<>(Cue.class);
      for (Cue cue : values()) {
        String regex = own.get(cue.word);
        if (regex != null) {
          compiled.put(cue, GatedPattern
              .compile((cue == FRESH ? "" : "(?<!\\p{L})") + "(?:" + regex + ")", FLAGS));
        }
      }
      patterns.put(language, compiled);
    }
    return patterns;
  }

  private static String lines() {
    try (InputStream in = Cue.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("metier-core was built without " + FILE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("metier-core.jar/" + FILE
          + " cannot be read; install Metier again", e);
    }
  }
}
