package org.metier.taxonomy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Texts as UTF-8 in one array, decoded when asked for: text `i` lies from `offset[i]` to
/// `offset[i + 1]`, counted from `base`.
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy would cost what this saves
record TextPool(byte[] bytes, int base, int[] offset) {
  String text(int i) {
    return new String(bytes, base + offset[i], offset[i + 1] - offset[i], StandardCharsets.UTF_8);
  }

  int length(int i) {
    return offset[i + 1] - offset[i];
  }

  byte at(int i, int position) {
    return bytes[base + offset[i] + position];
  }

  /// Where a text is, in a pool that is sorted by unsigned bytes.
  ///
  /// @return negative when it is not there
  int find(String text) {
    byte[] key = text.getBytes(StandardCharsets.UTF_8);
    int low = 0;
    int high = offset.length - 2;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Arrays.compareUnsigned(bytes, base + offset[middle], base + offset[middle + 1],
          key, 0, key.length);
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
