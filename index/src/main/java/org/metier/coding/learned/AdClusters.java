package org.metier.coding.learned;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.metier.text.internal.Folding;

/// Finds advertisements that are near-duplicates of each other, so that none stands on both sides of a
/// split: those that share at least 0.4 of their runs of four words (exact Jaccard index), and those of
/// the same employer with the same title. Clusters are what such pairs connect.
///
/// Meant to err towards too large clusters: they only make a measure stricter.
public final class AdClusters {
  private static final int RUN = 4;
  private static final double LEAST_LIKENESS = 0.4;
  /// Runs that more texts have are boilerplate, which by itself makes nobody a candidate.
  private static final int MOST_TEXTS = 200;

  private final int[] parent;

  private AdClusters(int texts) {
    parent = new int[texts];
    Arrays.setAll(parent, i -> i);
  }

  /// @return for each text the number of the first text of its cluster
  public static int[] of(List<AdText> texts) {
    AdClusters clusters = new AdClusters(texts.size());
    long[][] runs = texts.stream().map(AdClusters::runs).toArray(long[][]::new);
    clusters.joinAlike(runs);
    clusters.joinSameTitle(texts);
    int[] first = new int[texts.size()];
    Arrays.setAll(first, clusters::find);
    return first;
  }

  private void joinAlike(long[][] runs) {
    Map<Long, List<Integer>> having = new HashMap<>();
    for (int text = 0; text < runs.length; text++) {
      Set<Integer> candidates = new TreeSet<>();
      for (long run : runs[text]) {
        List<Integer> earlier = having.computeIfAbsent(run, r -> new ArrayList<>());
        if (earlier.size() < MOST_TEXTS) {
          candidates.addAll(earlier);
          earlier.add(text);
        }
      }
      for (int other : candidates) {
        if (find(other) != find(text) && likeness(runs[text], runs[other]) >= LEAST_LIKENESS) {
          join(text, other);
        }
      }
    }
  }

  private void joinSameTitle(List<AdText> texts) {
    Map<List<String>, Integer> firstOf = new HashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      String employer = String.join(" ", words(texts.get(i).employer()));
      String title = String.join(" ", words(texts.get(i).title()));
      Integer first = employer.isEmpty() ? null : firstOf.putIfAbsent(List.of(title, employer), i);
      if (first != null) {
        join(i, first);
      }
    }
  }

  private int find(int text) {
    int root = text;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }

  private void join(int a, int b) {
    int rootA = find(a);
    int rootB = find(b);
    parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
  }

  /// Jaccard index of two ascending lists.
  static double likeness(long[] a, long[] b) {
    int shared = 0;
    for (int i = 0, j = 0; i < a.length && j < b.length;) {
      int order = Long.compare(a[i], b[j]);
      shared += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    int all = a.length + b.length - shared;
    return all == 0 ? 0 : (double) shared / all;
  }

  /// The hashes of every four words in a row, ascending, each once; of a shorter text that of all words.
  private static long[] runs(AdText text) {
    List<String> words = words(text.title() + " " + text.description());
    int count = Math.max(1, words.size() - RUN + 1);
    long[] runs = new long[count];
    for (int i = 0; i < count; i++) {
      long hash = 7;
      for (String word : words.subList(i, Math.min(words.size(), i + RUN))) {
        hash = hash * 0x9e3779b97f4a7c15L + word.hashCode();
        hash ^= hash >>> 29;
      }
      runs[i] = hash;
    }
    return Arrays.stream(runs).sorted().distinct().toArray();
  }

  private static List<String> words(String text) {
    return Arrays.stream(Folding.plain(text).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
