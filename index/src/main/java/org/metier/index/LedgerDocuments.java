package org.metier.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.metier.feed.FeedProblem;
import org.metier.index.internal.Fields;
import org.metier.index.internal.RecordFields;
import org.metier.index.internal.Scan;
import org.metier.json.Json;
import org.metier.ledger.Decision;
import org.metier.ledger.Run;

/// The documents of the ledger: runs, rejections and decisions.
final class LedgerDocuments {
  private LedgerDocuments() {}

  /// The runs of a source, oldest first.
  static List<Run> runs(IndexSearcher searcher, String source) throws IOException {
    List<Run> runs = new ArrayList<>();
    Scan.forEach(searcher, Stock.kind(source, RecordFields.RUN),
        (stored, doc) -> runs.add(Json.read(entry(stored, doc), Run.class)));
    runs.sort(Comparator.comparingInt(Run::number));
    return runs;
  }

  /// The newest run of a source.
  static Optional<Run> last(IndexSearcher searcher, String source) throws IOException {
    List<Run> runs = runs(searcher, source);
    return runs.isEmpty() ? Optional.empty() : Optional.of(runs.getLast());
  }

  static Term key(Run run) {
    return new Term(RecordFields.KEY, "run:" + run.source() + ":" + run.number());
  }

  static Document document(Run run) {
    Document document = new Document();
    Fields.keyword(document, RecordFields.KIND, RecordFields.RUN);
    Fields.keyword(document, RecordFields.KEY, key(run).text());
    Fields.keyword(document, RecordFields.OWNER, run.source());
    document.add(new StoredField(RecordFields.ENTRY, Json.write(run)));
    return document;
  }

  /// The rejected records of a source's newest run, in the order of the feed.
  static List<FeedProblem> rejections(IndexSearcher searcher, String source) throws IOException {
    List<FeedProblem> problems = new ArrayList<>();
    Scan.forEach(searcher, Stock.kind(source, RecordFields.REJECTION),
        (stored, doc) -> problems.add(Json.read(entry(stored, doc), FeedProblem.class)));
    return problems;
  }

  static Document rejection(String source, FeedProblem problem) {
    Document document = new Document();
    Fields.keyword(document, RecordFields.KIND, RecordFields.REJECTION);
    Fields.keyword(document, RecordFields.OWNER, source);
    document.add(new StoredField(RecordFields.ENTRY, Json.write(problem)));
    return document;
  }

  /// All decisions, oldest first.
  static List<Decision> decisions(IndexSearcher searcher) throws IOException {
    List<Decision> decisions = new ArrayList<>();
    Scan.forEach(searcher, new TermQuery(RecordFields.kind(RecordFields.DECISION)),
        (stored, doc) -> decisions.add(Json.read(entry(stored, doc), Decision.class)));
    decisions.sort(Comparator.comparing(Decision::at).thenComparing(d -> key(d).text()));
    return decisions;
  }

  /// Under which a later decision on the same matter replaces an earlier one.
  static Term key(Decision decision) {
    return new Term(RecordFields.KEY, switch (decision) {
      case Decision.Released released -> "released:" + released.id();
      case Decision.Ruled ruled -> "ruled:" + ruled.ruling().first() + "\n"
          + ruled.ruling().second();
      case Decision.Corrected corrected -> "corrected:" + corrected.correction().vacancy();
      case Decision.Erased erased -> "erased:" + erased.keySha256();
    });
  }

  static Document document(Decision decision) {
    Document document = new Document();
    Fields.keyword(document, RecordFields.KIND, RecordFields.DECISION);
    Fields.keyword(document, RecordFields.KEY, key(decision).text());
    decision.about()
        .forEach(id -> Fields.keyword(document, RecordFields.ABOUT, id.toString()));
    document.add(new StoredField(RecordFields.ENTRY, Json.write(decision)));
    return document;
  }

  private static String entry(StoredFields stored, int doc) throws IOException {
    return stored.document(doc, Set.of(RecordFields.ENTRY)).get(RecordFields.ENTRY);
  }
}
