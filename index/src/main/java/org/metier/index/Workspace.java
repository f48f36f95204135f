package org.metier.index;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import org.metier.duplicate.Advert;
import org.metier.duplicate.Signature;
import org.metier.feed.VacancyDraft;
import org.metier.index.internal.RecordDocument;
import org.metier.index.internal.RecordFields;
import org.metier.index.internal.Scan;
import org.metier.index.internal.StoreWriter;
import org.metier.index.internal.StoredRecord;
import org.metier.match.internal.RowWriter;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;

/// The records as they will be after the batch at hand: what is written since the last commit stands over
/// what the index holds, so that no decision rests on a stale record. Not thread-safe.
final class Workspace {
  /// Records of the index kept at hand within a batch, some 10 kB each: several steps ask for one, and to
  /// read it is to unpack its neighbours as well.
  private static final int MAX_STORED = 1_000;

  private final StoreWriter writer;
  private final RowWriter rows;
  private final Map<VacancyId, StoredRecord> changed = new LinkedHashMap<>();
  private final Map<VacancyId, @Nullable Instant> deadlines = new HashMap<>();
  private final Map<VacancyId, Compared> adverts = new HashMap<>();
  private final Map<VacancyId, StoredRecord> stored = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<VacancyId, StoredRecord> eldest) {
      return size() > MAX_STORED;
    }
  };
  private long changedCharacters;

  Workspace(StoreWriter writer, RowWriter rows) {
    this.writer = writer;
    this.rows = rows;
  }

  IndexSearcher searcher() throws IOException {
    return writer.searcher();
  }

  /// The hash of the content under an id, null when there is none.
  @Nullable
  String hash(VacancyId id) throws IOException {
    StoredRecord fresh = changed.get(id);
    return fresh == null
        ? RecordDocument.hash(writer.searcher(), id)
        : fresh.entry().contentHash();
  }

  Optional<StoredRecord> find(VacancyId id) throws IOException {
    StoredRecord fresh = changed.get(id);
    return fresh == null
        ? stored(id).map(this::extended)
        : Optional.of(fresh);
  }

  /// The record as it was before the batch.
  Optional<StoredRecord> stored(VacancyId id) throws IOException {
    StoredRecord known = stored.get(id);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<StoredRecord> read = RecordDocument.find(writer.searcher(), id);
    read.ifPresent(record -> stored.put(id, record));
    return read;
  }

  /// An advert and what it was made of.
  private record Compared(@Nullable VacancyDraft draft, @Nullable Vacancy vacancy,
      @Nullable Signature signature, Advert advert) {
    @SuppressWarnings("ReferenceEquality") // equal ones cost more to tell than to make anew
    boolean isOf(StoredRecord record) {
      return draft == record.draft() && vacancy == record.vacancy()
          && signature == record.signature();
    }
  }

  /// What is compared of a live record, made only once for each state of it in a batch.
  Advert advert(StoredRecord record) {
    Compared known = adverts.get(record.entry().id());
    if (known != null && known.isOf(record)) {
      return known.advert();
    }
    Advert advert = record.advert();
    if (changed.containsKey(record.entry().id())) {
      adverts.put(record.entry().id(),
          new Compared(record.draft(), record.vacancy(), record.signature(), advert));
    }
    return advert;
  }

  /// Whether a record was changed since the last commit.
  boolean isChanged(VacancyId id) {
    return changed.containsKey(id);
  }

  /// The records changed since the last commit, in the order of their first change.
  List<StoredRecord> changes() {
    return List.copyOf(changed.values());
  }

  /// The live members of a cluster, in the order of their ids.
  List<StoredRecord> members(String cluster) throws IOException {
    Map<VacancyId, StoredRecord> members = new TreeMap<>();
    List<VacancyId> ids = new ArrayList<>();
    Scan.forEachId(writer.searcher(), new TermQuery(new Term(RecordFields.CLUSTER, cluster)),
        ids::add);
    for (VacancyId id : ids) {
      if (!changed.containsKey(id)) {
        members.put(id, find(id).orElseThrow());
      }
    }
    for (StoredRecord fresh : changed.values()) {
      if (cluster.equals(fresh.entry().cluster())) {
        members.put(fresh.entry().id(), fresh);
      }
    }
    return new ArrayList<>(members.values());
  }

  void put(StoredRecord record) {
    changed.put(record.entry().id(), record);
    changedCharacters += record.vacancy() == null ? 0 : record.vacancy().description().length();
  }

  /// Lets a record live until another moment; null for ever.
  void until(VacancyId id, @Nullable Instant deadline) {
    StoredRecord fresh = changed.get(id);
    if (fresh == null) {
      deadlines.put(id, deadline);
    } else {
      changed.put(id, fresh.with(fresh.entry().until(deadline)));
    }
  }

  private StoredRecord extended(StoredRecord record) {
    VacancyId id = record.entry().id();
    return deadlines.containsKey(id)
        ? record.with(record.entry().until(deadlines.get(id)))
        : record;
  }

  /// How many records got another deadline and nothing else.
  int extensions() {
    return deadlines.size();
  }

  int size() {
    return changed.size();
  }

  /// Characters of text in the changed records, roughly.
  long characters() {
    return changedCharacters;
  }

  /// Hands what was changed to the index; a commit is to follow.
  void flush() throws IOException {
    for (StoredRecord record : changed.values()) {
      Advert advert = record.entry().state().isLive() ? advert(record) : null;
      writer.replace(RecordFields.id(record.entry().id()),
          RecordDocument.of(record, advert, rows));
    }
    for (var extension : deadlines.entrySet()) {
      if (!changed.containsKey(extension.getKey())) {
        writer.number(RecordFields.id(extension.getKey()), RecordFields.DEADLINE,
            RecordDocument.millis(extension.getValue()));
      }
    }
    changed.clear();
    adverts.clear();
    stored.clear();
    deadlines.clear();
    changedCharacters = 0;
  }
}
