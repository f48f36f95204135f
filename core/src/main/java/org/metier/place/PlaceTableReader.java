package org.metier.place;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;

/// Reads a compiled gazetteer and believes nothing of it: every count is compared with the bytes that are
/// left before memory is asked for, every offset and target with its bounds.
final class PlaceTableReader {
  private final String name;
  private final byte[] file;
  private final ByteBuffer in;

  /// @param name what to call the file in messages
  PlaceTableReader(String name, byte[] file) {
    this.name = name;
    this.file = file;
    this.in = ByteBuffer.wrap(file);
  }

  PlaceTable read() {
    header();
    int size = count();
    byte[] precisions = bytes(size);
    for (byte precision : precisions) {
      require(precision >= 0 && precision < PlacePrecision.values().length);
    }
    byte[] countries = bytes(2 * size);
    for (byte letter : countries) {
      require(letter >= 'A' && letter <= 'Z');
    }
    int[] latitudes = within(size, 90);
    int[] longitudes = within(size, 180);
    int[] populations = ints(size);
    for (int population : populations) {
      require(population >= 0);
    }
    int[] around = ints(size);
    requireNoCircle(around);
    Texts names = texts(size);
    Texts codes = texts(size);
    int keyCount = count();
    Texts keys = texts(keyCount);
    requireAscending(keys);
    int[] start = ascending(keyCount + 1);
    int[] target = ints(start[keyCount]);
    for (int entry : target) {
      require(entry >= 0 && entry < size);
    }
    require(in.remaining() == 0);
    return new PlaceTable(precisions, countries, latitudes, longitudes, populations, around, names,
        codes, keys, start, target);
  }

  private void header() {
    if (file.length < PlaceTable.HEADER_BYTES || in.getLong() != PlaceTable.MAGIC) {
      throw new PlacesException(name
          + " is not a compiled gazetteer; delete it, or import the places again");
    }
    int version = in.getInt();
    if (version > PlaceTable.VERSION) {
      throw new PlacesException(name + " was written by a newer Metier (gazetteer format " + version
          + "; this release reads up to " + PlaceTable.VERSION
          + "); use that release, or import the places again");
    }
    require(version >= 1);
    int checksum = in.getInt();
    require(in.getInt() == in.remaining());
    CRC32C crc = new CRC32C();
    crc.update(file, in.position(), in.remaining());
    require((int) crc.getValue() == checksum);
  }

  /// What lies around an entry lies before it, so that following it comes to an end.
  private void requireNoCircle(int[] around) {
    for (int entry = 0; entry < around.length; entry++) {
      require(around[entry] >= -1 && around[entry] < entry);
    }
  }

  private int[] within(int count, int degrees) {
    int[] values = ints(count);
    int most = (int) (degrees * PlaceTable.UNITS_PER_DEGREE);
    for (int value : values) {
      require(value >= -most && value <= most);
    }
    return values;
  }

  private Texts texts(int count) {
    int[] offset = ascending(count + 1);
    int length = offset[count];
    require(length <= in.remaining());
    Texts texts = new Texts(file, in.position(), offset);
    in.position(in.position() + length);
    return texts;
  }

  /// Numbers from 0 that never fall.
  private int[] ascending(int count) {
    int[] values = ints(count);
    int previous = 0;
    require(values[0] == 0);
    for (int value : values) {
      require(value >= previous);
      previous = value;
    }
    return values;
  }

  private byte[] bytes(int count) {
    require(count >= 0 && count <= in.remaining());
    byte[] values = new byte[count];
    in.get(values);
    return values;
  }

  private int[] ints(int count) {
    require(count >= 0 && count <= in.remaining() / Integer.BYTES);
    int[] values = new int[count];
    in.asIntBuffer().get(values);
    in.position(in.position() + count * Integer.BYTES);
    return values;
  }

  private int count() {
    require(in.remaining() >= Integer.BYTES);
    int count = in.getInt();
    require(count >= 0 && count <= in.remaining() / Integer.BYTES);
    return count;
  }

  private void requireAscending(Texts keys) {
    for (int i = 0; i + 1 < keys.count(); i++) {
      int[] offset = keys.offset();
      require(Arrays.compareUnsigned(file, keys.base() + offset[i], keys.base() + offset[i + 1],
          file, keys.base() + offset[i + 1], keys.base() + offset[i + 2]) < 0);
    }
  }

  private void require(boolean holds) {
    if (!holds) {
      throw new PlacesException(name
          + " is damaged or cut short; restore it from a backup, or import the places again");
    }
  }

}
