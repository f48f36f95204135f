package org.metier.feed.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/// Lines of a text, none longer than a limit in memory.
public final class TextLines {
  private final Reader reader;
  private final int maxLength;
  private final char[] block = new char[8_192];
  private int at;
  private int length;
  private long number;

  /// One line.
  ///
  /// @param isTooLong whether it was cut at the limit
  /// @param isEnded whether a line break followed; false for the last line of a file cut off
  public record Line(long number, String text, boolean isTooLong, boolean isEnded) {}

  public TextLines(InputStream bytes, Charset charset, int maxLength) {
    reader = new InputStreamReader(bytes, charset);
    this.maxLength = maxLength;
  }

  /// @return null after the last line
  public @Nullable Line next() throws IOException {
    if (!hasMore()) {
      return null;
    }
    number++;
    StringBuilder text = new StringBuilder();
    boolean isTooLong = false;
    boolean isEnded = false;
    while (!isEnded && hasMore()) {
      int end = at;
      while (end < length && block[end] != '\n') {
        end++;
      }
      int room = Math.min(end - at, maxLength - text.length());
      text.append(block, at, room);
      isTooLong |= room < end - at;
      isEnded = end < length;
      at = isEnded ? end + 1 : end;
    }
    String line = text.toString();
    return new Line(number, number == 1 && line.startsWith("\ufeff") ? line.substring(1) : line,
        isTooLong, isEnded);
  }

  private boolean hasMore() throws IOException {
    while (at == length) {
      at = 0;
      length = Math.max(0, reader.read(block));
      if (length == 0) {
        return false;
      }
    }
    return true;
  }
}
