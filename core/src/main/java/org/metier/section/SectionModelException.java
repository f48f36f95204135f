package org.metier.section;

import java.io.Serial;

/// A file that is no model of sections, or cannot be read or written; the message says what to do.
public final class SectionModelException extends RuntimeException {
  @Serial
  private static final long serialVersionUID = 1L;

  SectionModelException(String message) {
    super(message);
  }

  SectionModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
