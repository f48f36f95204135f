package org.metier.advice.internal;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.metier.advice.Reach;
import org.metier.index.internal.FacetTerms;
import org.metier.index.internal.Fields;
import org.metier.index.internal.OpenVacancies;
import org.metier.text.Language;
import org.metier.work.Contract;
import org.metier.work.RemoteWork;

/// A [Reach] as a query that filters.
final class ReachQuery {
  private static final double METRES = 1_000;

  private ReachQuery() {}

  static Query of(Reach reach, Instant now, IndexSearcher searcher) throws IOException {
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(OpenVacancies.at(now), Occur.FILTER);
    if (reach.near() != null && reach.radiusKm() != null) {
      all.add(new BooleanQuery.Builder()
          .add(LatLonPoint.newDistanceQuery(Fields.POINT, reach.near().latitude(),
              reach.near().longitude(), reach.radiusKm() * METRES), Occur.SHOULD)
          .add(new TermQuery(new Term(Fields.REMOTE, RemoteWork.REMOTE.name())), Occur.SHOULD)
          .build(), Occur.FILTER);
    }
    if (!reach.contracts().isEmpty()) {
      all.add(new BooleanQuery.Builder()
          .add(any(Fields.CONTRACT, reach.contracts().stream().map(Contract::name).toList()),
              Occur.SHOULD)
          .add(new TermQuery(new Term(Fields.FACET, FacetTerms.CONTRACT + FacetTerms.UNKNOWN)),
              Occur.SHOULD)
          .build(), Occur.FILTER);
    }
    if (!reach.adLanguages().isEmpty()) {
      all.add(any(Fields.LANGUAGE, reach.adLanguages().stream().map(Language::code).toList()),
          Occur.FILTER);
    }
    if (!reach.countries().isEmpty()) {
      all.add(any(Fields.COUNTRY, reach.countries()), Occur.FILTER);
    }
    Set<String> others = reach.knownLanguages().isEmpty()
        ? Set.of()
        : others(searcher, reach.knownLanguages());
    if (!others.isEmpty()) {
      all.add(any(Fields.ASKED_LANGUAGE, others), Occur.MUST_NOT);
    }
    return all.build();
  }

  static Query any(String field, Collection<String> values) {
    Set<BytesRef> terms = new TreeSet<>();
    values.forEach(value -> terms.add(new BytesRef(value)));
    return new TermInSetQuery(field, terms);
  }

  /// The languages that vacancies ask for, but for those known.
  private static Set<String> others(IndexSearcher searcher, Set<String> known) throws IOException {
    Set<String> others = new TreeSet<>();
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      TermsEnum asked = Terms.getTerms(leaf.reader(), Fields.ASKED_LANGUAGE).iterator();
      for (BytesRef term = asked.next(); term != null; term = asked.next()) {
        String language = term.utf8ToString();
        if (!known.contains(language)) {
          others.add(language);
        }
      }
    }
    return others;
  }
}
