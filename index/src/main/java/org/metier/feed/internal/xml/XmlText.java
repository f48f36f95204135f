package org.metier.feed.internal.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.feed.internal.FeedHead;

/// The characters of an XML feed: decoded by what the bytes are rather than by what they claim to be, and
/// without those that XML 1.0 forbids. Supplementary planes stay. Not thread-safe.
final class XmlText {
  private static final Pattern DECLARED = Pattern
      .compile("^<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]{0,39})[\"']");

  private final Reader reader;
  /// A high surrogate whose other half was not there yet; 0 when there is none.
  private char held;

  XmlText(InputStream bytes, FeedHead head) {
    Charset marked = head.marked();
    if (marked != null && !marked.equals(StandardCharsets.UTF_8)) {
      reader = new InputStreamReader(bytes, marked);
      return;
    }
    Charset declared = declared(head.text());
    reader = declared == null || isOneByte(declared)
        ? new SniffingReader(bytes, declared)
        : new InputStreamReader(bytes, declared);
  }

  /// The charset that an XML declaration names, as far as it can be true.
  ///
  /// @return null for UTF-8, for names that nobody knows, and for UTF-16, since then the declaration could
  ///     not have been read
  private static @Nullable Charset declared(String head) {
    Matcher declaration = DECLARED.matcher(head);
    if (!declaration.find()) {
      return null;
    }
    try {
      Charset charset = Charset.forName(declaration.group(1));
      return charset.equals(StandardCharsets.UTF_8) || charset.name().startsWith("UTF-")
          || charset.equals(StandardCharsets.US_ASCII) || !charset.canEncode()
              ? null
              : charset;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null; // a name that means nothing; the bytes tell
    }
  }

  private static boolean isOneByte(Charset charset) {
    return charset.newEncoder().maxBytesPerChar() == 1.0f;
  }

  /// Reads on.
  ///
  /// @param length at least 2
  /// @return how many characters were put into `target`; -1 at the end
  int read(char[] target, int offset, int length) throws IOException {
    int kept = 0;
    while (kept == 0) {
      int start = offset;
      if (held != 0) {
        target[start++] = held;
        held = 0;
      }
      int got = reader.read(target, start, length - (start - offset));
      if (got < 0) {
        return -1; // half a character at the end is none
      }
      kept = filtered(target, offset, start + got);
    }
    return kept;
  }

  /// Moves what XML allows together.
  private int filtered(char[] text, int from, int to) {
    int out = from;
    for (int i = from; i < to; i++) {
      char c = text[i];
      if (c >= ' '
          ? c < '\ud800' || (c > '\udfff' && c < '\ufffe')
          : c == '\n' || c == '\t' || c == '\r') {
        text[out++] = c;
      } else if (Character.isHighSurrogate(c)) {
        if (i + 1 == to) {
          held = c;
        } else if (Character.isLowSurrogate(text[i + 1])) {
          text[out++] = c;
          text[out++] = text[++i];
        }
      }
    }
    return out - from;
  }
}
