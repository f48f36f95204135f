package org.metier.ledger;

import org.metier.feed.ProblemCode;

/// Why a record ended as it did.
public enum EndReason {
  /// A key that the source had not delivered before.
  NEW_KEY,
  /// A key that the source had taken back, or let expire, before.
  CAME_BACK,
  /// Another content under a known key.
  OTHER_CONTENT,
  /// The same content under a known key.
  SAME_CONTENT,
  /// The same record once more in the same feed.
  REPEATED_RECORD,
  /// The key of another record of the same feed with other content: kept under a key of its own.
  SHARED_KEY,
  /// Stands for the same job as another record.
  SAME_JOB,
  /// The source's deadline has passed.
  PAST_DEADLINE,
  /// Not delivered again within the source's time to live.
  NOT_SEEN_AGAIN,
  /// The source says that it is gone.
  TOMBSTONE,
  /// Absent from a whole delivery of all of the source's vacancies.
  ABSENT,
  /// Bears a flag that its source's declaration quarantines.
  FLAGGED,
  /// A person released it from quarantine.
  RELEASED,
  /// A person erased this record and wants it not to come back.
  ERASED,
  /// No JSON object, no row of the header's width, no readable element.
  BAD_RECORD,
  TOO_LARGE,
  MISSING_KEY,
  BAD_KEY,
  MISSING_TITLE,
  /// Asks for applications without an open position.
  NO_POSITION;

  /// The reason of a rejection.
  ///
  /// @throws IllegalArgumentException for a problem that does not reject a record
  public static EndReason of(ProblemCode code) {
    return switch (code) {
      case BAD_RECORD -> BAD_RECORD;
      case TOO_LARGE -> TOO_LARGE;
      case MISSING_KEY -> MISSING_KEY;
      case BAD_KEY -> BAD_KEY;
      case MISSING_TITLE -> MISSING_TITLE;
      case NO_POSITION -> NO_POSITION;
      case BAD_DATE, DEADLINE_BEFORE_POSTING, BAD_PLACE, BAD_SALARY, IMPLAUSIBLE_SALARY, BAD_NUMBER, BAD_URL, UNKNOWN_VALUE, UNKNOWN_CODE, THIN ->
        throw new IllegalArgumentException(code + " leaves out a field, not the record");
    };
  }
}
