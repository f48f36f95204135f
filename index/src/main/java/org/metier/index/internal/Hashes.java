package org.metier.index.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 of texts.
public final class Hashes {
  private Hashes() {}

  public static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// All 64 digits.
  public static String hex(String text) {
    return HexFormat.of().formatHex(sha256(text));
  }

  /// The first so many bytes, as twice as many digits.
  public static String hex(String text, int bytes) {
    return HexFormat.of().formatHex(sha256(text), 0, bytes);
  }

  /// The first eight of the digits that [#hex] gave, as a number.
  public static long number(String hex) {
    return Long.parseUnsignedLong(hex, 0, 16, 16);
  }
}
