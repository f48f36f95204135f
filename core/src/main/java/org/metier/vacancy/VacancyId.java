package org.metier.vacancy;

import java.util.regex.Pattern;

/// The name of a vacancy: unique within its source, and stable from one feed to the next.
///
/// @param source identifier of the partner: lower-case letters, digits, `-`, `_` and `.`
/// @param key the partner's own identifier, never blank
public record VacancyId(String source, String key) implements Comparable<VacancyId> {
  private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

  public VacancyId {
    if (!SOURCE.matcher(source).matches()) {
      throw new IllegalArgumentException(
          "a source must be 1 to 64 lower-case letters, digits, '-', '_' or '.', was \"" + source
              + "\"");
    }
    if (key.isBlank() || key.length() > 512) {
      throw new IllegalArgumentException(
          "a key in source " + source + " must have 1 to 512 characters");
    }
  }

  /// Reads what [#toString] wrote: `source:key`.
  public static VacancyId parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("a vacancy id must be source:key, was \"" + text + "\"");
    }
    return new VacancyId(text.substring(0, colon), text.substring(colon + 1));
  }

  @Override
  public int compareTo(VacancyId other) {
    int bySource = source.compareTo(other.source);
    return bySource != 0 ? bySource : key.compareTo(other.key);
  }

  @Override
  public String toString() {
    return source + ":" + key;
  }
}
