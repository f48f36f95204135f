package org.metier.training.section;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.metier.section.SectionKind;
import org.metier.text.Language;

/// What our authored lines of CVs in one language are made of: values of slots, headings and patterns of lines.
/// Immutable.
///
/// @param slots values by the slot's name
/// @param headings by the kind that they head
/// @param lines patterns with slots in curly brackets
record SectionPatterns(Map<String, List<String>> slots, Map<SectionKind, List<String>> headings,
    Map<SectionKind, List<String>> lines) {

  /// The patterns that ship with training, with the headings that the profiler knows.
  static SectionPatterns of(Language language) {
    Map<String, List<String>> slots = new TreeMap<>();
    Map<SectionKind, List<String>> headings = new EnumMap<>(SectionKind.class);
    Map<SectionKind, List<String>> lines = new EnumMap<>(SectionKind.class);
    for (String line : lines(
        "/org/metier/section/headings-" + language.code() + ".txt")) {
      int colon = line.indexOf(':');
      add(headings, line.substring(0, colon), values(line.substring(colon + 1)));
    }
    for (String line : lines("/org/metier/training/section/" + language.code() + ".txt")) {
      String[] parts = line.split("[ :]+", 3);
      List<String> values = values(line.substring(line.indexOf(':') + 1));
      switch (parts[0]) {
        case "slot" -> slots.put(parts[1], values);
        case "heading" -> add(headings, parts[1], values);
        case "line" -> add(lines, parts[1], values);
        default -> throw new IllegalStateException("patterns in " + language.code()
            + " begin a line with " + parts[0] + "; expected slot, heading or line");
      }
    }
    return new SectionPatterns(slots, headings, lines);
  }

  private static List<String> lines(String resource) {
    try (InputStream in = SectionPatterns.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the class path lacks " + resource);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> values(String text) {
    return Arrays.stream(text.split(";")).map(String::strip).filter(v -> !v.isEmpty()).toList();
  }

  private static void add(Map<SectionKind, List<String>> to, String kind, List<String> values) {
    to.computeIfAbsent(SectionKind.valueOf(kind.toUpperCase(Locale.ROOT)), k -> new ArrayList<>())
        .addAll(values);
  }

  /// These patterns without every so manyth of each list, or with those alone: the two parts share no
  /// heading and no pattern.
  ///
  /// @param isIn whether that part is meant that holds the fold
  SectionPatterns part(int fold, int folds, boolean isIn) {
    return new SectionPatterns(slots, part(headings, fold, folds, isIn),
        part(lines, fold, folds, isIn));
  }

  private static Map<SectionKind, List<String>> part(Map<SectionKind, List<String>> all, int fold,
      int folds, boolean isIn) {
    Map<SectionKind, List<String>> part = new EnumMap<>(SectionKind.class);
    all.forEach((kind, values) -> {
      List<String> chosen = new ArrayList<>();
      for (int i = 0; i < values.size(); i++) {
        if ((i % folds == fold) == isIn) {
          chosen.add(values.get(i));
        }
      }
      part.put(kind, chosen);
    });
    return part;
  }

  List<String> headingsOf(SectionKind kind) {
    return headings.getOrDefault(kind, List.of());
  }

  List<String> linesOf(SectionKind kind) {
    return lines.getOrDefault(kind, List.of());
  }

  int count() {
    return lines.values().stream().mapToInt(List::size).sum()
        + headings.values().stream().mapToInt(List::size).sum();
  }
}
