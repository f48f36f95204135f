package org.metier.profiling.sections;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Brings extracted text to one form before offsets are taken: composed characters, plain blanks and
/// line breaks, no invisible characters, no ligatures, and UTF-8 that was once read as Windows-1252 put
/// right.
public final class CleanText {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  /// Two- and three-byte UTF-8 sequences as Windows-1252 shows them; a zero-width space or a C1 control
  /// may stand for a byte that it does not define.
  private static final Pattern MISREAD = misread();
  private static final Pattern INVISIBLE = Pattern
      .compile("[\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]"
          + "|[\\p{Cc}&&[^\\n\\t]]");
  private static final Pattern BLANK = Pattern.compile("[\\u00a0\\u2000-\\u200a\\u202f\\u3000]");
  private static final Pattern LIGATURE = Pattern.compile("[\\ufb00-\\ufb06]");

  private CleanText() {}

  private static Pattern misread() {
    StringBuilder continuation = new StringBuilder("[");
    for (int b = 0x80; b < 0xc0; b++) {
      String shown = new String(new byte[]{(byte) b}, WINDOWS);
      continuation.append(shown.equals("\ufffd") ? "" : Pattern.quote(shown));
    }
    continuation.append(']');
    return Pattern.compile("[Â-ß]" + continuation + "|ï¼[\\u200b\\u008d]|[à-ï]" + continuation
        + "{2}");
  }

  public static String of(String raw) {
    String text = raw.replace("\r\n", "\n")
        .replace('\r', '\n')
        .replace('\f', '\n')
        .replace('\u000b', '\n')
        .replace('\u2028', '\n')
        .replace('\u2029', '\n');
    text = MISREAD.matcher(text).replaceAll(m -> Matcher.quoteReplacement(reread(m.group())));
    text = LIGATURE.matcher(text)
        .replaceAll(m -> Normalizer.normalize(m.group(), Normalizer.Form.NFKC));
    text = INVISIBLE.matcher(text).replaceAll("");
    text = BLANK.matcher(text).replaceAll(" ");
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private static String reread(String misread) {
    if (misread.startsWith("ï¼")) {
      return " - "; // a full-width dash whose last byte Windows-1252 does not define
    }
    try {
      ByteBuffer bytes = WINDOWS.newEncoder().encode(java.nio.CharBuffer.wrap(misread));
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      return misread;
    }
  }

  /// Decodes a plain text file: by its byte order mark, as UTF-8 when it is that, else as the Windows
  /// code page whose letters fit better (1250 of Central Europe, 1252 of Western Europe).
  public static String decode(byte[] bytes) {
    if (bytes.length >= 2 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe) {
      return new String(bytes, StandardCharsets.UTF_16LE);
    }
    if (bytes.length >= 2 && (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff) {
      return new String(bytes, StandardCharsets.UTF_16BE);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes,
          isCentralEuropean(bytes) ? Charset.forName("windows-1250") : WINDOWS);
    }
  }

  /// Whether bytes that 1250 reads as ą, ł, ź and ż touch letters; in 1252 they are signs such as ¹ or ¿.
  private static boolean isCentralEuropean(byte[] bytes) {
    int hits = 0;
    for (int i = 1; i + 1 < bytes.length; i++) {
      boolean isInside = Character.isLetter(bytes[i - 1] & 0xff)
          || Character.isLetter(bytes[i + 1] & 0xff);
      switch (bytes[i] & 0xff) {
        case 0xb9, 0xb3, 0x9f, 0xbf -> hits += isInside ? 1 : 0;
        default -> {
        }
      }
    }
    return hits > 0;
  }
}
