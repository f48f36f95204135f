package org.metier.profiling.structured;

/// A structured CV breaks the rules of its format. The message says where and what to do, without the
/// CV's words.
public final class UnreadableCvException extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableCvException(String message) {
    super(message);
  }
}
