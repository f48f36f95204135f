package org.metier.qualification;

import java.util.Optional;

/// A broad field of education after ISCED-F 2013 (UNESCO Institute for Statistics 2014); the order is the
/// code.
public enum EducationField {
  /// Basic programmes, literacy, personal skills.
  GENERIC, EDUCATION, ARTS_AND_HUMANITIES, SOCIAL_SCIENCES, BUSINESS_AND_LAW, NATURAL_SCIENCES,
  /// Information and communication technologies.
  ICT, ENGINEERING_AND_CONSTRUCTION, AGRICULTURE, HEALTH_AND_WELFARE, SERVICES;

  /// The code of two digits, `00` to `10`.
  public String code() {
    return (ordinal() < 10 ? "0" : "") + ordinal();
  }

  /// The broad field of a broad, narrow or detailed code such as `07`, `071` or `0713`.
  ///
  /// @return empty for anything but two to four digits that begin with a broad field's code
  public static Optional<EducationField> ofCode(String code) {
    if (!code.matches("\\d{2,4}")) {
      return Optional.empty();
    }
    int broad = Integer.parseInt(code.substring(0, 2));
    return broad < values().length ? Optional.of(values()[broad]) : Optional.empty();
  }
}
