package org.metier.index.internal;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
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
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.metier.duplicate.Advert;
import org.metier.duplicate.Cluster;
import org.metier.duplicate.EmployerText;
import org.metier.duplicate.Signature;
import org.metier.feed.VacancyDraft;
import org.metier.json.Json;
import org.metier.ledger.LedgerEntry;
import org.metier.ledger.RecordState;
import org.metier.match.internal.RowWriter;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;

/// A record as a document: its account always; its texts unless it was withdrawn; and what searching needs
/// only while it is shown.
public final class RecordDocument {
  private static final Set<String> STORED = Set.of(RecordFields.ENTRY, RecordFields.DRAFT,
      RecordFields.MEMBERS, Fields.JSON);

  /// How the keys of records end that share a key with another one.
  private static final Pattern VARIANT_KEY = Pattern.compile("~[0-9a-f]{8}$");

  private RecordDocument() {}

  /// @param advert the record as it is compared with others, null unless it is live
  public static Document of(StoredRecord record, @Nullable Advert advert, RowWriter rows) {
    LedgerEntry entry = record.entry();
    boolean isShown = entry.state() == RecordState.PUBLISHED;
    Document document = isShown
        ? VacancyDocument.of(record.requiredVacancy(), rows)
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
    if (advert != null) {
      twins(document, record, advert);
    }
    if (record.cluster() != null) {
      document.add(new StoredField(RecordFields.MEMBERS, Json.write(record.cluster())));
    }
    if (record.signature() != null) {
      // Not among the stored fields, whose compression it would only slow down.
      document.add(new BinaryDocValuesField(RecordFields.SIGNATURE,
          new BytesRef(record.signature().bytes())));
    }
    document.add(new NumericDocValuesField(RecordFields.DEADLINE, millis(entry.deadline())));
    document.add(new LongPoint(RecordFields.CHANGED, entry.changedAt().toEpochMilli()));
    document.add(new StoredField(RecordFields.ENTRY, Json.write(entry)));
    if (record.draft() != null) {
      document.add(new StoredField(RecordFields.DRAFT,
          Json.write(withoutText(record.draft(), record.vacancy()))));
    }
    if (record.vacancy() != null) {
      document.add(new StoredField(Fields.JSON, Json.write(record.vacancy())));
    }
    return document;
  }

  private static void twins(Document document, StoredRecord record, Advert advert) {
    if (record.entry().cluster() != null) {
      Fields.keyword(document, RecordFields.CLUSTER, record.entry().cluster());
    }
    for (long term : advert.terms()) {
      document.add(new StringField(RecordFields.TWIN, RecordFields.twin(term), Field.Store.NO));
    }
    if (advert.employer() != null) {
      Fields.keyword(document, RecordFields.EMPLOYER, advert.employer().key());
      document.add(new BinaryDocValuesField(RecordFields.EMPLOYER_TEXT,
          new BytesRef(employerText(record.requiredVacancy()).besides(advert.signature()))));
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
    int doc = document(searcher, id);
    return doc < 0 ? Optional.empty() : Optional.of(read(searcher, doc));
  }

  /// The document of a record, -1 when there is none. Costs a look-up in the dictionary of each segment.
  private static int document(IndexSearcher searcher, VacancyId id) throws IOException {
    Term term = RecordFields.id(id);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.NONE);
      if (postings == null) {
        continue;
      }
      Bits live = leaf.reader().getLiveDocs();
      for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings
          .nextDoc()) {
        if (live == null || live.get(doc)) {
          return leaf.docBase + doc;
        }
      }
    }
    return -1;
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
    LedgerEntry entry = Json.read(found.get(RecordFields.ENTRY), LedgerEntry.class).until(deadline);
    Vacancy understood = vacancy == null ? null : Json.read(vacancy, Vacancy.class);
    return new StoredRecord(entry,
        draft == null ? null : withText(Json.read(draft, VacancyDraft.class), understood),
        understood, signature(searcher, doc),
        members == null ? null : Json.read(members, Cluster.class));
  }

  /// The signature of the record in a document; null of a withdrawn one. Reads no stored field.
  public static @Nullable Signature signature(IndexSearcher searcher, int doc)
      throws IOException {
    BytesRef bytes = bytes(searcher, doc, RecordFields.SIGNATURE);
    return bytes == null ? null : Signature.read(BytesRef.deepCopyOf(bytes).bytes);
  }

  /// The whole text of a live record that names its employer. Reads a stored field only of long texts.
  public static EmployerText employerText(IndexSearcher searcher, int doc) throws IOException {
    Signature own = signature(searcher, doc);
    BytesRef besides = bytes(searcher, doc, RecordFields.EMPLOYER_TEXT);
    Optional<EmployerText> text = own == null || besides == null
        ? Optional.empty()
        : EmployerText.read(BytesRef.deepCopyOf(besides).bytes, own);
    return text.isPresent() ? text.get() : employerText(vacancy(searcher, doc));
  }

  private static EmployerText employerText(Vacancy vacancy) {
    return EmployerText.of(vacancy.title(), Advert.towns(vacancy), vacancy.description());
  }

  /// The id of the record in a document. Reads no stored field.
  public static VacancyId id(IndexSearcher searcher, int doc) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    SortedDocValues ids = DocValues.getSorted(leaf.reader(), Fields.ID);
    if (!ids.advanceExact(doc - leaf.docBase)) {
      throw new IllegalStateException("document " + doc + " is no record");
    }
    return VacancyId.parse(ids.lookupOrd(ids.ordValue()).utf8ToString());
  }

  /// The bytes that a document has in a field, valid until the next are asked for; null when it has none.
  private static @Nullable BytesRef bytes(IndexSearcher searcher, int doc, String field)
      throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    BinaryDocValues values = leaf.reader().getBinaryDocValues(field);
    return values != null && values.advanceExact(doc - leaf.docBase) ? values.binaryValue() : null;
  }

  /// A draft without the text that the understood vacancy has, too: it is kept once.
  private static VacancyDraft withoutText(VacancyDraft draft, @Nullable Vacancy vacancy) {
    if (vacancy == null) {
      return draft;
    }
    if (!draft.vacancy().description().equals(vacancy.description())) {
      throw new IllegalStateException(
          vacancy.id() + " was understood to have another text than its source states");
    }
    return draft.with(draft.vacancy().toBuilder().description("").build());
  }

  private static VacancyDraft withText(VacancyDraft draft, @Nullable Vacancy vacancy) {
    return vacancy != null && draft.vacancy().description().isEmpty()
        ? draft.with(draft.vacancy().toBuilder().description(vacancy.description()).build())
        : draft;
  }

  /// The vacancy in a document of a record that is not withdrawn, without all else that is kept of it.
  public static Vacancy vacancy(IndexSearcher searcher, int doc) throws IOException {
    return VacancyDocument.vacancy(searcher.storedFields(), doc);
  }

  /// The hash of the content that is kept under an id; null when there is none. Costs a look-up in the
  /// dictionary of each segment.
  public static @Nullable String hash(IndexSearcher searcher, VacancyId id) throws IOException {
    int doc = document(searcher, id);
    BytesRef hash = doc < 0 ? null : bytes(searcher, doc, Fields.HASH);
    return hash == null ? null : hash.utf8ToString();
  }
}
