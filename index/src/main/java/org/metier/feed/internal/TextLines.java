package org.metier.feed.internal;

import java.io.BufferedReader;
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
  private long number;

  /// One line.
  ///
  /// @param isTooLong whether it was cut at the limit
  /// @param isEnded whether a line break followed; false for the last line of a file cut off
  public record Line(long number, String text, boolean isTooLong, boolean isEnded) {}

  public TextLines(InputStream bytes, Charset charset, int maxLength) {
    reader = new BufferedReader(new InputStreamReader(bytes, charset));
    this.maxLength = maxLength;
  }

  /// @return null after the last line
  public @Nullable Line next() throws IOException {
    StringBuilder text = new StringBuilder();
    boolean isTooLong = false;
    int c = reader.read();
    if (c < 0) {
      return null;
    }
    number++;
    while (c >= 0 && c != '\n') {
      if (text.length() < maxLength) {
        text.append((char) c);
      } else {
        isTooLong = true;
      }
      c = reader.read();
    }
    String line = text.toString();
    return new Line(number, number == 1 && line.startsWith("\ufeff") ? line.substring(1) : line,
        isTooLong, c == '\n');
  }
}
