package org.metier.coding.learned;

import java.nio.file.Path;

/// The file of a learned occupation coder cannot be read, written or used. The message names the file,
/// what was found and what to do.
public final class OccupationModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OccupationModelException(Path file, String problem, String remedy) {
    super(file + ": " + problem + "; " + remedy);
  }

  OccupationModelException(Path file, String problem, String remedy, Throwable cause) {
    super(file + ": " + problem + "; " + remedy, cause);
  }
}
