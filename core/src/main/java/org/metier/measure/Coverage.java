package org.metier.measure;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// How much of a catalogue anybody is shown.
public final class Coverage {
  private Coverage() {}

  /// The share of the catalogue that is among the first `k` of some list (Ge, Delgado-Battenfeld, Jannach,
  /// "Beyond Accuracy: Evaluating Recommender Systems by Coverage and Serendipity", RecSys 2010).
  ///
  /// @param k ranks that are seen, at least 1
  /// @param lists items in ranked order, a list per person or query
  /// @param catalogue how many items there are, at least as many as are shown
  /// @return 0 to 1
  public static <T> double at(int k, Collection<? extends List<T>> lists, int catalogue) {
    Ranks.requireCutOff(k);
    Set<T> shown = new HashSet<>();
    for (List<T> list : lists) {
      shown.addAll(list.subList(0, Math.min(k, list.size())));
    }
    if (catalogue < 1 || catalogue < shown.size()) {
      throw new IllegalArgumentException("the catalogue must have at least 1 item and the "
          + shown.size() + " that are shown, had " + catalogue);
    }
    return (double) shown.size() / catalogue;
  }
}
