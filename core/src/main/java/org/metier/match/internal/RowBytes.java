package org.metier.match.internal;

import java.util.Arrays;

/// Writes numbers and texts one behind the other. Not thread-safe.
final class RowBytes {
  /// The last two bits of a [#number] say how it is written.
  static final int WHOLE = 0;
  static final int FLOAT = 1;
  static final int DOUBLE = 2;

  private byte[] bytes = new byte[256];
  private int size;

  RowBytes byteOf(int value) {
    if (value < 0 || value > 255) {
      throw new IllegalArgumentException("a byte must be 0 to 255, was " + value);
    }
    room(1);
    bytes[size++] = (byte) value;
    return this;
  }

  /// Seven bits a byte, the low ones first.
  RowBytes count(long value) {
    room(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) ((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
    return this;
  }

  RowBytes signed(long value) {
    return count((value << 1) ^ (value >> 63));
  }

  /// A finite number, to the bit, as short as it goes.
  RowBytes number(double value) {
    long whole = (long) value;
    if (whole >= 0 && whole < 1L << 40
        && Double.doubleToRawLongBits((double) whole) == Double.doubleToRawLongBits(value)) {
      return count(whole << 2 | WHOLE);
    }
    float shorter = (float) value;
    if (Double.doubleToRawLongBits(shorter) == Double.doubleToRawLongBits(value)) {
      byteOf(FLOAT);
      return fixed(Float.floatToRawIntBits(shorter), Integer.BYTES);
    }
    byteOf(DOUBLE);
    return fixed(Double.doubleToRawLongBits(value), Long.BYTES);
  }

  /// All bits of a number.
  RowBytes exactly(double value) {
    return fixed(Double.doubleToRawLongBits(value), Long.BYTES);
  }

  RowBytes text(byte[] utf8) {
    return count(utf8.length).all(utf8);
  }

  RowBytes all(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
    return this;
  }

  byte[] toArray() {
    return Arrays.copyOf(bytes, size);
  }

  private RowBytes fixed(long bits, int length) {
    room(length);
    for (int i = 0; i < length; i++) {
      bytes[size++] = (byte) (bits >>> (8 * i));
    }
    return this;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }
}
