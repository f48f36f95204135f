package org.metier.taxonomy;

import java.util.Arrays;

/// Which concepts each concept points to, in ascending order: the targets of concept `c` are those
/// from `start[c]` to `start[c + 1]`.
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy would cost what this saves
record Relation(int[] start, int[] target) {
  int[] of(int concept) {
    return Arrays.copyOfRange(target, start[concept], start[concept + 1]);
  }

  int count(int concept) {
    return start[concept + 1] - start[concept];
  }

  /// The same pairs the other way round.
  Relation inverse() {
    int size = start.length - 1;
    int[] begin = new int[size + 1];
    for (int to : target) {
      begin[to + 1]++;
    }
    for (int c = 0; c < size; c++) {
      begin[c + 1] += begin[c];
    }
    int[] next = Arrays.copyOf(begin, size);
    int[] from = new int[target.length];
    for (int c = 0; c < size; c++) {
      for (int i = start[c]; i < start[c + 1]; i++) {
        from[next[target[i]]++] = c;
      }
    }
    return new Relation(begin, from);
  }

  /// The targets of both; a pair that both hold counts once.
  Relation with(Relation other) {
    int size = start.length - 1;
    int[] begin = new int[size + 1];
    int[] union = new int[target.length + other.target.length];
    int end = 0;
    for (int c = 0; c < size; c++) {
      int i = start[c];
      int j = other.start[c];
      while (i < start[c + 1] || j < other.start[c + 1]) {
        int a = i < start[c + 1] ? target[i] : Integer.MAX_VALUE;
        int b = j < other.start[c + 1] ? other.target[j] : Integer.MAX_VALUE;
        union[end++] = Math.min(a, b);
        i += a <= b ? 1 : 0;
        j += b <= a ? 1 : 0;
      }
      begin[c + 1] = end;
    }
    return new Relation(begin, Arrays.copyOf(union, end));
  }
}
