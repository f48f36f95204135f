package org.metier.audit;

/// The audit log, its keys or its records cannot be used as asked. The message says what to do, and holds no
/// personal data.
public final class AuditException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public AuditException(String message) {
    super(message);
  }

  public AuditException(String message, @org.jspecify.annotations.Nullable Throwable cause) {
    super(message, cause);
  }
}
