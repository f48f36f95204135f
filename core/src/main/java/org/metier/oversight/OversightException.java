package org.metier.oversight;

/// Oversight forbids what was asked for, or its files cannot be used. The message says what to do, and holds no personal
/// data.
public final class OversightException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public OversightException(String message) {
    super(message);
  }

  public OversightException(String message, Throwable cause) {
    super(message, cause);
  }
}
