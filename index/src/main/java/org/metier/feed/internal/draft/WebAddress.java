package org.metier.feed.internal.draft;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Addresses of the web. An IRI becomes the URI that it stands for (RFC 3987, 3.1): what is not ASCII is
/// percent-encoded as UTF-8, a host by IDNA, so that an address is the same however its sender writes it.
final class WebAddress {
  private static final Pattern FORM = Pattern.compile(
      "(https?)://((?:[^/?#@]*@)?)([^\\s\"'<>/?#@:\\[\\]]+|\\[[0-9A-Fa-f:.]+\\])([^\\s\"'<>]*)",
      Pattern.CASE_INSENSITIVE);
  private static final int MAX_LENGTH = 2_000;
  /// How R exports a letter that the machine's code page lacks.
  private static final Pattern LETTER_OF_R = Pattern.compile("<U\\+([0-9A-F]{4,6})>");

  private WebAddress() {}

  /// @return null for what is no http or https address of at most 2,000 characters
  static @Nullable String of(String received) {
    String plain = LETTER_OF_R.matcher(received.strip())
        .replaceAll(m -> Matcher.quoteReplacement(letter(m.group(1))));
    Matcher parts = FORM.matcher(plain);
    if (plain.length() > MAX_LENGTH || !parts.matches()) {
      return null;
    }
    String host = host(parts.group(3));
    return host == null
        ? null
        : encoded(parts.group(1) + "://" + parts.group(2)) + host + encoded(parts.group(4));
  }

  private static String letter(String hex) {
    int code = Integer.parseInt(hex, 16);
    return Character.isLetterOrDigit(code) ? Character.toString(code) : "<U+" + hex + ">";
  }

  private static @Nullable String host(String received) {
    if (isAscii(received)) {
      return received;
    }
    try {
      return IDN.toASCII(received);
    } catch (IllegalArgumentException e) {
      return null; // the caller reports it
    }
  }

  private static String encoded(String part) {
    if (isAscii(part)) {
      return part;
    }
    StringBuilder ascii = new StringBuilder(part.length() + 32);
    for (byte b : part.getBytes(StandardCharsets.UTF_8)) {
      if (b >= 0) {
        ascii.append((char) b);
      } else {
        ascii.append("%%%02X".formatted(b & 0xff));
      }
    }
    return ascii.toString();
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }
}
