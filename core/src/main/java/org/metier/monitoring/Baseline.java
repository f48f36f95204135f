package org.metier.monitoring;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.metier.json.Json;

/// How inputs and scores were spread when the model was made, to be compared with later. Immutable; as JSON by
/// [Json].
///
/// @param format [#FORMAT]
/// @param modelSha256 of the model that it belongs to
/// @param fields and the score, each once
public record Baseline(String format, String modelSha256, Instant madeAt,
    List<FieldProfile> fields) {
  /// Name and version of the JSON.
  public static final String FORMAT = "metier-baseline-1";

  public Baseline {
    if (!format.equals(FORMAT)) {
      throw new IllegalArgumentException("format must be " + FORMAT + ", was " + format);
    }
    fields = List.copyOf(fields);
    Set<String> names = new HashSet<>();
    for (FieldProfile field : fields) {
      if (!names.add(field.name())) {
        throw new IllegalArgumentException("field " + field.name() + " is there twice");
      }
    }
  }

  /// Reads what [Json#write] wrote.
  ///
  /// @throws IllegalArgumentException if the text is no baseline; the message names line and property
  public static Baseline read(String json) {
    return Json.read(json, Baseline.class);
  }

  /// @throws IllegalArgumentException if there is no such field
  public FieldProfile field(String name) {
    return fields.stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the baseline has no field " + name
            + "; it has " + fields.stream().map(FieldProfile::name).toList()));
  }
}
