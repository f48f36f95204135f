package org.metier.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.metier.duplicate.Advert;
import org.metier.duplicate.AdvertStore;
import org.metier.duplicate.Cluster;
import org.metier.duplicate.Clusters;
import org.metier.duplicate.Ruling;
import org.metier.index.internal.Hashes;
import org.metier.index.internal.RecordDocument;
import org.metier.index.internal.RecordFields;
import org.metier.index.internal.Scan;
import org.metier.index.internal.StoreWriter;
import org.metier.index.internal.StoredRecord;
import org.metier.ledger.LedgerEntry;
import org.metier.ledger.RecordState;
import org.metier.vacancy.VacancyId;

/// Keeps the records of one job together, one of them shown. Not thread-safe.
final class Clustering {
  /// Candidates looked at for one record; those beyond share least with it.
  private static final int MAX_CANDIDATES = 1_000;
  /// Adverts kept at hand, some 3 kB each.
  private static final int MAX_KEPT = 10_000;

  private final StoreWriter writer;
  private final Workspace workspace;
  private final Decisions decisions;
  private final Clusters clusters;
  private final @Nullable IndexSearcher former;
  private final Map<VacancyId, Advert> kept = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<VacancyId, Advert> eldest) {
      return size() > MAX_KEPT;
    }
  };

  /// @param trust how far each source is trusted to show a vacancy well, 0 to 1; 0.5 if it is absent
  Clustering(StoreWriter writer, Workspace workspace, Decisions decisions,
      Map<String, Double> trust) {
    this(writer, workspace, decisions, trust, null);
  }

  /// @param former the generation that records come from: their clusters go on by name and by who is shown
  Clustering(StoreWriter writer, Workspace workspace, Decisions decisions,
      Map<String, Double> trust, @Nullable IndexSearcher former) {
    this.former = former;
    this.writer = writer;
    this.workspace = workspace;
    this.decisions = decisions;
    clusters = Clusters.builder()
        .trust(source -> (int) Math.round(trust.getOrDefault(source, 0.5) * 1_000))
        .build();
  }

  /// Puts every changed record of the workspace, and all that it drags along, into its cluster.
  void settle() throws IOException {
    settle(workspace.changes().stream().map(r -> r.entry().id()).toList());
  }

  /// Settles some records of the workspace.
  void settle(Collection<VacancyId> changed) throws IOException {
    try {
      Adverts adverts = new Adverts();
      for (Cluster cluster : clusters.update(adverts, changed).clusters()) {
        apply(opaque(cluster));
      }
      for (VacancyId id : changed) {
        // Ended and came back since the last commit: its cluster did not change, but it is in none.
        boolean isApart = workspace.find(id)
            .filter(r -> r.entry().state().isLive() && r.entry().cluster() == null)
            .isPresent();
        if (isApart) {
          apply(adverts.clusterOf(id)
              .orElseThrow(() -> new IllegalStateException(id + " was put into no cluster")));
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /// A name that says nothing of a member, so that a member can be erased.
  private static Cluster opaque(Cluster cluster) {
    return new Cluster(opaque(cluster.name()), cluster.representative(), cluster.members(),
        cluster.firstSeen(), cluster.links());
  }

  private static String opaque(String name) {
    return name.indexOf(':') < 0 ? name : Hashes.hex(name, 8);
  }

  private void apply(Cluster cluster) throws IOException {
    for (VacancyId id : cluster.members()) {
      StoredRecord member = workspace.find(id)
          .orElseThrow(() -> new IllegalStateException(id + " is in a cluster, but not kept"));
      boolean isShown = id.equals(cluster.representative());
      LedgerEntry entry = member.entry()
          .in(cluster.name(), isShown ? RecordState.PUBLISHED : RecordState.MERGED,
              arrival(member, isShown));
      Cluster shownFor = isShown ? cluster : null;
      StoredRecord now = member.with(entry).with(shownFor);
      if (!now.equals(member)) {
        workspace.put(now);
      }
    }
  }

  private long arrival(StoredRecord member, boolean isShown) {
    long known = member.entry().arrival();
    return isShown && known == 0 ? writer.nextArrival() : known;
  }

  /// Finds records by their ids.
  private interface Records {
    Optional<StoredRecord> find(VacancyId id) throws IOException;
  }

  /// The workspace over the index, as the duplicates see them: records as they will be, clusters as they
  /// were.
  private final class Adverts implements AdvertStore {
    private final Map<Long, List<VacancyId>> fresh = new HashMap<>();

    Adverts() {
      for (StoredRecord record : workspace.changes()) {
        kept.remove(record.entry().id());
        if (record.entry().state().isLive()) {
          Advert advert = workspace.advert(record);
          kept.put(record.entry().id(), advert);
          for (long term : advert.terms()) {
            fresh.computeIfAbsent(term, t -> new ArrayList<>(1)).add(record.entry().id());
          }
        }
      }
    }

    @Override
    public Optional<Advert> find(VacancyId id) {
      Advert known = kept.get(id);
      if (known != null) {
        return Optional.of(known);
      }
      try {
        Optional<Advert> advert = workspace.find(id)
            .filter(r -> r.entry().state().isLive())
            .map(workspace::advert);
        advert.ifPresent(a -> kept.put(id, a));
        return advert;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public List<Advert> sharing(long[] terms) {
      Set<VacancyId> ids = new LinkedHashSet<>();
      List<BytesRef> twins = new ArrayList<>(terms.length);
      for (long term : terms) {
        ids.addAll(fresh.getOrDefault(term, List.of()));
        twins.add(RecordFields.twin(term));
      }
      try {
        IndexSearcher searcher = workspace.searcher();
        Scan.forEachId(searcher, RecordFields.TWIN, twins, id -> {
          if (!workspace.isChanged(id) && ids.size() < MAX_CANDIDATES) {
            ids.add(id);
          }
        });
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      List<Advert> adverts = new ArrayList<>();
      ids.forEach(id -> find(id).ifPresent(adverts::add));
      return adverts;
    }

    @Override
    public Optional<Cluster> clusterOf(VacancyId id) {
      try {
        Optional<StoredRecord> before = workspace.stored(id);
        if (before.isEmpty() && former != null) {
          before = RecordDocument.find(former, id);
        }
        String name = before.map(r -> r.entry().cluster()).orElse(null);
        return name == null ? Optional.empty() : cluster(name);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Optional<Cluster> cluster(String name) {
      try {
        Query shown = Stock.shownFor(opaque(name));
        Optional<StoredRecord> found = shownFor(workspace.searcher(), shown, workspace::stored);
        if (found.isEmpty() && former != null) {
          found = shownFor(former, shown, id -> RecordDocument.find(former, id));
        }
        return found.map(StoredRecord::cluster);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static Optional<StoredRecord> shownFor(IndexSearcher searcher, Query shown,
        Records records) throws IOException {
      List<VacancyId> ids = new ArrayList<>();
      Scan.forEachId(searcher, shown, ids::add);
      return ids.isEmpty() ? Optional.empty() : records.find(ids.getFirst());
    }

    @Override
    public List<Ruling> rulings(VacancyId id) {
      return decisions.rulings(id);
    }
  }
}
