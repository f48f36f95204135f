package org.metier.profiling.extraction;

import java.io.Writer;

/// Collects text up to [TextExtractor#MAX_CHARACTERS] and drops the rest.
final class LimitedText extends Writer {
  private final StringBuilder text = new StringBuilder();

  @Override
  public void write(char[] characters, int offset, int length) {
    int room = TextExtractor.MAX_CHARACTERS - text.length();
    text.append(characters, offset, Math.max(0, Math.min(length, room)));
  }

  boolean isFull() {
    return text.length() >= TextExtractor.MAX_CHARACTERS;
  }

  @Override
  public void flush() {
    // nothing is held back
  }

  @Override
  public void close() {
    // nothing to release
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
