package org.metier.duplicate;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// An advertisement as far as [EmployerBoilerplate] counts and signs it: all shingles of its text, and what
/// its title counts as. Immutable and thread-safe; some 4 bytes a word.
public final class EmployerText {
  private static final byte VERSION = 1;

  /// Hash of the [TitleForm].
  private final long title;
  /// Hashes of the numbers that stand right behind the title, ascending.
  private final long[] codes;
  /// Ascending as unsigned numbers, each once.
  private final int[] shingles;

  private EmployerText(long title, long[] codes, int[] shingles) {
    this.title = title;
    this.codes = codes;
    this.shingles = shingles;
  }

  /// Linear in the text.
  ///
  /// @param towns names of its places, which make no title of its own
  public static EmployerText of(String title, List<String> towns, String description) {
    return new EmployerText(WordHashes.hash(TitleForm.of(title, towns).text()),
        Reference.behindTitle(title, description)
            .stream()
            .mapToLong(WordHashes::hash)
            .sorted()
            .toArray(),
        Signature.shingles(title, description));
  }

  long title() {
    return title;
  }

  long[] codes() {
    return codes;
  }

  int[] shingles() {
    return shingles;
  }

  /// What there is beside the signature that [EmployerBoilerplate#sign] gave it, as bytes; none for a text
  /// that is so long that its signature is a sample, or that has more numbers than any honest one.
  public byte[] besides(Signature own) {
    if (shingles.length > Signature.MAX_SHINGLES || codes.length > Byte.MAX_VALUE) {
      return new byte[0];
    }
    int[] removed = own.size() == shingles.length ? new int[0] : shingles;
    byte[] rest = Signature.without(removed, own.set()).bytes();
    ByteBuffer bytes = ByteBuffer.allocate(2 + Long.BYTES * (1 + codes.length) + rest.length);
    bytes.put(VERSION).putLong(title).put((byte) codes.length);
    for (long code : codes) {
      bytes.putLong(code);
    }
    return bytes.put(rest).array();
  }

  /// Reads what [#besides] wrote.
  ///
  /// @param own the signature that it stands beside
  /// @return empty when the text is to be read itself
  /// @throws IllegalArgumentException if the bytes are none of such a text
  public static Optional<EmployerText> read(byte[] bytes, Signature own) {
    if (bytes.length == 0) {
      return Optional.empty();
    }
    if (bytes[0] != VERSION) {
      throw new IllegalArgumentException("the text of an employer begins with the byte " + VERSION
          + ", found " + bytes[0]);
    }
    ByteBuffer rest = ByteBuffer.wrap(bytes).position(1);
    try {
      long title = rest.getLong();
      long[] codes = new long[rest.get()];
      for (int i = 0; i < codes.length; i++) {
        codes[i] = rest.getLong();
      }
      byte[] removed = new byte[rest.remaining()];
      rest.get(removed);
      return Optional.of(new EmployerText(title, codes, own.with(Signature.read(removed))));
    } catch (BufferUnderflowException | NegativeArraySizeException e) {
      throw new IllegalArgumentException(
          "the text of an employer is cut off after " + bytes.length + " bytes", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EmployerText text && title == text.title
        && Arrays.equals(codes, text.codes) && Arrays.equals(shingles, text.shingles);
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(title) + Arrays.hashCode(shingles);
  }

  @Override
  public String toString() {
    return shingles.length + " shingles under a title of " + codes.length + " numbers";
  }
}
