package org.metier.training.section;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.metier.json.Json;
import org.metier.section.SectionKind;
import org.metier.section.SectionLabel;
import org.metier.training.TrainingDataException;

/// The lines of a CV, each with what it is.
///
/// @param group by which CVs are compared, such as the language
/// @param lines in order; none blank
public record LabelledCv(String group, List<LabelledLine> lines) {
  public LabelledCv {
    lines = List.copyOf(lines);
  }

  /// @param text without blanks at its ends, never blank
  public record LabelledLine(String text, SectionLabel label) {
    public LabelledLine {
      if (text.isBlank() || !text.equals(text.strip())) {
        throw new IllegalArgumentException(
            "a line must have no blanks at its ends, and not be blank");
      }
    }
  }

  /// A row of a file.
  private record Row(String document, String kind, boolean isHeading, String text) {}

  List<String> texts() {
    return lines.stream().map(LabelledLine::text).toList();
  }

  int[] labels() {
    return lines.stream().mapToInt(line -> line.label().number()).toArray();
  }

  /// Reads a JSON Lines file: in each line `document` (CVs in one file are told apart by it), `kind` (a
  /// [SectionKind] in small letters), `isHeading` and `text`, the lines of a CV in their order. Its name is
  /// the group.
  ///
  /// @throws TrainingDataException if a row is none; the message names file and line
  public static List<LabelledCv> read(Path file) throws IOException {
    String group = String.valueOf(file.getFileName());
    Map<String, List<LabelledLine>> cvs = new LinkedHashMap<>();
    try (BufferedReader in = Files.newBufferedReader(file)) {
      int number = 0;
      for (String json = in.readLine(); json != null; json = in.readLine()) {
        number++;
        if (!json.isBlank()) {
          Row row = row(file + ":" + number, json);
          SectionLabel label = new SectionLabel(kind(file + ":" + number, row.kind), row.isHeading);
          cvs.computeIfAbsent(row.document, d -> new ArrayList<>())
              .add(new LabelledLine(row.text.strip(), label));
        }
      }
    }
    return cvs.values().stream().map(lines -> new LabelledCv(group, lines)).toList();
  }

  private static Row row(String place, String json) {
    Row row;
    try {
      row = Json.read(json, Row.class);
    } catch (IllegalArgumentException e) {
      throw new TrainingDataException(place + " is no row: " + e.getMessage()
          + "; expected an object such as {\"document\":\"1\",\"kind\":\"skills\",\"isHeading\":false,"
          + "\"text\":\"…\"}", e);
    }
    if (row.text.isBlank()) {
      throw new TrainingDataException(
          place + ": \"text\" is blank; expected the words of a line of a CV");
    }
    return row;
  }

  private static SectionKind kind(String place, String name) {
    for (SectionKind kind : SectionKind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
        return kind;
      }
    }
    throw new TrainingDataException(place + ": \"kind\" is \"" + name
        + "\"; expected a kind of section in small letters, such as experience");
  }
}
