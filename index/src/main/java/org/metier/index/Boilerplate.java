package org.metier.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.metier.duplicate.EmployerBoilerplate;
import org.metier.duplicate.EmployerName;
import org.metier.duplicate.EmployerText;
import org.metier.duplicate.Signature;
import org.metier.index.internal.RecordDocument;
import org.metier.index.internal.RecordFields;
import org.metier.index.internal.Scan;
import org.metier.index.internal.StoredRecord;
import org.metier.vacancy.VacancyId;

/// Finds what employers say in all of their advertisements, for those whose advertisements a run changed.
/// Not thread-safe.
final class Boilerplate {
  /// Texts of one employer that are kept while its boilerplate is looked for, some 2 kB each.
  private static final int MAX_KEPT = 4_000;

  private final Set<String> touched = new TreeSet<>();
  /// Of these, employers that may have fewer advertisements than before.
  private final Set<String> shrunk = new HashSet<>();

  /// Notes that an advertisement of an employer came or changed.
  void touch(@Nullable String employer) {
    EmployerName name = EmployerName.of(employer);
    if (name != null) {
      touched.add(name.key());
    }
  }

  /// Notes that an advertisement of an employer went, or may have become another one's.
  void left(@Nullable String employer) {
    EmployerName name = EmployerName.of(employer);
    if (name != null) {
      touched.add(name.key());
      shrunk.add(name.key());
    }
  }

  /// Notes that any advertisement may have changed.
  void touchAll(IndexSearcher searcher) throws IOException {
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Terms terms = leaf.reader().terms(RecordFields.EMPLOYER);
      if (terms != null) {
        TermsEnum each = terms.iterator();
        for (BytesRef term = each.next(); term != null; term = each.next()) {
          touched.add(term.utf8ToString());
          shrunk.add(term.utf8ToString());
        }
      }
    }
  }

  /// The keys of the employers, in order.
  Set<String> touched() {
    return touched;
  }

  /// The live records of an employer whose signature is another one without its boilerplate.
  List<StoredRecord> changed(Workspace workspace, String employer) throws IOException {
    IndexSearcher searcher = workspace.searcher();
    TermQuery all = new TermQuery(new Term(RecordFields.EMPLOYER, employer));
    if (!shrunk.contains(employer) && searcher.count(all) <= EmployerBoilerplate.TITLES) {
      return List.of();
    }
    int[] documents = Scan.documents(searcher, all);
    List<EmployerText> kept = new ArrayList<>();
    EmployerBoilerplate.Collector collector = EmployerBoilerplate.collector();
    for (int doc : documents) {
      EmployerText text = RecordDocument.employerText(searcher, doc);
      collector.add(RecordDocument.id(searcher, doc), text);
      if (kept.size() < MAX_KEPT) {
        kept.add(text);
      }
    }
    EmployerBoilerplate boilerplate = collector.build();
    List<StoredRecord> changed = new ArrayList<>();
    for (int i = 0; i < documents.length; i++) {
      EmployerText text = i < kept.size()
          ? kept.get(i)
          : RecordDocument.employerText(searcher, documents[i]);
      Signature signature = boilerplate.sign(text);
      if (!Objects.equals(signature, RecordDocument.signature(searcher, documents[i]))) {
        VacancyId id = RecordDocument.id(searcher, documents[i]);
        changed.add(workspace.find(id).orElseThrow().with(signature));
      }
    }
    return changed;
  }
}
