package org.metier.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.metier.audit.internal.AuditKeys;
import org.metier.json.Json;

/// A line of the log, taken apart as far as its chain needs, without its event.
///
/// @param n its number
/// @param at when it was written, as the line has it
/// @param previous hash of the line before that it names
/// @param sealed how many of its bytes are under its seal
/// @param seal that it carries
record LogLine(long n, String at, String previous, int sealed, String seal) {
  /// What the first line names as the one before it.
  static final String NONE = "0".repeat(64);

  private static final byte[] NUMBER = ascii("{\"n\":");
  private static final byte[] AT = ascii(",\"at\":\"");
  private static final byte[] PREVIOUS = ascii("\",\"previous\":\"");
  private static final byte[] RECORD = ascii(",\"record\":{");
  private static final byte[] EVENT = ascii("\",\"event\":{");
  private static final byte[] SEAL = ascii(",\"seal\":\"");
  private static final byte[] END = ascii("\"}");
  private static final byte[] PURGED = ascii("\"event\":{\"kind\":\"purged\"");
  private static final byte[] RECOVERED = ascii("\"event\":{\"kind\":\"recovered\"");
  private static final int HASH = 64;
  private static final int SEAL_BYTES = 16;
  /// No event has more behind the name of its record, which comes last.
  private static final int MAX_RECORD = 256;

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /// The bytes of a line, without a line feed.
  static byte[] write(long n, Instant at, String previous, AuditEvent event, AuditKeys keys) {
    String body = "{\"n\":" + n + ",\"at\":\"" + at + "\",\"previous\":\"" + previous
        + "\",\"event\":" + Json.write(event);
    byte[] sealed = body.getBytes(StandardCharsets.UTF_8);
    return (body + ",\"seal\":\"" + seal(keys, sealed, sealed.length) + "\"}")
        .getBytes(StandardCharsets.UTF_8);
  }

  static String seal(AuditKeys keys, byte[] line, int sealed) {
    return keys.seal("entry", line, sealed, SEAL_BYTES);
  }

  /// @return null if the bytes are no line
  static @Nullable LogLine parse(byte[] line) {
    if (!isAt(line, 0, NUMBER)) {
      return null;
    }
    int at = NUMBER.length;
    long n = 0;
    while (at < line.length && line[at] >= '0' && line[at] <= '9' && n < Long.MAX_VALUE / 100) {
      n = 10 * n + line[at++] - '0';
    }
    if (n < 1 || !isAt(line, at, AT)) {
      return null;
    }
    at += AT.length;
    int time = at;
    while (at < line.length && line[at] != '"') {
      at++;
    }
    int hash = at + PREVIOUS.length;
    int sealAt = line.length - END.length - 2 * SEAL_BYTES;
    int sealed = sealAt - SEAL.length;
    if (!isAt(line, at, PREVIOUS) || !isAt(line, hash + HASH, EVENT) || sealed < hash + HASH
        || !isAt(line, sealed, SEAL) || !isAt(line, line.length - END.length, END)) {
      return null;
    }
    return new LogLine(n, text(line, time, at - time), text(line, hash, HASH), sealed,
        text(line, sealAt, 2 * SEAL_BYTES));
  }

  /// Where the inputs of the entry stand.
  ///
  /// @param line that was taken apart
  /// @return null where it names none
  /// @throws IllegalArgumentException if what stands there is no place
  @Nullable
  RecordPlace record(byte[] line) {
    for (int from = sealed - RECORD.length; from >= Math.max(0, sealed - MAX_RECORD); from--) {
      if (isAt(line, from, RECORD)) {
        int brace = from + RECORD.length - 1;
        return Json.read(text(line, brace, sealed - 1 - brace), RecordPlace.class);
      }
    }
    return null;
  }

  private static String text(byte[] line, int from, int length) {
    return new String(line, from, length, StandardCharsets.ISO_8859_1);
  }

  private static boolean isAt(byte[] line, int from, byte[] what) {
    if (from < 0 || from + what.length > line.length) {
      return false;
    }
    for (int i = 0; i < what.length; i++) {
      if (line[from + i] != what[i]) {
        return false;
      }
    }
    return true;
  }

  boolean isSealedBy(AuditKeys keys, byte[] line) {
    return seal.equals(seal(keys, line, sealed));
  }

  /// Whether it says that entries were deleted after their time.
  static boolean isPurge(byte[] line) {
    return isOfKind(line, PURGED);
  }

  /// Whether it says that a writer found the log longer than its head.
  static boolean isRecovery(byte[] line) {
    return isOfKind(line, RECOVERED);
  }

  /// Whether a text stands near the beginning, where an event's kind is.
  private static boolean isOfKind(byte[] line, byte[] text) {
    int end = Math.min(line.length, 190) - text.length;
    for (int from = 100; from <= end; from++) {
      if (isAt(line, from, text)) {
        return true;
      }
    }
    return false;
  }

  static String hash(byte[] line) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(line));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// @throws IllegalArgumentException if the line is no entry
  static AuditEntry entry(byte[] line) {
    return Json.read(new String(line, StandardCharsets.UTF_8), AuditEntry.class);
  }
}
