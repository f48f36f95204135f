package org.metier.index.internal;

import java.nio.ByteBuffer;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/// The fields of the ledger's documents: records of partners, runs, rejections and decisions of people.
public final class RecordFields {
  /// What a document is: [#RECORD], [#RUN], [#REJECTION] or [#DECISION].
  public static final String KIND = "kind";
  public static final String RECORD = "record";
  public static final String RUN = "run";
  public static final String REJECTION = "rejection";
  public static final String DECISION = "decision";
  /// Identifies a run, rejection or decision; records are identified by [Fields#ID].
  public static final String KEY = "ledger_key";
  /// The source of a record, run or rejection.
  public static final String OWNER = "owner";
  public static final String STATE = "state";
  /// "1" for the records that are shown; no others are searched.
  public static final String SHOWN = "shown";
  public static final String SHOWN_VALUE = "1";
  /// Number: epoch milliseconds from which a record is not shown any more.
  public static final String DEADLINE = "deadline";
  /// Point and number: see [org.metier.ledger.LedgerEntry#arrival].
  public static final String ARRIVAL = "arrival";
  /// Point: epoch milliseconds of the record's last change.
  public static final String CHANGED = "changed";
  public static final String CLUSTER = "cluster";
  /// Terms: what likely duplicates share, see [org.metier.duplicate.Advert#terms].
  public static final String TWIN = "twin";
  /// Term: the employer, as duplicates are compared by it.
  public static final String EMPLOYER = "employer_key";
  /// Bytes: what the signature lacks of the text, see [org.metier.duplicate.EmployerText#besides]; of records
  /// with an [#EMPLOYER].
  public static final String EMPLOYER_TEXT = "employer_text";
  /// Bytes: the signature of the text.
  public static final String SIGNATURE = "signature";
  /// Stored: the cluster that a record is shown for, as JSON.
  public static final String MEMBERS = "members";
  /// The run that changed a record last, as `source:number`.
  public static final String LAST_RUN = "last_run";
  /// "1" for records that share a key with another one of their source.
  public static final String VARIANT = "variant";
  /// "1" for records whose occupation waits for a person's review.
  public static final String REVIEW = "review";
  /// The ids that a decision is about.
  public static final String ABOUT = "about";
  /// Stored: the account of the document as JSON.
  public static final String ENTRY = "entry";
  /// Stored: the record as its source stated it, as JSON, without the text that is in [Fields#JSON].
  public static final String DRAFT = "draft";

  private RecordFields() {}

  public static Term id(Object id) {
    return new Term(Fields.ID, id.toString());
  }

  /// The term under which records that may be duplicates find each other.
  ///
  /// @param number one of [org.metier.duplicate.Advert#terms]
  public static BytesRef twin(long number) {
    byte[] bytes = new byte[Long.BYTES];
    ByteBuffer.wrap(bytes).putLong(number);
    return new BytesRef(bytes);
  }

  public static Term lastRun(String source, int number) {
    return new Term(LAST_RUN, source + ":" + number);
  }

  public static Term kind(String kind) {
    return new Term(KIND, kind);
  }
}
