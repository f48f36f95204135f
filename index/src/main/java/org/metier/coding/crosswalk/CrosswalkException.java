package org.metier.coding.crosswalk;

/// A crosswalk file cannot be used. The message says where, what was found and what was expected.
public final class CrosswalkException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CrosswalkException(String message) {
    super(message);
  }

  CrosswalkException(String message, Throwable cause) {
    super(message, cause);
  }
}
