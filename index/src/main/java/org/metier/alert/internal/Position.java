package org.metier.alert.internal;

/// How far the store has come; committed together with what it describes.
///
/// @param cursor sequence number of the last arrival that was dealt with, 0 before the first
/// @param nextNumber that the next new alert gets; numbers are never given twice
/// @param nextBatch that the next batch gets
public record Position(long cursor, int nextNumber, long nextBatch) {
  public static final Position START = new Position(0, 1, 1);
}
