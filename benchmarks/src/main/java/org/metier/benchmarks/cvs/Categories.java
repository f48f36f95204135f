package org.metier.benchmarks.cvs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which ISCO-08 groups a category of CVs stands for; `categories.tsv` says by what rule. Immutable.
///
/// @param groups beginnings of ISCO codes by category
record Categories(Map<String, List<String>> groups) {
  private static final String STANDARD = "categories.tsv";

  Categories {
    groups = Map.copyOf(groups);
  }

  static Categories standard() throws IOException {
    try (InputStream in = Categories.class.getResourceAsStream(STANDARD)) {
      if (in == null) {
        throw new IllegalStateException("the class path lacks " + STANDARD);
      }
      return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), STANDARD);
    }
  }

  static Categories read(Path file) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file)) {
      return read(in, file.toString());
    }
  }

  private static Categories read(BufferedReader in, String name) throws IOException {
    Map<String, List<String>> groups = new TreeMap<>();
    int number = 0;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] cells = line.split("\t");
      if (cells.length != 2 || !cells[1].matches("\\d{1,4}( \\d{1,4})*")) {
        throw new IllegalArgumentException(("%s:%d: expected a category, a tab and beginnings of"
            + " ISCO codes, such as \"CHEF\\t3434 512\"").formatted(name, number));
      }
      groups.put(cells[0], List.of(cells[1].split(" ")));
    }
    return new Categories(groups);
  }

  /// Whether an occupation lies in a category.
  ///
  /// @param code ISCO code of the occupation, or one that begins with it; null when there is none
  boolean isIn(String category, @Nullable String code) {
    return code != null && groups.getOrDefault(category, List.of())
        .stream()
        .anyMatch(code::startsWith);
  }
}
