package org.metier.potential;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The JSON of a specification, as it stands there, before it is checked.
///
/// @param purpose null or blank where nobody set it, which is refused
/// @param contradictions answers that cannot both be true; may be empty
record SpecificationFile(int formatVersion, String name, @Nullable String purpose,
    @Nullable String intendedUse, List<String> notFor, Population population,
    List<Contradiction> contradictions, Outcome outcome, List<Field> fields) {
  static final int FORMAT_VERSION = 1;

  SpecificationFile {
    notFor = List.copyOf(notFor);
    contradictions = List.copyOf(contradictions);
    fields = List.copyOf(fields);
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
      throw new IllegalArgumentException(
          "name must be up to 64 letters, digits, '.', '_' and '-', was " + name);
    }
  }
}
