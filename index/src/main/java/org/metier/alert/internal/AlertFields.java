package org.metier.alert.internal;

import java.io.IOException;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.BytesRef;

/// The entries of the index: alerts, delivered vacancies, and at most one pending batch.
final class AlertFields {
  static final String ID = "id";
  static final String OWNER = "owner";
  static final String KEY = "key";
  static final String PENDING = "pending";
  static final String YES = "yes";
  private static final String JSON = "json";
  private static final String NUMBER = "number";
  private static final String AFTER = "after";
  private static final String CONFIRMED = "confirmed";
  private static final String ALERT = "alert";
  private static final String GONE = "gone";

  private AlertFields() {}

  static Document document(SavedAlert alert) {
    Document document = new Document();
    document.add(new StringField(ID, alert.id(), Field.Store.YES));
    document.add(new StringField(OWNER, alert.owner(), Field.Store.YES));
    document.add(new StoredField(NUMBER, alert.number()));
    document.add(new StoredField(AFTER, alert.after()));
    document.add(new StoredField(JSON, alert.json()));
    if (alert.confirmedMillis() != null) {
      document.add(new StoredField(CONFIRMED, alert.confirmedMillis()));
    }
    return document;
  }

  static SavedAlert alert(StoredFields stored, int doc) throws IOException {
    Document document = stored.document(doc);
    IndexableField confirmed = document.getField(CONFIRMED);
    return new SavedAlert(document.getField(NUMBER).numericValue().intValue(),
        document.getField(AFTER).numericValue().longValue(), document.get(ID), document.get(OWNER),
        document.get(JSON), confirmed == null ? null : confirmed.numericValue().longValue());
  }

  static Document document(Delivered delivered) {
    Document document = new Document();
    for (String key : delivered.keys()) {
      document.add(new StringField(KEY, key, Field.Store.NO));
      document.add(new SortedSetDocValuesField(KEY, new BytesRef(key)));
    }
    for (int alert : delivered.alerts()) {
      document.add(new SortedNumericDocValuesField(ALERT, alert));
    }
    if (delivered.goneSinceMillis() != null) {
      document.add(new NumericDocValuesField(GONE, delivered.goneSinceMillis()));
    }
    return document;
  }

  /// Reads the delivered vacancies of one segment, in ascending order of documents.
  static final class Reading {
    private final SortedSetDocValues keys;
    private final SortedNumericDocValues alerts;
    private final NumericDocValues gone;

    Reading(LeafReader leaf) throws IOException {
      keys = DocValues.getSortedSet(leaf, KEY);
      alerts = DocValues.getSortedNumeric(leaf, ALERT);
      gone = DocValues.getNumeric(leaf, GONE);
    }

    boolean isDelivered(int doc) throws IOException {
      return keys.advanceExact(doc);
    }

    /// To be called after [#isDelivered] said yes.
    Delivered delivered(int doc) throws IOException {
      SortedSet<String> names = new TreeSet<>();
      for (int i = keys.docValueCount(); i > 0; i--) {
        names.add(keys.lookupOrd(keys.nextOrd()).utf8ToString());
      }
      SortedSet<Integer> numbers = new TreeSet<>();
      if (alerts.advanceExact(doc)) {
        for (int i = alerts.docValueCount(); i > 0; i--) {
          numbers.add((int) alerts.nextValue());
        }
      }
      return new Delivered(names, numbers, gone.advanceExact(doc) ? gone.longValue() : null);
    }
  }

  static Document pending(String json) {
    Document document = new Document();
    document.add(new StringField(PENDING, YES, Field.Store.NO));
    document.add(new StoredField(JSON, json));
    return document;
  }

  static String pending(StoredFields stored, int doc) throws IOException {
    return stored.document(doc, Set.of(JSON)).get(JSON);
  }
}
