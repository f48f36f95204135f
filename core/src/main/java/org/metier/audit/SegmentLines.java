package org.metier.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Reads the lines of a segment one after the other. Not thread-safe. Memory: 1 MB and the longest line.
final class SegmentLines implements AutoCloseable {
  /// No line that was written here is longer.
  static final int MAX_LINE = 16 << 20;

  private final InputStream in;
  private byte[] buffer = new byte[1 << 20];
  private int from;
  private int to;
  private boolean isTorn;

  /// @param skip bytes to pass over first
  SegmentLines(Path file, long skip) throws IOException {
    in = Files.newInputStream(file);
    in.skipNBytes(skip);
  }

  /// The next line without its line feed.
  ///
  /// @return null at the end
  byte @Nullable [] next() throws IOException {
    int at = from;
    while (true) {
      for (; at < to; at++) {
        if (buffer[at] == '\n') {
          byte[] line = Arrays.copyOfRange(buffer, from, at);
          from = at + 1;
          return line;
        }
      }
      at -= from;
      if (!fill()) {
        break;
      }
      at += from;
    }
    if (to == from) {
      return null;
    }
    isTorn = true;
    byte[] rest = Arrays.copyOfRange(buffer, from, to);
    from = to;
    return rest;
  }

  /// Whether the line read last had no line feed.
  boolean isTorn() {
    return isTorn;
  }

  /// Moves what is left to the front and reads on.
  private boolean fill() throws IOException {
    System.arraycopy(buffer, from, buffer, 0, to - from);
    to -= from;
    from = 0;
    if (to == buffer.length) {
      if (buffer.length >= MAX_LINE) {
        return false;
      }
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
    int count = in.read(buffer, to, buffer.length - to);
    to += Math.max(0, count);
    return count > 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
