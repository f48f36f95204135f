package org.metier.link;

/// A model of the occupation linker cannot be read or used. The message names the file, what was found and
/// what to do.
public final class LinkModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LinkModelException(String message) {
    super(message);
  }

  LinkModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
