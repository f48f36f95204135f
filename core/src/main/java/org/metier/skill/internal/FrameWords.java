package org.metier.skill.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.metier.text.Language;

/// Words that frame a skill ("experience", "knowledge", "with") and their English counterparts, from
/// `frame-words.tsv`. Stateless.
final class FrameWords {
  private static final String FILE = "frame-words.tsv";

  private FrameWords() {}

  /// Words of a language to the English word; of two English words for one, the first of the file.
  static Map<String, String> of(Language language) {
    List<String> lines = lines();
    int column = Arrays.asList(lines.getFirst().split("\t")).indexOf(language.code());
    Map<String, String> english = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t");
      for (String word : cells[column].split(" ")) {
        english.putIfAbsent(word, cells[0]);
      }
    }
    return english;
  }

  private static List<String> lines() {
    try (InputStream in = FrameWords.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("metier-core was built without " + FILE);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<String> lines = new ArrayList<>(text.lines().toList());
      lines.removeIf(line -> line.isBlank() || line.startsWith("#"));
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException("metier-core.jar/" + FILE
          + " cannot be read; install Metier again", e);
    }
  }
}
