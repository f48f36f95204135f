package org.metier.benchmarks.skills;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One table of a report.
///
/// @param name such as "mentions"
/// @param about what was asked and what the columns mean
/// @param rows by system
record Section(String name, String about, Map<String, Map<String, Figure>> rows) {

  /// A figure, and where it would lie in 95 of 100 draws of other cases.
  ///
  /// @param low null where that was not asked
  /// @param high null where that was not asked
  record Figure(double value, @Nullable Double low, @Nullable Double high) {
    static Figure of(double value) {
      return new Figure(value, null, null);
    }
  }

  Section {
    rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
  }

  /// The names of the columns in their order; not every system has all of them.
  List<String> columns() {
    return rows.values().stream().flatMap(row -> row.keySet().stream()).distinct().toList();
  }

  /// A figure of one system.
  Optional<Figure> figure(String system, String column) {
    return Optional.ofNullable(rows.getOrDefault(system, Map.of()).get(column));
  }
}
