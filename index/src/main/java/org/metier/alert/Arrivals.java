package org.metier.alert;

import java.util.List;
import java.util.function.Consumer;

/// Where new vacancies are learnt of, in the order of their publication.
public interface Arrivals {
  /// The next arrivals, by ascending sequence number.
  ///
  /// @param after sequence number of the last one that is known; 0 for none
  /// @param limit at most so many, at least 1; fewer come only when there are no more
  List<Arrival> publishedSince(long after, int limit);

  /// Shows the cluster of every vacancy that is open now.
  void forEachOpen(Consumer<String> cluster);
}
