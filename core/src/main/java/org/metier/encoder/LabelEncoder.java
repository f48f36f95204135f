package org.metier.encoder;

import java.nio.file.Path;
import java.util.Arrays;

/// Turns a short text of any language into a vector whose direction says what it means: texts that name
/// one concept point the same way.
///
/// A text is the mean of its features' vectors (see [TextFeatures]), which [EncoderTraining] learnt from the
/// labels of a taxonomy, a byte for each of their [#DIMENSIONS] numbers: 17 MB in memory and in its file.
/// Immutable and thread-safe; a text of twenty letters costs some microseconds.
public final class LabelEncoder {
  /// The length of every vector.
  public static final int DIMENSIONS = 128;

  private static final int LARGEST = Byte.MAX_VALUE;

  private final String taxonomyId;
  private final byte[] table;
  private final float[] scales;

  /// @param table one vector per bucket, end to end; not copied
  /// @param scales what one step of a bucket's numbers stands for, finite and not negative; not copied
  LabelEncoder(String taxonomyId, byte[] table, float[] scales) {
    this.taxonomyId = taxonomyId;
    this.table = table;
    this.scales = scales;
  }

  /// Rounds learnt vectors to bytes, each bucket at the scale that its largest number asks for.
  static LabelEncoder quantised(String taxonomyId, float[] learnt) {
    byte[] table = new byte[learnt.length];
    float[] scales = new float[learnt.length / DIMENSIONS];
    for (int bucket = 0; bucket < scales.length; bucket++) {
      int from = bucket * DIMENSIONS;
      float largest = 0;
      for (int k = from; k < from + DIMENSIONS; k++) {
        largest = Math.max(largest, Math.abs(learnt[k]));
      }
      scales[bucket] = largest / LARGEST;
      for (int k = from; k < from + DIMENSIONS && largest > 0; k++) {
        table[k] = (byte) Math.round(learnt[k] / scales[bucket]);
      }
    }
    return new LabelEncoder(taxonomyId, table, scales);
  }

  /// The id of the taxonomy whose labels it learnt from.
  public String taxonomyId() {
    return taxonomyId;
  }

  /// The vector of a text, of length 1; all zero for a text without letters and digits.
  public float[] encode(String text) {
    float[] sum = new float[DIMENSIONS];
    for (int bucket : TextFeatures.of(text)) {
      float scale = scales[bucket];
      int from = bucket * DIMENSIONS;
      for (int k = 0; k < DIMENSIONS; k++) {
        sum[k] += scale * table[from + k];
      }
    }
    double squares = 0;
    for (float value : sum) {
      squares += (double) value * value;
    }
    if (squares > 0) {
      float factor = (float) (1 / Math.sqrt(squares));
      for (int k = 0; k < DIMENSIONS; k++) {
        sum[k] *= factor;
      }
    }
    return sum;
  }

  /// @throws EncoderException if the file cannot be read, is damaged, or is of another release
  public static LabelEncoder read(Path file) {
    return EncoderFile.read(file);
  }

  /// Replaces the file as a whole; creates its folder when missing.
  ///
  /// @throws EncoderException if the file cannot be written
  public void write(Path file) {
    EncoderFile.write(file, toBytes());
  }

  /// The content of the file: equal encoders have equal bytes.
  public byte[] toBytes() {
    return EncoderFile.bytes(taxonomyId, table, scales);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LabelEncoder encoder && taxonomyId.equals(encoder.taxonomyId)
        && Arrays.equals(table, encoder.table) && Arrays.equals(scales, encoder.scales);
  }

  @Override
  public int hashCode() {
    return taxonomyId.hashCode();
  }

  @Override
  public String toString() {
    return "LabelEncoder[of taxonomy " + taxonomyId + "]";
  }
}
