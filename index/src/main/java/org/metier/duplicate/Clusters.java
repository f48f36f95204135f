package org.metier.duplicate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.metier.vacancy.VacancyId;

/// Keeps advertisements in clusters while they come, change and go.
///
/// Which advertisements are together is a function of the advertisements and rulings that there are:
/// whatever the order of their arrival, and however often the same update is run. To that end a change is
/// followed to all advertisements that links lead to, and these are parted anew ([Parts]).
///
/// Which member is shown has a memory, so that what people saw, saved and answered stays where it was: a
/// representative stays until it leaves the cluster. A new one is the member of the most trusted source,
/// of those the one that says most, of those the earliest published, of those the one of least id. Of
/// several clusters that become one, that with most members goes on, of those the one of least name; of a
/// cluster that is split, the part with its representative goes on, else that with most of its members.
///
/// Immutable, thread-safe; holds the neighbourhoods of the changed advertisements in memory.
public final class Clusters {
  private final DuplicateDetector detector;
  private final boolean areRepostsJoined;
  private final ToIntFunction<String> trust;

  private Clusters(Builder builder) {
    detector = builder.detector;
    areRepostsJoined = builder.areRepostsJoined;
    trust = builder.trust;
  }

  /// Clusters with all settings at their defaults.
  public static Clusters standard() {
    return builder().build();
  }

  public static Builder builder() {
    return new Builder();
  }

  /// What becomes of clusters when these advertisements have come, changed, gone, or been ruled upon.
  ///
  /// Costs, for each advertisement that links lead to, one search for what shares its terms and a decision
  /// about each that is found.
  public ClusterChanges update(AdvertStore store, Collection<VacancyId> changed) {
    Neighbourhood neighbours = new Neighbourhood(store, changed);
    List<Parts.Whole> wholes = Parts.of(neighbours.adverts.keySet(),
        List.copyOf(neighbours.links.values()), neighbours::decision);
    return new Naming(store, neighbours).changes(wholes);
  }

  /// The same advertisement for other places: the advertisements, outside of the cluster, that a member is
  /// [Decision.MultiCity] with.
  public NavigableSet<VacancyId> siblings(AdvertStore store, Cluster cluster) {
    NavigableSet<VacancyId> siblings = new TreeSet<>();
    for (VacancyId id : cluster.members()) {
      store.find(id)
          .ifPresent(advert -> store.sharing(advert.terms())
              .stream()
              .filter(other -> !cluster.members().contains(other.id()))
              .filter(other -> detector.decide(advert, other) instanceof Decision.MultiCity)
              .forEach(other -> siblings.add(other.id())));
    }
    return siblings;
  }

  /// Two ids in order, as the key of what is between them.
  private record Pair(VacancyId first, VacancyId second) {
    static Pair of(VacancyId a, VacancyId b) {
      return a.compareTo(b) < 0 ? new Pair(a, b) : new Pair(b, a);
    }
  }

  /// The advertisements that links lead to, from those that changed and from all that were in one cluster
  /// with one of them.
  private final class Neighbourhood {
    final NavigableMap<VacancyId, Advert> adverts = new TreeMap<>();
    final Map<Pair, Link> links = new HashMap<>();
    final NavigableMap<String, Cluster> former = new TreeMap<>();
    private final Map<Pair, Decision> decisions = new HashMap<>();
    private final Map<Pair, Ruling.Verdict> rulings = new HashMap<>();
    private final Set<VacancyId> seen = new TreeSet<>();
    private final Deque<VacancyId> open = new ArrayDeque<>();
    private final AdvertStore store;

    Neighbourhood(AdvertStore store, Collection<VacancyId> changed) {
      this.store = store;
      changed.forEach(this::reach);
      while (!open.isEmpty()) {
        follow(open.remove());
      }
    }

    private void reach(VacancyId id) {
      if (seen.add(id)) {
        open.add(id);
      }
    }

    private void follow(VacancyId id) {
      store.clusterOf(id).ifPresent(cluster -> {
        former.put(cluster.name(), cluster);
        cluster.members().forEach(this::reach);
      });
      Optional<Advert> found = store.find(id);
      if (found.isEmpty()) {
        return;
      }
      Advert advert = found.get();
      adverts.put(id, advert);
      for (Ruling ruling : store.rulings(id)) {
        rulings.put(Pair.of(ruling.first(), ruling.second()), ruling.verdict());
        VacancyId other = ruling.first().equals(id) ? ruling.second() : ruling.first();
        store.find(other).ifPresent(one -> link(advert, one));
      }
      store.sharing(advert.terms()).forEach(other -> link(advert, other));
    }

    private void link(Advert advert, Advert other) {
      if (advert.id().equals(other.id())) {
        return;
      }
      Decision decision = decide(advert, other);
      boolean isJoined = switch (decision) {
        case Decision.Same _ -> true;
        case Decision.Repost _ -> areRepostsJoined;
        case Decision.MultiCity _,Decision.Different _ -> false;
      };
      if (isJoined) {
        Pair pair = Pair.of(advert.id(), other.id());
        links.put(pair, new Link(pair.first, pair.second, decision));
        reach(other.id());
      }
    }

    private Decision decide(Advert advert, Advert other) {
      Pair pair = Pair.of(advert.id(), other.id());
      return decisions.computeIfAbsent(pair, p -> {
        Decision found = detector.decide(advert, other);
        Ruling.Verdict verdict = rulings.get(p);
        if (verdict == null) {
          return found;
        }
        return switch (verdict) {
          case BELONG_TOGETHER -> new Decision.Same(found.comparison(), true);
          case KEEP_APART -> new Decision.Different(found.comparison(), List.of(Veto.RULING));
        };
      });
    }

    /// The decision about two advertisements of the neighbourhood.
    Decision decision(VacancyId a, VacancyId b) {
      Advert advert = adverts.get(a);
      Advert other = adverts.get(b);
      if (advert == null || other == null) {
        throw new IllegalStateException(a + " or " + b + " is not in the neighbourhood");
      }
      return decide(advert, other);
    }
  }

  /// Finds out which cluster goes on as which, and who is shown.
  private final class Naming {
    private final AdvertStore store;
    private final Neighbourhood neighbours;

    Naming(AdvertStore store, Neighbourhood neighbours) {
      this.store = store;
      this.neighbours = neighbours;
    }

    ClusterChanges changes(List<Parts.Whole> wholes) {
      Map<String, Parts.Whole> heirs = heirs(wholes);
      Map<Parts.Whole, String> names = names(wholes, heirs);
      List<Cluster> clusters = new ArrayList<>();
      for (Parts.Whole whole : wholes) {
        Cluster cluster = cluster(whole, names.getOrDefault(whole, ""));
        if (!cluster.equals(neighbours.former.get(cluster.name()))) {
          clusters.add(cluster);
        }
      }
      clusters.sort(Comparator.comparing(Cluster::name));
      Map<String, String> dissolved = new TreeMap<>();
      for (String name : neighbours.former.keySet()) {
        Parts.Whole heir = heirs.get(name);
        String heirName = heir == null ? "" : names.getOrDefault(heir, "");
        if (!heirName.equals(name)) {
          dissolved.put(name, heirName);
        }
      }
      return new ClusterChanges(clusters, dissolved);
    }

    /// For each former cluster the part that most has a right to its name.
    private Map<String, Parts.Whole> heirs(List<Parts.Whole> wholes) {
      Map<VacancyId, Parts.Whole> wholeOf = new HashMap<>();
      wholes.forEach(whole -> whole.members().forEach(member -> wholeOf.put(member, whole)));
      Map<String, Parts.Whole> heirs = new TreeMap<>();
      for (Cluster cluster : neighbours.former.values()) {
        cluster.members()
            .stream()
            .flatMap(member -> Stream.ofNullable(wholeOf.get(member)))
            .distinct()
            .max(Comparator
                .comparing((Parts.Whole w) -> w.members().contains(cluster.representative()))
                .thenComparingLong(w -> common(w, cluster))
                .thenComparing(w -> w.members().first(), Comparator.reverseOrder()))
            .ifPresent(whole -> heirs.put(cluster.name(), whole));
      }
      return heirs;
    }

    private long common(Parts.Whole whole, Cluster cluster) {
      return whole.members().stream().filter(cluster.members()::contains).count();
    }

    private Map<Parts.Whole, String> names(List<Parts.Whole> wholes,
        Map<String, Parts.Whole> heirs) {
      Map<Parts.Whole, String> names = new HashMap<>();
      neighbours.former.values()
          .stream()
          .sorted(Comparator.comparingInt((Cluster c) -> -c.members().size())
              .thenComparing(Cluster::name))
          .filter(cluster -> heirs.containsKey(cluster.name()))
          .forEach(cluster -> names.putIfAbsent(heirs.get(cluster.name()), cluster.name()));
      Set<String> taken = new TreeSet<>(neighbours.former.keySet());
      for (Parts.Whole whole : wholes) {
        if (!names.containsKey(whole)) {
          names.put(whole, freshName(whole, taken));
        }
      }
      return names;
    }

    /// The least id of its members, with a number behind it if a cluster has that name already.
    private String freshName(Parts.Whole whole, Set<String> taken) {
      String plain = whole.members().first().toString();
      String name = plain;
      for (int n = 2; taken.contains(name) || store.cluster(name).isPresent(); n++) {
        name = plain + "#" + n;
      }
      taken.add(name);
      return name;
    }

    private Cluster cluster(Parts.Whole whole, String name) {
      Cluster before = neighbours.former.get(name);
      VacancyId representative = before != null
          && whole.members().contains(before.representative())
              ? before.representative()
              : best(whole.members());
      return new Cluster(name, representative, whole.members(), Seen.first(whole.members()
          .stream()
          .map(neighbours.adverts::get), before), whole.links());
    }

    private VacancyId best(NavigableSet<VacancyId> members) {
      return members.stream()
          .map(neighbours.adverts::get)
          .min(Comparator.comparingInt((Advert a) -> -trust.applyAsInt(a.id().source()))
              .thenComparingInt(a -> -a.completeness())
              .thenComparing(Seen::of)
              .thenComparing(Advert::id))
          .orElseThrow(() -> new IllegalStateException("a part has no member"))
          .id();
    }
  }

  /// Collects the settings of [Clusters]; all are optional. Not thread-safe.
  public static final class Builder {
    private DuplicateDetector detector = DuplicateDetector.standard();
    private boolean areRepostsJoined = true;
    private ToIntFunction<String> trust = source -> 0;

    private Builder() {}

    public Builder detector(DuplicateDetector detector) {
      this.detector = detector;
      return this;
    }

    /// Lets reposts be vacancies of their own, as a statistics of advertisements wants them; by default
    /// they join what they repeat.
    public Builder repostsApart() {
      areRepostsJoined = false;
      return this;
    }

    /// How much a source is trusted to show a vacancy well, the more the higher; all alike by default. The
    /// function must be pure.
    public Builder trust(ToIntFunction<String> bySource) {
      trust = bySource;
      return this;
    }

    public Clusters build() {
      return new Clusters(this);
    }
  }
}
