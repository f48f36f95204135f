package org.metier.training;

/// A file of judgments, vacancies or profiles cannot be trained on. The message names file and line, and
/// what was expected there.
public final class TrainingDataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TrainingDataException(String message) {
    super(message);
  }

  public TrainingDataException(String message, Throwable cause) {
    super(message, cause);
  }
}
