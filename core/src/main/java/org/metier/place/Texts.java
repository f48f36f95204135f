package org.metier.place;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Texts as UTF-8 in one array, decoded when asked for: text `i` lies from `offset[i]` to
/// `offset[i + 1]`, counted from `base`.
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy would cost what this saves
record Texts(byte[] bytes, int base, int[] offset) {
  String text(int i) {
    return new String(bytes, base + offset[i], offset[i + 1] - offset[i], StandardCharsets.UTF_8);
  }

  int count() {
    return offset.length - 1;
  }

  /// How text `i` stands to a key, by unsigned bytes.
  int compare(int i, byte[] key) {
    return Arrays.compareUnsigned(bytes, base + offset[i], base + offset[i + 1], key, 0,
        key.length);
  }

  /// Where a text is, if the texts are sorted by unsigned bytes; negative when it is not there.
  int find(String text) {
    byte[] key = text.getBytes(StandardCharsets.UTF_8);
    int low = 0;
    int high = count() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = compare(middle, key);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }
}
