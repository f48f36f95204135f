package org.metier.encoder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.metier.home.internal.WholeFile;

/// Brings an encoder to the disk and back. Big-endian: 8 bytes `METIENC` and the format's version, the length
/// of the taxonomy's id and its ASCII characters, the number of buckets and of dimensions, a float per bucket,
/// a byte per bucket and dimension, and the CRC-32C of all that.
final class EncoderFile {
  private static final long MAGIC = 0x4D45_5449_454E_4301L;
  private static final int MAX_ID = 128;
  private static final int FIXED_BYTES = Long.BYTES + 4 * Integer.BYTES;
  private static final String REMEDY = "; import the taxonomy again, or remove the file to do without";

  private EncoderFile() {}

  static byte[] bytes(String taxonomyId, byte[] table, float[] scales) {
    byte[] id = taxonomyId.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer out = ByteBuffer
        .allocate(FIXED_BYTES + id.length + scales.length * Float.BYTES + table.length);
    out.putLong(MAGIC).putInt(id.length).put(id);
    out.putInt(scales.length).putInt(LabelEncoder.DIMENSIONS);
    for (float scale : scales) {
      out.putFloat(scale);
    }
    out.put(table);
    return out.putInt(checksum(out.array(), out.position())).array();
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }

  static LabelEncoder read(Path file) {
    byte[] bytes;
    try {
      if (Files.size(file) > longest()) {
        throw new EncoderException(file,
            "is larger than " + longest() + " bytes, the most an encoder has"
                + REMEDY);
      }
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new EncoderException(file, "does not exist; import the taxonomy again", e);
    } catch (IOException e) {
      throw new EncoderException(file, "cannot be read (" + e.getClass().getSimpleName()
          + "); give this user the right to read it", e);
    }
    return parse(file, bytes);
  }

  private static long longest() {
    return FIXED_BYTES + MAX_ID
        + (long) TextFeatures.BUCKETS * (Float.BYTES + LabelEncoder.DIMENSIONS);
  }

  private static LabelEncoder parse(Path file, byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (bytes.length < FIXED_BYTES || in.getLong() != MAGIC) {
      throw new EncoderException(file, "is no encoder that this release reads" + REMEDY);
    }
    int end = bytes.length - Integer.BYTES;
    if (in.getInt(end) != checksum(bytes, end)) {
      throw new EncoderException(file,
          "is damaged: its checksum does not fit its content" + REMEDY);
    }
    int idLength = in.getInt();
    if (idLength < 0 || idLength > MAX_ID || idLength > in.remaining() - 3 * Integer.BYTES) {
      throw new EncoderException(file, "names its taxonomy by " + idLength
          + " characters, expected 0 to " + MAX_ID + REMEDY);
    }
    byte[] id = new byte[idLength];
    in.get(id);
    int buckets = in.getInt();
    int dimensions = in.getInt();
    long expected = (long) TextFeatures.BUCKETS * (Float.BYTES + LabelEncoder.DIMENSIONS);
    if (buckets != TextFeatures.BUCKETS || dimensions != LabelEncoder.DIMENSIONS
        || end - in.position() != expected) {
      throw new EncoderException(file, "has " + buckets + " buckets of " + dimensions
          + " dimensions in " + (end - in.position()) + " bytes, expected " + TextFeatures.BUCKETS
          + " of "
          + LabelEncoder.DIMENSIONS + " in " + expected + REMEDY);
    }
    float[] scales = new float[buckets];
    for (int i = 0; i < buckets; i++) {
      scales[i] = in.getFloat();
      if (!(scales[i] >= 0 && scales[i] < Float.POSITIVE_INFINITY)) {
        throw new EncoderException(file, "has scale " + scales[i] + " for bucket " + i
            + ", expected a finite number that is not negative" + REMEDY);
      }
    }
    byte[] table = new byte[buckets * dimensions];
    in.get(table);
    return new LabelEncoder(new String(id, StandardCharsets.US_ASCII), table, scales);
  }

  /// Writes to a file beside the target and renames it.
  static void write(Path file, byte[] bytes) {
    try {
      WholeFile.replace(file, bytes);
    } catch (IOException e) {
      throw new EncoderException(file, "cannot be written (" + e.getClass().getSimpleName()
          + "); give this user the right to write there and free space", e);
    }
  }
}
