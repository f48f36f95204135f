package org.metier.profiling;

/// A CV cannot be read. The message says why and what to do, and holds nothing of the CV.
public final class ProfilingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ProfilingException(String message) {
    super(message);
  }

  public ProfilingException(String message, Throwable cause) {
    super(message, cause);
  }
}
