package org.metier.benchmarks.duplicates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.metier.duplicate.Advert;
import org.metier.duplicate.AdvertMemory;
import org.metier.duplicate.Cluster;
import org.metier.duplicate.Clusters;
import org.metier.duplicate.Signature;
import org.metier.feed.VacancyDraft;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;

/// Which records a system puts together.
///
/// @param group of each record, a number; records of one group are one vacancy
record Merging(List<Integer> group) {
  Merging {
    group = List.copyOf(group);
  }

  private static Merging of(int[] group) {
    return new Merging(Arrays.stream(group).boxed().toList());
  }

  boolean isMerged(PairUniverse.Pair pair) {
    return group.get(pair.first()).equals(group.get(pair.second()));
  }

  int groups() {
    return new TreeSet<>(group).size();
  }

  /// Metier's clusters.
  static Merging of(List<Advert> adverts, List<Cluster> clusters) {
    Map<VacancyId, Integer> numbers = new HashMap<>();
    for (int number = 0; number < clusters.size(); number++) {
      for (VacancyId id : clusters.get(number).members()) {
        numbers.put(id, number);
      }
    }
    return new Merging(adverts.stream().map(a -> numbers.getOrDefault(a.id(), -1)).toList());
  }

  /// Equal title, employer and town, whatever the case; a record without employer or town stands alone.
  static Merging byFields(List<VacancyDraft> drafts) {
    Map<String, Integer> numbers = new HashMap<>();
    int[] group = new int[drafts.size()];
    for (int i = 0; i < group.length; i++) {
      Vacancy v = drafts.get(i).vacancy();
      List<String> towns = Advert.towns(v);
      String key = v.employer() == null || towns.isEmpty()
          ? "#" + i
          : (v.title() + "|" + v.employer() + "|" + towns.getFirst()).toLowerCase(Locale.ROOT);
      group[i] = numbers.computeIfAbsent(key, k -> numbers.size());
    }
    return of(group);
  }

  /// MinHash alone: texts that share a band and resemble each other as much are together, and what is
  /// together with one of them.
  static Merging byText(List<VacancyDraft> drafts, double least) {
    List<Signature> signatures = drafts.stream()
        .map(d -> Signature.of(d.vacancy().title(), d.vacancy().description()))
        .toList();
    Map<Long, List<Integer>> byBand = new HashMap<>();
    int[] parent = new int[drafts.size()];
    for (int i = 0; i < parent.length; i++) {
      parent[i] = i;
      for (long band : signatures.get(i).bands()) {
        List<Integer> earlier = byBand.computeIfAbsent(band, b -> new ArrayList<>());
        for (int other : earlier) {
          int root = root(parent, i);
          int otherRoot = root(parent, other);
          if (root != otherRoot && signatures.get(i).resemblance(signatures.get(other)) >= least) {
            parent[root] = otherRoot;
          }
        }
        earlier.add(i);
      }
    }
    int[] group = new int[parent.length];
    for (int i = 0; i < group.length; i++) {
      group[i] = root(parent, i);
    }
    return of(group);
  }

  private static int root(int[] parent, int i) {
    int at = i;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /// Metier's clusters of these advertisements.
  static List<Cluster> clusters(List<Advert> adverts) {
    AdvertMemory memory = new AdvertMemory(Clusters.standard());
    memory.put(adverts);
    return memory.clusters();
  }
}
