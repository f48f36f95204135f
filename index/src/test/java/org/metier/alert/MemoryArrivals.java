package org.metier.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.metier.vacancy.Vacancy;

/// Arrivals kept in memory.
final class MemoryArrivals implements Arrivals {
  private final List<Arrival> arrivals = new ArrayList<>();
  final Set<String> open = new TreeSet<>();

  void publish(String cluster, Vacancy vacancy) {
    arrivals.add(new Arrival(latest() + 1, cluster, vacancy));
    open.add(cluster);
  }

  long latest() {
    return arrivals.size();
  }

  @Override
  public List<Arrival> publishedSince(long after, int limit) {
    return arrivals.stream().filter(a -> a.sequence() > after).limit(limit).toList();
  }

  @Override
  public void forEachOpen(Consumer<String> cluster) {
    open.forEach(cluster);
  }
}
