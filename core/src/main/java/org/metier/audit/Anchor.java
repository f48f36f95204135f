package org.metier.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.metier.home.internal.WholeFile;
import org.metier.json.Json;

/// How far a log had come, to be kept where those who keep the log cannot reach it: with an auditor, on paper. A log that
/// was cut, or of which an older copy was put back together with its head and keys, is found by it alone.
///
/// @param log name of the log, 32 hexadecimal digits
/// @param count entries up to then
/// @param hash SHA-256 of the last one's line
/// @param at when the anchor was made
public record Anchor(String log, long count, String hash, Instant at) {
  public Anchor {
    Codes.requireHex("log", log, 32);
    Codes.requireNumber("count", count);
    Codes.requireHex("hash", hash, 64);
  }

  /// @throws AuditException if the file cannot be read or is no anchor
  public static Anchor read(Path file) {
    try {
      return Json.read(Files.readString(file), Anchor.class);
    } catch (IOException e) {
      throw new AuditException("cannot read " + file + "; name an anchor's file", e);
    } catch (IllegalArgumentException e) {
      throw new AuditException(file + " is no anchor: " + e.getMessage(), e);
    }
  }

  public void write(Path file) {
    try {
      WholeFile.replace(file, (Json.writePretty(this) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AuditException("cannot write " + file + "; give this user the right to", e);
    }
  }
}
