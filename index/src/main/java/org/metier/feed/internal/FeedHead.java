package org.metier.feed.internal;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.metier.feed.FeedLimits;

/// The first bytes of a feed, as far as they tell its format.
///
/// @param text decoded by its byte order mark, else as UTF-8, without leading blanks
/// @param marked the charset that a byte order mark names, or UTF-16 where every other byte of the first
///     two characters is zero; null without either
/// @param shape which properties of JSON it shows; none for other feeds
public record FeedHead(String text, @Nullable Charset marked, JsonShape shape) {
  /// How many bytes are looked at.
  public static final int BYTES = 64 * 1024;

  public static FeedHead of(byte[] bytes, int length) {
    Charset marked = null;
    if (length >= 2 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe) {
      marked = StandardCharsets.UTF_16LE;
    } else if (length >= 2 && (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff) {
      marked = StandardCharsets.UTF_16BE;
    } else if (length >= 3 && (bytes[0] & 0xff) == 0xef && (bytes[1] & 0xff) == 0xbb
        && (bytes[2] & 0xff) == 0xbf) {
      marked = StandardCharsets.UTF_8;
    } else if (length >= 4 && bytes[0] != 0 && bytes[1] == 0 && bytes[2] != 0 && bytes[3] == 0) {
      marked = StandardCharsets.UTF_16LE;
    } else if (length >= 4 && bytes[0] == 0 && bytes[1] != 0 && bytes[2] == 0 && bytes[3] != 0) {
      marked = StandardCharsets.UTF_16BE;
    }
    String text = new String(bytes, 0, length, marked == null ? StandardCharsets.UTF_8 : marked);
    String start = (text.startsWith("\ufeff") ? text.substring(1) : text).stripLeading();
    return new FeedHead(start, marked, JsonShape.of(start));
  }

  /// The charset of the byte order mark, which goes before the declared one.
  public Charset charset(Charset declared) {
    return marked == null ? declared : marked;
  }

  public boolean isJson() {
    return text.startsWith("{") || text.startsWith("[");
  }

  public boolean isMarkup() {
    return text.startsWith("<");
  }

  public boolean isHtml() {
    String start = text.substring(0, Math.min(text.length(), 2_000)).toLowerCase(Locale.ROOT);
    return isMarkup() && (start.contains("<!doctype html") || start.contains("<html")
        || start.contains("<head") || start.contains("<script"));
  }

  /// Text with no NUL in it: what a table or JSON starts with, and a PDF or an archive does not.
  public boolean isText() {
    return text.indexOf('\0') < 0 && !text.startsWith("%PDF") && !text.startsWith("PK\u0003");
  }

  /// Whether the first line is a JSON value of its own and more follows.
  public boolean startsWithJsonLine(FeedLimits limits) {
    int end = text.indexOf('\n');
    return end > 0 && text.startsWith("{") && !text.substring(end).isBlank()
        && JsonTrees.value(text.substring(0, end), limits, false) != null;
  }
}
