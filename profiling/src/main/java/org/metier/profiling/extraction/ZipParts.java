package org.metier.profiling.extraction;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/// The parts of an office document by its list of contents (ZIP, PKWARE APPNOTE 6.3), so that a part is
/// unpacked when it is asked for and no other. Names are never used as paths. Time and memory grow with
/// the list, of at most [#MAX_PARTS], and with the part that is read.
final class ZipParts {
  /// A part of more bytes once unpacked is in no CV.
  static final int MAX_PART_BYTES = 20_000_000;
  private static final int MAX_PARTS = 2_000;

  private static final int END = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int ENTRY = 0x02014b50;
  private static final int ENTRY_BYTES = 46;
  private static final int LOCAL = 0x04034b50;
  private static final int LOCAL_BYTES = 30;
  private static final int MAX_COMMENT = 0xffff;

  private final byte[] bytes;
  private final ByteBuffer file;
  private final Map<String, Entry> entries;

  private record Entry(int method, long packedBytes, long offset) {}

  private ZipParts(byte[] bytes) {
    this.bytes = bytes;
    this.file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    this.entries = new LinkedHashMap<>();
  }

  /// Reads the list of contents; empty when the end of the file, which holds it, is missing.
  static ZipParts of(byte[] bytes) {
    ZipParts parts = new ZipParts(bytes);
    int end = bytes.length - END_BYTES;
    int first = Math.max(0, end - MAX_COMMENT);
    while (end >= first && parts.file.getInt(end) != END) {
      end--;
    }
    if (end >= first) {
      long at = Integer.toUnsignedLong(parts.file.getInt(end + 16));
      while (parts.entries.size() < MAX_PARTS && parts.isAt(at, ENTRY, ENTRY_BYTES)) {
        at = parts.add((int) at);
      }
    }
    return parts;
  }

  private boolean isAt(long at, int signature, int length) {
    return at + length <= bytes.length && file.getInt((int) at) == signature;
  }

  /// The place after the entry.
  private long add(int at) {
    int nameBytes = file.getShort(at + 28) & 0xffff;
    int otherBytes = (file.getShort(at + 30) & 0xffff) + (file.getShort(at + 32) & 0xffff);
    if (at + ENTRY_BYTES + nameBytes <= bytes.length) {
      String name = new String(bytes, at + ENTRY_BYTES, nameBytes, StandardCharsets.UTF_8);
      entries.putIfAbsent(name, new Entry(file.getShort(at + 10) & 0xffff,
          Integer.toUnsignedLong(file.getInt(at + 20)),
          Integer.toUnsignedLong(file.getInt(at + 42))));
    }
    return (long) at + ENTRY_BYTES + nameBytes + otherBytes;
  }

  Set<String> names() {
    return Collections.unmodifiableSet(entries.keySet());
  }

  /// The unpacked part; null when there is none of this name.
  ///
  /// @throws TooComplexException if it is larger than [#MAX_PART_BYTES]
  /// @throws IOException if it is damaged
  byte @Nullable [] read(String name) throws IOException {
    byte[] part = read(name, MAX_PART_BYTES + 1);
    if (part != null && part.length > MAX_PART_BYTES) {
      throw new TooComplexException();
    }
    return part;
  }

  /// The first bytes of the unpacked part; null when there is none of this name.
  ///
  /// @throws IOException if it is damaged
  byte @Nullable [] read(String name, int most) throws IOException {
    Entry entry = entries.get(name);
    if (entry == null) {
      return null;
    }
    if (!isAt(entry.offset, LOCAL, LOCAL_BYTES)) {
      throw new IOException("no part where the list of contents has one");
    }
    int local = (int) entry.offset;
    long start = (long) local + LOCAL_BYTES + (file.getShort(local + 26) & 0xffff)
        + (file.getShort(local + 28) & 0xffff);
    if (start + entry.packedBytes > bytes.length) {
      throw new IOException("a part ends after the file");
    }
    return switch (entry.method) {
      case 0 -> stored((int) start, Math.min(most, (int) entry.packedBytes));
      case 8 -> inflated((int) start, (int) entry.packedBytes, most);
      default -> throw new IOException("packed in a way that office documents do not use");
    };
  }

  private byte[] stored(int start, int length) {
    byte[] part = new byte[length];
    file.get(start, part);
    return part;
  }

  private byte[] inflated(int start, int length, int most) throws IOException {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(bytes, start, length);
      ByteArrayOutputStream part = new ByteArrayOutputStream();
      byte[] buffer = new byte[16_384];
      while (!inflater.finished() && part.size() < most) {
        int count = inflater.inflate(buffer, 0, Math.min(buffer.length, most - part.size()));
        if (count == 0 && !inflater.finished()) {
          throw new IOException("a part that is cut off");
        }
        part.write(buffer, 0, count);
      }
      return part.toByteArray();
    } catch (DataFormatException e) {
      throw new IOException("a part that cannot be unpacked", e);
    } finally {
      inflater.end();
    }
  }
}
