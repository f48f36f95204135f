package org.metier.feed.internal.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Reads bytes as UTF-8 wherever they are UTF-8, and as a one-byte charset wherever they are not: that is
/// right for a feed that declares one of the two and sends the other, and for one pasted together from
/// both. What is UTF-8 by chance, such as `Ã©` in windows-1252, is hardly ever meant.
///
/// Linear time, one buffer of 64 KB. Not thread-safe.
final class SniffingReader extends Reader {
  private static final int BUFFER = 1 << 16;

  /// Letters of Polish in windows-1250 that are signs in windows-1252: ł, ą, ż, ś, ź and their capitals.
  private static final int[] ONLY_1250 = {0xb3, 0xb9, 0xbf, 0x9f, 0xa3, 0xa5, 0xaf, 0x8f};

  private final InputStream bytes;
  private final byte[] buffer = new byte[BUFFER];
  private @Nullable String oneByte;
  private int at;
  private int end;
  private boolean isEnded;
  /// The second half of a supplementary character that no longer fitted; 0 when there is none.
  private char low;

  /// @param declared the one-byte charset that the feed names; null when it names none, and then
  ///     windows-1250 or windows-1252 is told by the letters around the first byte that is no UTF-8
  SniffingReader(InputStream bytes, @Nullable Charset declared) {
    this.bytes = bytes;
    // Browsers read ISO-8859-1 as windows-1252, so senders never notice that they send that.
    oneByte = declared == null
        ? null
        : table(declared.name().equals("ISO-8859-1") ? Charset.forName("windows-1252") : declared);
  }

  private static String table(Charset charset) {
    StringBuilder table = new StringBuilder(256);
    for (int i = 0; i < 256; i++) {
      table.append(new String(new byte[]{(byte) i}, charset).charAt(0));
    }
    return table.toString();
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    int out = offset;
    int to = offset + length;
    if (low != 0 && length > 0) {
      target[out++] = low;
      low = 0;
    }
    while (out < to) {
      if (end - at < 4 && !isEnded) {
        refill(4);
      }
      if (at == end) {
        return out == offset ? -1 : out - offset;
      }
      byte b = buffer[at];
      if (b >= 0) {
        target[out++] = (char) b;
        at++;
      } else {
        out = beyondAscii(target, out, to);
      }
      if (at == end && !isEnded && out > offset) {
        return out - offset; // what is there goes first, so that a slow sender holds nothing back
      }
    }
    return out - offset;
  }

  private int beyondAscii(char[] target, int out, int to) throws IOException {
    int length = sequence();
    if (length == 0) {
      target[out] = oneByte().charAt(buffer[at] & 0xff);
      at++;
      return out + 1;
    }
    int c = length == 2
        ? buffer[at] & 0x1f
        : length == 3 ? buffer[at] & 0x0f : buffer[at] & 0x07;
    for (int i = 1; i < length; i++) {
      c = (c << 6) | (buffer[at + i] & 0x3f);
    }
    at += length;
    if (c < 0x10000) {
      target[out] = (char) c;
      return out + 1;
    }
    target[out] = Character.highSurrogate(c);
    if (out + 1 == to) {
      low = Character.lowSurrogate(c);
      return out + 1;
    }
    target[out + 1] = Character.lowSurrogate(c);
    return out + 2;
  }

  /// How many bytes the UTF-8 sequence here has, after table 3-7 of the Unicode Standard; 0 when it is none.
  private int sequence() {
    int first = buffer[at] & 0xff;
    int length = first >= 0xc2 && first <= 0xdf
        ? 2
        : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0;
    if (length == 0 || end - at < length) {
      return 0;
    }
    int second = buffer[at + 1] & 0xff;
    int least = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    int most = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    if (second < least || second > most) {
      return 0;
    }
    for (int i = 2; i < length; i++) {
      if ((buffer[at + i] & 0xc0) != 0x80) {
        return 0;
      }
    }
    return length;
  }

  private String oneByte() throws IOException {
    String table = oneByte;
    if (table == null) {
      refill(BUFFER); // all that fits, so that the answer does not depend on how the bytes arrive
      table = table(Charset.forName(isPolish() ? "windows-1250" : "windows-1252"));
      oneByte = table;
    }
    return table;
  }

  /// Whether letters of Polish stand next to other letters in what is buffered.
  private boolean isPolish() {
    for (int i = at; i < end - 1; i++) {
      int b = buffer[i] & 0xff;
      if (b >= 0x80 && Arrays.stream(ONLY_1250).anyMatch(p -> p == b)
          && (isLetter(buffer[i + 1]) || (i > at && isLetter(buffer[i - 1])))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLetter(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }

  /// Reads on until at least so many bytes are there, or the end.
  private void refill(int wanted) throws IOException {
    System.arraycopy(buffer, at, buffer, 0, end - at);
    end -= at;
    at = 0;
    while (end < wanted && !isEnded) {
      int got = bytes.read(buffer, end, BUFFER - end);
      if (got < 0) {
        isEnded = true;
      } else {
        end += got;
      }
    }
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
