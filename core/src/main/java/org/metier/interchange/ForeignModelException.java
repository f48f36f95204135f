package org.metier.interchange;

import java.nio.file.Path;

/// A model of another program cannot be read, or says what a [org.metier.rank.Forest] cannot. The message
/// names the file, what was found and what to do.
public final class ForeignModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ForeignModelException(Path file, String problem, String remedy) {
    super(file + ": " + problem + "; " + remedy);
  }

  ForeignModelException(Path file, String problem, String remedy, Throwable cause) {
    super(file + ": " + problem + "; " + remedy, cause);
  }
}
