package org.metier.encoder;

import java.nio.file.Path;

/// An encoder's file cannot be read or written. The message names the file, what was found and what to do.
public final class EncoderException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EncoderException(Path file, String problem) {
    super(file + ": " + problem);
  }

  EncoderException(Path file, String problem, Throwable cause) {
    super(file + ": " + problem, cause);
  }
}
