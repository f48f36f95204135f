package org.metier.alert;

import java.util.Arrays;

/// From a term and a cell to the alerts filed there: one flat array of all lists, found by open addressing.
/// Immutable once built.
final class PostingTable {
  private static final long FREE = -1;

  private final long[] keys;
  private final int[] from;
  private final int[] to;
  private final int[] postings;

  private PostingTable(long[] keys, int[] from, int[] to, int[] postings) {
    this.keys = keys;
    this.from = from;
    this.to = to;
    this.postings = postings;
  }

  private static long key(int term, int cell) {
    return (long) term << Integer.SIZE | cell;
  }

  /// The table's row of a key, or of a free one.
  int row(int term, int cell) {
    return row(keys, key(term, cell));
  }

  private static int row(long[] keys, long key) {
    int mask = keys.length - 1;
    int row = (int) ((key * 0x9E3779B97F4A7C15L) >>> 20) & mask;
    while (keys[row] != FREE && keys[row] != key) {
      row = row + 1 & mask;
    }
    return row;
  }

  /// Where the list of a row starts and ends; both are 0 for a free row.
  int from(int row) {
    return from[row];
  }

  int to(int row) {
    return to[row];
  }

  int alert(int posting) {
    return postings[posting];
  }

  /// Collects postings. Not thread-safe.
  static final class Builder {
    private final IntList terms = new IntList();
    private final IntList cells = new IntList();
    private final IntList alerts = new IntList();

    void add(int term, int cell, int alert) {
      terms.add(term);
      cells.add(cell);
      alerts.add(alert);
    }

    /// Lists keep the order in which alerts were added.
    PostingTable build() {
      long[] keys = new long[Math.max(8, Integer.highestOneBit(Math.max(1, alerts.size())) * 4)];
      Arrays.fill(keys, FREE);
      int[] count = new int[keys.length];
      for (int i = 0; i < alerts.size(); i++) {
        long key = key(terms.get(i), cells.get(i));
        int row = row(keys, key);
        keys[row] = key;
        count[row]++;
      }
      int[] from = new int[keys.length];
      int[] to = new int[keys.length];
      int end = 0;
      for (int row = 0; row < keys.length; row++) {
        if (count[row] > 0) {
          from[row] = end;
          to[row] = end;
          end += count[row];
        }
      }
      int[] postings = new int[end];
      for (int i = 0; i < alerts.size(); i++) {
        int row = row(keys, key(terms.get(i), cells.get(i)));
        postings[to[row]++] = alerts.get(i);
      }
      return new PostingTable(keys, from, to, postings);
    }
  }
}
