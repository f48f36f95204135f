package org.metier.skill;

/// A model of skill spans cannot be used. The message names the file, what was found and what was expected.
public final class SpanModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SpanModelException(String message) {
    super(message);
  }

  public SpanModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
