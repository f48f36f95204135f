package org.metier.qualification;

import java.util.Locale;
import java.util.Optional;

/// A category of the EU driving licence (Directive 2006/126/EC).
public enum DrivingLicence {
  AM, A1, A2, A, B1, B, BE, C1, C1E, C, CE, D1, D1E, D, DE, T;

  /// The category of a name such as `B`, `b`, `C+E` or `C E`.
  public static Optional<DrivingLicence> of(String category) {
    String plain = category.replaceAll("[+\\s]", "").toUpperCase(Locale.ROOT);
    for (DrivingLicence licence : values()) {
      if (licence.name().equals(plain)) {
        return Optional.of(licence);
      }
    }
    return Optional.empty();
  }
}
