package org.metier.duplicate;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What was found when two advertisements were compared.
///
/// @param resemblance of the texts, 0 to 1 (see [Signature#resemblance])
/// @param containment of the shorter text in the longer, 0 to 1
/// @param titleSimilarity 0 to 1
/// @param fields how they stand in each field
public record Comparison(double resemblance, double containment, double titleSimilarity,
    Map<Field, Agreement> fields) {
  public Comparison {
    for (double share : List.of(resemblance, containment, titleSimilarity)) {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("a similarity must be 0 to 1, was " + share);
      }
    }
    Map<Field, Agreement> all = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      all.put(field, fields.getOrDefault(field, Agreement.UNKNOWN));
    }
    fields = Collections.unmodifiableMap(all);
  }

  Agreement in(Field field) {
    return fields.getOrDefault(field, Agreement.UNKNOWN);
  }

  boolean agrees(Field field) {
    return in(field) == Agreement.AGREES;
  }

  boolean differs(Field field) {
    return in(field) == Agreement.DIFFERS;
  }

  /// The fields that stand so, in their order.
  public List<Field> fieldsThat(Agreement agreement) {
    return fields.entrySet()
        .stream()
        .filter(entry -> entry.getValue() == agreement)
        .map(Map.Entry::getKey)
        .toList();
  }
}
