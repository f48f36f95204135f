package org.metier.duplicate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.metier.vacancy.VacancyId;

/// Advertisements, rulings and clusters in memory, always in step: for evaluations, tests and sets of some
/// thousands. Not thread-safe.
public final class AdvertMemory implements AdvertStore {
  private final Clusters rules;
  private final NavigableMap<VacancyId, Advert> adverts = new TreeMap<>();
  private final Map<Long, Set<VacancyId>> byTerm = new HashMap<>();
  private final NavigableMap<String, Cluster> clusters = new TreeMap<>();
  private final Map<VacancyId, String> clusterNames = new HashMap<>();
  private final Set<Ruling> rulings = new LinkedHashSet<>();

  public AdvertMemory(Clusters rules) {
    this.rules = rules;
  }

  /// Takes advertisements in; one of a known id replaces that.
  public ClusterChanges put(Collection<Advert> changed) {
    for (Advert advert : changed) {
      forget(advert.id());
      adverts.put(advert.id(), advert);
      for (long term : advert.terms()) {
        byTerm.computeIfAbsent(term, k -> new TreeSet<>()).add(advert.id());
      }
    }
    return update(changed.stream().map(Advert::id).toList());
  }

  /// Takes advertisements out; unknown ones are passed over.
  public ClusterChanges remove(Collection<VacancyId> gone) {
    gone.forEach(this::forget);
    return update(gone);
  }

  /// Takes a ruling in, in place of an earlier one on the same two.
  public ClusterChanges rule(Ruling ruling) {
    rulings.removeIf(r -> isOnSame(r, ruling));
    rulings.add(ruling);
    return update(List.of(ruling.first(), ruling.second()));
  }

  /// Takes a ruling back.
  public ClusterChanges retract(Ruling ruling) {
    rulings.removeIf(r -> isOnSame(r, ruling));
    return update(List.of(ruling.first(), ruling.second()));
  }

  /// All clusters by name.
  public List<Cluster> clusters() {
    return List.copyOf(clusters.values());
  }

  private static boolean isOnSame(Ruling a, Ruling b) {
    return a.first().equals(b.first()) && a.second().equals(b.second());
  }

  private void forget(VacancyId id) {
    Advert known = adverts.remove(id);
    if (known != null) {
      for (long term : known.terms()) {
        byTerm.getOrDefault(term, Set.of()).remove(id);
      }
    }
  }

  private ClusterChanges update(Collection<VacancyId> changed) {
    ClusterChanges changes = rules.update(this, changed);
    changes.dissolved().keySet().forEach(name -> {
      Cluster gone = clusters.remove(name);
      if (gone != null) {
        gone.members().forEach(clusterNames::remove);
      }
    });
    for (Cluster cluster : changes.clusters()) {
      Cluster before = clusters.put(cluster.name(), cluster);
      if (before != null) {
        before.members().forEach(id -> clusterNames.remove(id, cluster.name()));
      }
    }
    for (Cluster cluster : changes.clusters()) {
      cluster.members().forEach(id -> clusterNames.put(id, cluster.name()));
    }
    return changes;
  }

  @Override
  public Optional<Advert> find(VacancyId id) {
    return Optional.ofNullable(adverts.get(id));
  }

  @Override
  public List<Advert> sharing(long[] terms) {
    Set<VacancyId> ids = new TreeSet<>();
    for (long term : terms) {
      ids.addAll(byTerm.getOrDefault(term, Set.of()));
    }
    List<Advert> found = new ArrayList<>();
    ids.forEach(id -> find(id).ifPresent(found::add));
    return found;
  }

  @Override
  public Optional<Cluster> clusterOf(VacancyId id) {
    @Nullable
    String name = clusterNames.get(id);
    return name == null ? Optional.empty() : cluster(name);
  }

  @Override
  public Optional<Cluster> cluster(String name) {
    return Optional.ofNullable(clusters.get(name));
  }

  @Override
  public List<Ruling> rulings(VacancyId id) {
    return rulings.stream().filter(r -> r.first().equals(id) || r.second().equals(id)).toList();
  }
}
