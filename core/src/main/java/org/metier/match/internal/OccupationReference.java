package org.metier.match.internal;

import org.metier.taxonomy.Taxonomy;

/// How lists name occupations: by the first digits of an ISCO-08 code, or by the URI of one occupation.
public final class OccupationReference {
  private OccupationReference() {}

  /// @throws IllegalArgumentException if it is neither
  public static void require(String reference) {
    if (!reference.matches("\\d{1,4}|[^\\s\\d]\\S{2,511}")) {
      throw new IllegalArgumentException("an occupation must be an ISCO-08 code such as 2221 or 22,"
          + " or the URI of an occupation, was \"" + reference + "\"");
    }
  }

  /// Whether the first occupation of a vacancy that the taxonomy knows is meant.
  public static boolean isMeant(String reference, VacancyRow row, Taxonomy taxonomy) {
    if (row.codeCount() == 0) {
      return false;
    }
    return Character.isDigit(reference.charAt(0))
        ? taxonomy.code(row.code(0)).startsWith(reference)
        : taxonomy.uri(row.code(0)).equals(reference);
  }
}
