package org.metier.audit;

import java.time.Instant;

/// An entry of the log, a line of JSON in a segment. Immutable.
///
/// @param n number, from 1 without gaps
/// @param at when it was written
/// @param previous SHA-256 of the line before, without its line feed; 64 zeros for the first entry
/// @param seal first 16 bytes of the HMAC-SHA256, under the key of the log, of all of the line before `,"seal"`
public record AuditEntry(long n, Instant at, String previous, AuditEvent event, String seal) {
  public AuditEntry {
    Codes.requireNumber("n", n);
    Codes.requireHex("previous", previous, 64);
    Codes.requireHex("seal", seal, 32);
  }
}
