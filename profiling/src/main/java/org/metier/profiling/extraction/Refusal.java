package org.metier.profiling.extraction;

/// Why a file cannot be read, and what to do about it.
public enum Refusal {
  EMPTY("is empty (0 bytes); ask for it again"),
  TOO_LARGE("is larger than 10 MB, which no CV needs; ask for a version without pictures"),
  PASSWORD("is locked with a password; ask for a copy without one"),
  NO_TEXT(
      "has no text, only pictures or blank pages; ask for a text version, such as the DOCX or the"
          + " PDF saved from it"),
  DAMAGED("is damaged and cannot be read; ask for a new copy"),
  TOO_COMPLEX("took more memory than a CV may; ask for a simpler version, such as plain text"),
  TOO_SLOW("took longer to read than a CV may; ask for a simpler version, such as plain text"),
  OLD_WORD("is a Word file of the kind before 2007 (.doc); ask for DOCX or PDF"),
  UNSUPPORTED(
      "is none of PDF, DOCX, ODT, RTF, HTML, plain text, Europass (XML, JSON) and JSON Resume; ask for"
          + " one of these");

  private final String advice;

  Refusal(String advice) {
    this.advice = advice;
  }

  /// The predicate of a sentence whose subject is the file.
  public String advice() {
    return advice;
  }
}
