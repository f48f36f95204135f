package org.metier.index.internal;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.metier.duplicate.Advert;
import org.metier.duplicate.Cluster;
import org.metier.duplicate.Signature;
import org.metier.feed.VacancyDraft;
import org.metier.json.Json;
import org.metier.ledger.LedgerEntry;
import org.metier.ledger.RecordState;
import org.metier.taxonomy.Taxonomy;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;

/// A record as a document: its account always; its texts unless it was withdrawn; and what searching needs
/// only while it is shown.
public final class RecordDocument {
  private static final Set<String> STORED = Set.of(RecordFields.ENTRY, RecordFields.DRAFT,
      RecordFields.SIGNATURE, RecordFields.MEMBERS, Fields.JSON);

  /// How the keys of records end that share a key with another one.
  private static final Pattern VARIANT_KEY = Pattern.compile("~[0-9a-f]{8}$");

  private RecordDocument() {}

  public static Document of(StoredRecord record, Taxonomy taxonomy) {
    LedgerEntry entry = record.entry();
    boolean isShown = entry.state() == RecordState.PUBLISHED;
    Document document = isShown
        ? VacancyDocument.of(record.requiredVacancy(), taxonomy)
        : new Document();
    identity(document, entry);
    if (isShown) {
      Fields.keyword(document, RecordFields.SHOWN, RecordFields.SHOWN_VALUE);
      document.add(new LongPoint(RecordFields.ARRIVAL, entry.arrival()));
      document.add(new NumericDocValuesField(RecordFields.ARRIVAL, entry.arrival()));
      if (record.requiredVacancy().review() != null) {
        Fields.keyword(document, RecordFields.REVIEW, "1");
      }
    }
    if (entry.state().isLive()) {
      twins(document, record);
    }
    if (record.cluster() != null) {
      document.add(new StoredField(RecordFields.MEMBERS, Json.write(record.cluster())));
    }
    if (record.signature() != null) {
      document.add(new StoredField(RecordFields.SIGNATURE, record.signature().bytes()));
    }
    document.add(new NumericDocValuesField(RecordFields.DEADLINE, millis(entry.deadline())));
    document.add(new LongPoint(RecordFields.CHANGED, entry.changedAt().toEpochMilli()));
    document.add(new StoredField(RecordFields.ENTRY, Json.write(entry)));
    if (record.draft() != null) {
      document.add(new StoredField(RecordFields.DRAFT, Json.write(record.draft())));
    }
    if (record.vacancy() != null) {
      document.add(new StoredField(Fields.JSON, Json.write(record.vacancy())));
    }
    return document;
  }

  private static void twins(Document document, StoredRecord record) {
    if (record.entry().cluster() != null) {
      Fields.keyword(document, RecordFields.CLUSTER, record.entry().cluster());
    }
    Advert advert = record.advert();
    for (String term : advert.terms()) {
      document.add(new StringField(RecordFields.TWIN, RecordFields.twin(term), Field.Store.NO));
    }
    if (advert.employer() != null) {
      Fields.keyword(document, RecordFields.EMPLOYER, advert.employer().key());
    }
  }

  private static void identity(Document document, LedgerEntry entry) {
    String id = entry.id().toString();
    Fields.keyword(document, RecordFields.KIND, RecordFields.RECORD);
    Fields.keyword(document, RecordFields.OWNER, entry.id().source());
    Fields.keyword(document, RecordFields.STATE, entry.state().name());
    document.add(new StringField(RecordFields.LAST_RUN,
        RecordFields.lastRun(entry.id().source(), entry.run()).text(), Field.Store.NO));
    Fields.keyword(document, Fields.ID, id);
    document.add(new SortedDocValuesField(Fields.ID, new BytesRef(id)));
    document.add(new BinaryDocValuesField(Fields.HASH, new BytesRef(entry.contentHash())));
    if (isVariant(entry.id())) {
      Fields.keyword(document, RecordFields.VARIANT, "1");
    }
  }

  /// Whether a record is kept under a key of its own because it shares that of its source with another one.
  public static boolean isVariant(VacancyId id) {
    return VARIANT_KEY.matcher(id.key()).find();
  }

  /// The record with an id; empty when there is none.
  public static Optional<StoredRecord> find(IndexSearcher searcher, VacancyId id)
      throws IOException {
    ScoreDoc[] hits = searcher.search(new TermQuery(RecordFields.id(id)), 1).scoreDocs;
    return hits.length == 0
        ? Optional.empty()
        : Optional.of(read(searcher, hits[0].doc));
  }

  /// A deadline as a number; that of none lies after all others.
  public static long millis(@Nullable Instant deadline) {
    return deadline == null ? Long.MAX_VALUE : deadline.toEpochMilli();
  }

  /// A deadline moves on with each delivery of a source with a time to live, without the rest being written
  /// again.
  private static @Nullable Instant deadline(IndexSearcher searcher, int doc) throws IOException {
    var leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    NumericDocValues deadlines = DocValues.getNumeric(leaf.reader(), RecordFields.DEADLINE);
    return deadlines.advanceExact(doc - leaf.docBase) && deadlines.longValue() != Long.MAX_VALUE
        ? Instant.ofEpochMilli(deadlines.longValue())
        : null;
  }

  /// The account in a document.
  public static LedgerEntry entry(IndexSearcher searcher, int doc) throws IOException {
    return Json.read(
        searcher.storedFields().document(doc, Set.of(RecordFields.ENTRY)).get(RecordFields.ENTRY),
        LedgerEntry.class).until(deadline(searcher, doc));
  }

  /// Reads the record in a document.
  public static StoredRecord read(IndexSearcher searcher, int doc) throws IOException {
    Document found = searcher.storedFields().document(doc, STORED);
    Instant deadline = deadline(searcher, doc);
    String draft = found.get(RecordFields.DRAFT);
    String vacancy = found.get(Fields.JSON);
    String members = found.get(RecordFields.MEMBERS);
    BytesRef signature = found.getBinaryValue(RecordFields.SIGNATURE);
    LedgerEntry entry = Json.read(found.get(RecordFields.ENTRY), LedgerEntry.class).until(deadline);
    return new StoredRecord(entry,
        draft == null ? null : Json.read(draft, VacancyDraft.class),
        vacancy == null ? null : Json.read(vacancy, Vacancy.class),
        signature == null ? null : Signature.read(BytesRef.deepCopyOf(signature).bytes),
        members == null ? null : Json.read(members, Cluster.class));
  }

  /// The hash of the content that is kept under an id; null when there is none. Costs a look-up in the
  /// dictionary of each segment.
  public static @Nullable String hash(IndexSearcher searcher, VacancyId id) throws IOException {
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      PostingsEnum postings = leaf.reader().postings(RecordFields.id(id), PostingsEnum.NONE);
      if (postings == null) {
        continue;
      }
      for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings
          .nextDoc()) {
        boolean isLive = leaf.reader().getLiveDocs() == null
            || leaf.reader().getLiveDocs().get(doc);
        var hashes = leaf.reader().getBinaryDocValues(Fields.HASH);
        if (isLive && hashes != null && hashes.advanceExact(doc)) {
          return hashes.binaryValue().utf8ToString();
        }
      }
    }
    return null;
  }
}
