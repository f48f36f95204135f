package org.metier.duplicate;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a change of advertisements does to clusters.
///
/// @param clusters new ones and those that are no longer as they were, by name
/// @param dissolved names of clusters that are no more, to that of the cluster which most of their members
///     went to; empty text when no member is left
public record ClusterChanges(List<Cluster> clusters, Map<String, String> dissolved) {
  public ClusterChanges {
    clusters = List.copyOf(clusters);
    dissolved = Collections.unmodifiableMap(new TreeMap<>(dissolved));
  }

  public boolean isEmpty() {
    return clusters.isEmpty() && dissolved.isEmpty();
  }
}
