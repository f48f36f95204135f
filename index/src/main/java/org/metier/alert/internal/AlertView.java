package org.metier.alert.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;

/// One commit of the index, or nothing where there is none yet. Not thread-safe.
public final class AlertView implements AutoCloseable {
  static final String FORMAT_KEY = "metier.alerts.format";
  static final String CURSOR_KEY = "metier.alerts.cursor";
  static final String NUMBER_KEY = "metier.alerts.number";
  static final String BATCH_KEY = "metier.alerts.batch";
  /// The layout that this release writes.
  static final int FORMAT = 1;

  private final IndexReader reader;

  private AlertView(IndexReader reader) {
    this.reader = reader;
  }

  static AlertView nothing() throws IOException {
    return new AlertView(new MultiReader());
  }

  static AlertView of(DirectoryReader reader) {
    return new AlertView(reader);
  }

  private Map<String, String> data() throws IOException {
    return reader instanceof DirectoryReader directory
        ? directory.getIndexCommit().getUserData()
        : Map.of();
  }

  public Position position() throws IOException {
    Map<String, String> data = data();
    return data.containsKey(CURSOR_KEY)
        ? new Position(Long.parseLong(data.getOrDefault(CURSOR_KEY, "")),
            Integer.parseInt(data.getOrDefault(NUMBER_KEY, "")),
            Long.parseLong(data.getOrDefault(BATCH_KEY, "")))
        : Position.START;
  }

  boolean isNewer() throws IOException {
    return Integer.parseInt(data().getOrDefault(FORMAT_KEY, "0")) > FORMAT;
  }

  /// The generation of the commit, 0 when there is none.
  public long generation() throws IOException {
    return reader instanceof DirectoryReader directory
        ? directory.getIndexCommit().getGeneration()
        : 0;
  }

  int deletedEntries() {
    return reader.numDeletedDocs();
  }

  /// Takes what is shown of the index; it may write to a session meanwhile, which this view does not see.
  public interface Visitor<T> {
    void visit(T entry) throws IOException;
  }

  /// Calls back for each live entry that has a term.
  private interface Entry {
    void at(LeafReader leaf, int doc) throws IOException;
  }

  private void forEach(Term term, Entry entry) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      for (int doc : live(leaf.reader(), term)) {
        entry.at(leaf.reader(), doc);
      }
    }
  }

  /// The entries of a segment that have a term and are not deleted, in ascending order.
  private static List<Integer> live(LeafReader leaf, Term term) throws IOException {
    List<Integer> docs = new ArrayList<>();
    PostingsEnum postings = leaf.postings(term, PostingsEnum.NONE);
    Bits live = leaf.getLiveDocs();
    while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      if (live == null || live.get(postings.docID())) {
        docs.add(postings.docID());
      }
    }
    return docs;
  }

  public Optional<SavedAlert> alert(String id) throws IOException {
    List<SavedAlert> found = alerts(new Term(AlertFields.ID, id));
    return found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst());
  }

  public List<SavedAlert> alertsOf(String owner) throws IOException {
    return alerts(new Term(AlertFields.OWNER, owner));
  }

  private List<SavedAlert> alerts(Term term) throws IOException {
    List<SavedAlert> found = new ArrayList<>();
    forEach(term,
        (leaf, doc) -> found.add(AlertFields.alert(leaf.storedFields(), doc)));
    return found;
  }

  /// Shows every alert, in no particular order.
  public void forEachAlert(Visitor<SavedAlert> visitor) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms ids = leaf.reader().terms(AlertFields.ID);
      if (ids != null) {
        TermsEnum id = ids.iterator();
        while (id.next() != null) {
          for (int doc : live(leaf.reader(), new Term(AlertFields.ID, id.term()))) {
            visitor.visit(AlertFields.alert(leaf.reader().storedFields(), doc));
          }
        }
      }
    }
  }

  /// What was delivered of a vacancy that is known by any of these keys: one entry, or several if it
  /// became known only later that they are the same.
  public List<Delivered> delivered(Collection<String> keys) throws IOException {
    List<Delivered> found = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      TreeSet<Integer> docs = new TreeSet<>();
      for (String key : keys) {
        docs.addAll(live(leaf.reader(), new Term(AlertFields.KEY, key)));
      }
      AlertFields.Reading reading = new AlertFields.Reading(leaf.reader());
      for (int doc : docs) {
        if (reading.isDelivered(doc)) {
          found.add(reading.delivered(doc));
        }
      }
    }
    return found;
  }

  /// Shows all that was delivered.
  public void forEachDelivered(Visitor<Delivered> visitor) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      AlertFields.Reading reading = new AlertFields.Reading(leaf.reader());
      Bits live = leaf.reader().getLiveDocs();
      for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
        if ((live == null || live.get(doc)) && reading.isDelivered(doc)) {
          visitor.visit(reading.delivered(doc));
        }
      }
    }
  }

  /// The batch of which it is not known whether it arrived.
  public Optional<String> pending() throws IOException {
    List<String> found = new ArrayList<>();
    forEach(new Term(AlertFields.PENDING, AlertFields.YES),
        (leaf, doc) -> found.add(AlertFields.pending(leaf.storedFields(), doc)));
    return found.stream().findFirst();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
