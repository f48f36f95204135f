package org.metier.audit.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// HMAC-SHA256 (RFC 2104, FIPS 180-4) under a key, each use with a label of its own, so that what is computed for
/// one purpose never equals what is computed for another.
public final class Hmac {
  /// Bytes of a key and of a result.
  public static final int BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";

  /// Never fed, only cloned: looking one up takes longer than most messages.
  private final Mac keyed;

  /// @param key [#BYTES] of it
  Hmac(byte[] key) {
    if (key.length != BYTES) {
      throw new IllegalArgumentException("a key must be " + BYTES + " bytes, was " + key.length);
    }
    try {
      keyed = Mac.getInstance(ALGORITHM);
      keyed.init(new SecretKeySpec(key, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }

  /// @param label what it is computed for; never holds the byte 0
  public byte[] of(String label, byte[] message) {
    return of(label, message, message.length);
  }

  /// @param length how many of the message's bytes count, from the first
  public byte[] of(String label, byte[] message, int length) {
    try {
      Mac mac = (Mac) keyed.clone();
      mac.update(label.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      mac.update(message, 0, length);
      return mac.doFinal();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("HMAC-SHA256 of this platform cannot be cloned", e);
    }
  }

  public byte[] of(String label, String message) {
    return of(label, message.getBytes(StandardCharsets.UTF_8));
  }

  /// The first bytes of the above as twice as many hexadecimal digits.
  public String hex(String label, byte[] message, int bytes) {
    return HexFormat.of().formatHex(of(label, message), 0, bytes);
  }
}
