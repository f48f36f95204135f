package org.metier.training.internal.boosting;

/// The rows of each person by descending score, equal scores in the order of the rows. Starts from the order of
/// the last time, since one more tree seldom changes much. Not thread-safe.
final class ScoreOrder {
  private static final int SMALL = 8;

  private final int[] starts;
  private final int[] order;
  private final int[] aside;

  ScoreOrder(RankedLists lists) {
    starts = lists.starts();
    order = new int[lists.size()];
    aside = new int[order.length];
    for (int row = 0; row < order.length; row++) {
      order[row] = row;
    }
  }

  /// @return rows, those of the person at the places of their own rows; overwritten by the next call
  int[] of(int person, double[] scores) {
    sort(scores, starts[person], starts[person + 1]);
    return order;
  }

  /// A merge sort that leaves alone what is in order.
  private void sort(double[] scores, int from, int to) {
    if (to - from <= SMALL) {
      insert(scores, from, to);
      return;
    }
    int middle = (from + to) >>> 1;
    sort(scores, from, middle);
    sort(scores, middle, to);
    if (isBefore(scores, order[middle - 1], order[middle])) {
      return;
    }
    System.arraycopy(order, from, aside, from, middle - from);
    int a = from;
    int b = middle;
    for (int at = from; a < middle; at++) {
      order[at] = b < to && isBefore(scores, order[b], aside[a]) ? order[b++] : aside[a++];
    }
  }

  private void insert(double[] scores, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      int row = order[i];
      int at = i;
      while (at > from && isBefore(scores, row, order[at - 1])) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = row;
    }
  }

  private static boolean isBefore(double[] scores, int a, int b) {
    return scores[a] > scores[b] || (scores[a] == scores[b] && a < b);
  }
}
