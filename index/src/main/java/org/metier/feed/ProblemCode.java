package org.metier.feed;

/// What is wrong with a record or one of its fields.
public enum ProblemCode {
  /// The record is no JSON object, no row of the header's width, or cannot be parsed.
  BAD_RECORD(true),
  /// The record has more bytes, or is nested deeper, than the limits allow.
  TOO_LARGE(true),
  /// No identifier: the record could not be told apart from others the next time.
  MISSING_KEY(true),
  /// The identifier is longer than 512 characters.
  BAD_KEY(true),
  MISSING_TITLE(true),
  /// Asks for applications without an open position.
  NO_POSITION(true),
  /// A date that is not of the declared formats, or lies outside 1990 to 2100.
  BAD_DATE(false),
  /// The deadline lies before the publication.
  DEADLINE_BEFORE_POSTING(false),
  /// Coordinates that are out of range, 0/0 or not numbers; or an unknown country.
  BAD_PLACE(false),
  /// Pay that cannot be understood.
  BAD_SALARY(false),
  /// Pay that nobody gets for that period, such as 45,000 euros a month.
  IMPLAUSIBLE_SALARY(false),
  BAD_NUMBER(false),
  /// An address that is not http or https.
  BAD_URL(false),
  /// A word or code that the format or mapping does not know.
  UNKNOWN_VALUE(false),
  /// An occupation code that neither the taxonomy nor a crosswalk knows: the title is looked at instead.
  UNKNOWN_CODE(false),
  /// Neither a description nor skills: too little to match on.
  THIN(false);

  private final boolean isRejection;

  ProblemCode(boolean isRejection) {
    this.isRejection = isRejection;
  }

  /// Whether the whole record is left out; otherwise only the field is, and the record is kept.
  public boolean isRejection() {
    return isRejection;
  }
}
