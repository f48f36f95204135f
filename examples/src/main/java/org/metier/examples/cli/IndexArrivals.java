package org.metier.examples.cli;

import java.util.List;
import java.util.function.Consumer;
import org.metier.alert.Arrival;
import org.metier.alert.Arrivals;
import org.metier.index.VacancyIndex;

/// The vacancies of an index, in the order in which they were first shown.
record IndexArrivals(VacancyIndex index) implements Arrivals {
  private static final int PAGE = 1_000;

  @Override
  public List<Arrival> publishedSince(long after, int limit) {
    return index.arrivalsAfter(after, limit)
        .stream()
        .map(a -> new Arrival(a.number(), a.cluster(), a.vacancy()))
        .toList();
  }

  @Override
  public void forEachOpen(Consumer<String> cluster) {
    List<VacancyIndex.Arrival> page = index.arrivalsAfter(0, PAGE);
    while (!page.isEmpty()) {
      page.forEach(arrival -> cluster.accept(arrival.cluster()));
      page = index.arrivalsAfter(page.getLast().number(), PAGE);
    }
  }
}
