package org.metier.feed;

import org.jspecify.annotations.Nullable;

/// An occupation code as a source states it, in whatever classification that source uses.
///
/// @param scheme the classification, in lower case: [#ESCO], [#ISCO_08], or the name that a crosswalk gives
///     it, such as `rome`, `kzis`, `ssyk`, `styrk08` or `kldb`
/// @param version of the classification; null when the source does not say
/// @param code never blank; codes are strings, with their leading zeros
public record StatedCode(String scheme, @Nullable String version, String code) {
  /// Concept URIs of ESCO, ISCO groups included.
  public static final String ESCO = "esco";
  /// ISCO-08 codes of 1 to 4 digits.
  public static final String ISCO_08 = "isco08";

  public StatedCode {
    if (!scheme.matches("[a-z0-9][a-z0-9.-]{0,39}")) {
      throw new IllegalArgumentException("a scheme must be a name such as rome, was " + scheme);
    }
    if (code.isBlank()) {
      throw new IllegalArgumentException("a code of " + scheme + " is blank");
    }
  }
}
