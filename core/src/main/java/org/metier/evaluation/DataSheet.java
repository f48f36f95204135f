package org.metier.evaluation;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The data that a model was made of (Gebru et al., "Datasheets for Datasets", CACM 64, 2021).
///
/// @param sha256 input file name to its hash
/// @param from first day that a case began; null when not known
/// @param until last day that a case began; null when not known
/// @param rows in the files
/// @param used of them
/// @param known of the used, those whose outcome is known
/// @param exclusions rows that were not used, by reason
/// @param fields that the files have
public record DataSheet(Map<String, String> sha256, @Nullable LocalDate from,
    @Nullable LocalDate until, long rows, long used, long known, Map<String, Long> exclusions,
    List<Field> fields) {

  /// @param type such as `number`
  /// @param unit empty for none
  /// @param source where it comes from; empty when not known
  /// @param legalBasis why it may be processed; empty when not stated
  /// @param retention how long it is kept; empty when not stated
  /// @param use such as `feature`, `protected` or `outcome`
  /// @param unknown of the used rows, those without a value
  public record Field(String name, String type, String unit, String source, String legalBasis,
      String retention, String use, long unknown) {
    public Field {
      if (unknown < 0) {
        throw new IllegalArgumentException(name + ": unknown must be at least 0, was " + unknown);
      }
    }
  }

  public DataSheet {
    sha256 = Collections.unmodifiableMap(new TreeMap<>(sha256));
    exclusions = Collections.unmodifiableMap(new TreeMap<>(exclusions));
    fields = List.copyOf(fields);
    if (known < 0 || known > used || used > rows) {
      throw new IllegalArgumentException("known, used and rows must ascend from 0, were " + known
          + ", " + used + " and " + rows);
    }
    long excluded = exclusions.values().stream().mapToLong(Long::longValue).sum();
    if (rows != used + excluded) {
      throw new IllegalArgumentException(rows + " rows are not the sum of " + used + " used and "
          + excluded + " excluded");
    }
  }
}
