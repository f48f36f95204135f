package org.metier.measure;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// How much of people's attention a ranking gives to what it ranks: rank `r` counts `1 / log2(r + 1)` (Singh,
/// Joachims, "Fairness of Exposure in Rankings", KDD 2018).
public final class Exposure {
  private Exposure() {}

  /// Exposure per group of items, such as the size of the employer, over all lists.
  ///
  /// @param k ranks that are seen, at least 1
  /// @param lists items in ranked order, a list per person or query
  /// @param group of an item
  /// @return above 0 each; a group of which nothing is within the first `k` of a list is not among them
  public static <T, G extends Comparable<G>> SortedMap<G, Double> of(int k,
      Collection<? extends List<T>> lists, Function<T, G> group) {
    Ranks.requireCutOff(k);
    SortedMap<G, Double> exposure = new TreeMap<>();
    for (List<T> list : lists) {
      for (int rank = 1; rank <= Math.min(k, list.size()); rank++) {
        exposure.merge(group.apply(list.get(rank - 1)), Gain.discount(rank), Double::sum);
      }
    }
    return exposure;
  }

  /// Each as its share of the sum.
  ///
  /// @return 0 to 1 each, 1 together; nothing when there is nothing
  public static <G> SortedMap<G, Double> shares(SortedMap<G, Double> exposure) {
    double sum = exposure.values().stream().mapToDouble(Double::doubleValue).sum();
    SortedMap<G, Double> shares = new TreeMap<>(exposure);
    shares.replaceAll((group, value) -> value / sum);
    return Collections.unmodifiableSortedMap(shares);
  }
}
