package org.metier.measure;

import java.util.BitSet;

/// How much of a catalogue anybody is shown.
public final class Coverage {
  private Coverage() {}

  /// The share of the catalogue that some list shows (Ge, Delgado-Battenfeld, Jannach, "Beyond Accuracy:
  /// Evaluating Recommender Systems by Coverage and Serendipity", RecSys 2010). Time linear in what is shown, so
  /// that a bootstrap can ask a thousand times.
  ///
  /// @param shown numbers of the items that each list shows, from 0 and below `catalogue`
  /// @param lists which of the lists to count, some perhaps several times
  /// @param catalogue how many items there are, at least 1
  /// @return 0 to 1
  public static double of(int[][] shown, int[] lists, int catalogue) {
    if (catalogue < 1) {
      throw new IllegalArgumentException("catalogue must be at least 1, was " + catalogue);
    }
    BitSet seen = new BitSet(catalogue);
    for (int list : lists) {
      for (int item : shown[list]) {
        seen.set(item);
      }
    }
    if (seen.length() > catalogue) {
      throw new IllegalArgumentException("items must be numbered from 0 to " + (catalogue - 1)
          + ", one was " + (seen.length() - 1));
    }
    return (double) seen.cardinality() / catalogue;
  }
}
