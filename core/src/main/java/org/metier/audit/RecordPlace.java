package org.metier.audit;

import org.jspecify.annotations.Nullable;

/// Where the sealed inputs of a decision stand.
///
/// @param segment number in the name of the file of records
/// @param offset of the first byte
/// @param length in bytes
/// @param sha256 of the bytes as they are sealed, 64 hexadecimal digits, so that a change is found without any key; null in
///     entries of logs that earlier releases wrote
public record RecordPlace(long segment, long offset, int length, @Nullable String sha256) {
  public RecordPlace {
    Codes.requireNumber("segment", segment);
    if (offset < 0 || length < 1) {
      throw new IllegalArgumentException(
          "a record needs offset and length, had " + offset + " and " + length);
    }
    Codes.requireHex("sha256", sha256, 64);
  }
}
