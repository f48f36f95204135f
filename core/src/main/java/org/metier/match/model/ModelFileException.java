package org.metier.match.model;

import java.nio.file.Path;

/// A model file, or the card beside it, cannot be read, written or used. The message names the file,
/// what was found and what to do.
public final class ModelFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ModelFileException(Path file, String problem, String remedy) {
    super(file + ": " + problem + "; " + remedy);
  }

  ModelFileException(Path file, String problem, String remedy, Throwable cause) {
    super(file + ": " + problem + "; " + remedy, cause);
  }
}
