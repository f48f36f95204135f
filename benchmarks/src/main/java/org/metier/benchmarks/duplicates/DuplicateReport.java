package org.metier.benchmarks.duplicates;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What an evaluation of de-duplication found.
///
/// @param rows of the feed
/// @param rejected rows that could not be used
/// @param repeated rows that are the same as an earlier one of their key
/// @param records the others
/// @param clusters that Metier makes of the records
/// @param sizes how many clusters there are of each size
/// @param clustersWithoutKeys clusters when each row is a record of its own and nothing names it exactly
/// @param isEachRepeatFound whether without keys each repeated row is with the row it repeats
/// @param decisions on pairs that share a term, by kind: `same`, `repost`, `multiCity`,
///     `different`
/// @param vetoes that decided, by name
/// @param mergesAcrossEmployerAndTown pairs in one cluster whose employers and towns differ; must be 0
/// @param labelled null when no labelled pair is of this feed
public record DuplicateReport(int rows, int rejected, int repeated, int records, int clusters,
    Map<Integer, Integer> sizes, int clustersWithoutKeys, boolean isEachRepeatFound,
    Map<String, Integer> decisions, Map<String, Integer> vetoes, int mergesAcrossEmployerAndTown,
    @Nullable Labelled labelled) {
  public DuplicateReport {
    sizes = Collections.unmodifiableMap(new TreeMap<>(sizes));
    decisions = Collections.unmodifiableMap(new TreeMap<>(decisions));
    vetoes = Collections.unmodifiableMap(new TreeMap<>(vetoes));
  }

  /// Measures on labelled pairs.
  ///
  /// @param pairs labelled, both of whose records are in the feed
  /// @param same of these, pairs that are one vacancy
  /// @param unknown labelled pairs whose records are not there
  /// @param candidates pairs that could be one vacancy, from which the random ones were drawn
  /// @param systems by name, Metier first
  public record Labelled(int pairs, int same, int unknown, int candidates,
      Map<String, Figures> systems) {
    public Labelled {
      systems = Collections.unmodifiableMap(new LinkedHashMap<>(systems));
    }
  }

  /// @param groups that the system makes of the records
  /// @param precision of all labelled pairs that it merges, the share that is one vacancy
  /// @param recall of all labelled pairs that are one vacancy, the share that it merges
  /// @param mergedPairs candidates that it merges
  /// @param unreadPairs of these, those that nobody labelled
  /// @param randomPrecision of the random pairs that it merges, weighted by their strata
  /// @param randomRecall of the random pairs that are one vacancy, weighted by their strata: an estimate for
  ///     all candidates
  public record Figures(int groups, Share precision, Share recall, int mergedPairs, int unreadPairs,
      Share randomPrecision, Share randomRecall) {}
}
