package org.metier.match;

import java.util.OptionalInt;
import org.metier.taxonomy.Taxonomy;
import org.metier.vacancy.OccupationCode;
import org.metier.vacancy.Vacancy;

/// How lists name occupations: by the first digits of an ISCO-08 code, or by the URI of one occupation.
final class OccupationReference {
  private OccupationReference() {}

  /// @throws IllegalArgumentException if it is neither
  static void require(String reference) {
    if (!reference.matches("\\d{1,4}|[^\\s\\d]\\S{2,511}")) {
      throw new IllegalArgumentException("an occupation must be an ISCO-08 code such as 2221 or 22,"
          + " or the URI of an occupation, was \"" + reference + "\"");
    }
  }

  /// Whether a vacancy's first occupation is meant.
  static boolean isMeant(String reference, Vacancy vacancy, Taxonomy taxonomy) {
    if (vacancy.occupations().isEmpty()) {
      return false;
    }
    OccupationCode first = vacancy.occupations().getFirst();
    return reference.equals(first.uri())
        || (Character.isDigit(reference.charAt(0)) && iscoCode(first, taxonomy).startsWith(reference));
  }

  /// The ISCO-08 code of a vacancy's first occupation; empty when it has none.
  static String iscoCode(Vacancy vacancy, Taxonomy taxonomy) {
    return vacancy.occupations().isEmpty()
        ? ""
        : iscoCode(vacancy.occupations().getFirst(), taxonomy);
  }

  private static String iscoCode(OccupationCode code, Taxonomy taxonomy) {
    OptionalInt concept = taxonomy.find(code.uri());
    return concept.isPresent() ? taxonomy.code(concept.getAsInt()) : "";
  }
}
