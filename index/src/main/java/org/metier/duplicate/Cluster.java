package org.metier.duplicate;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.metier.vacancy.VacancyId;

/// Advertisements of one vacancy, of which one is shown. One that has no twin is a cluster of its own.
///
/// @param name unique; stays while the cluster has a member, whoever leaves
/// @param representative the member that is shown
/// @param members all of them, the representative among them; each keeps its own links to answer it
/// @param firstSeen when the earliest member, present or past, was first published; a repost does not make
///     it new. Null when no member says
/// @param links why they are together: one fewer than members, each the strongest that joined two parts
public record Cluster(String name, VacancyId representative, NavigableSet<VacancyId> members,
    @Nullable Instant firstSeen, List<Link> links) {
  public Cluster {
    members = Collections.unmodifiableNavigableSet(new TreeSet<>(members));
    links = List.copyOf(links);
    if (!members.contains(representative)) {
      throw new IllegalArgumentException(
          "the representative " + representative + " of cluster " + name + " is no member of it");
    }
  }
}
