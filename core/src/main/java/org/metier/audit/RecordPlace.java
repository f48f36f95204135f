package org.metier.audit;

/// Where the sealed inputs of a decision stand.
///
/// @param segment number in the name of the file of records
/// @param offset of the first byte
/// @param length in bytes
public record RecordPlace(long segment, long offset, int length) {
  public RecordPlace {
    Codes.requireNumber("segment", segment);
    if (offset < 0 || length < 1) {
      throw new IllegalArgumentException(
          "a record needs offset and length, had " + offset + " and " + length);
    }
  }
}
