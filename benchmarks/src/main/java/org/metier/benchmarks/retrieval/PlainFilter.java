package org.metier.benchmarks.retrieval;

import java.util.List;
import java.util.TreeSet;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.metier.index.VacancyFilter;
import org.metier.index.internal.Fields;
import org.metier.index.internal.RecordFields;
import org.metier.text.Language;
import org.metier.work.Contract;
import org.metier.work.RemoteWork;

/// A filter as Lucene's own queries say it. Lucene caches what passes such a filter once it has come a few
/// times; since the benchmarks' moment stands still, theirs always comes from there, which no service's does.
final class PlainFilter {
  private PlainFilter() {}

  /// What is open at [GeneratedHome#NOW] and passes.
  static Query of(VacancyFilter filter) {
    BooleanQuery.Builder all = new BooleanQuery.Builder()
        .add(new TermQuery(new Term(RecordFields.SHOWN, RecordFields.SHOWN_VALUE)), Occur.FILTER)
        .add(NumericDocValuesField.newSlowRangeQuery(RecordFields.DEADLINE,
            GeneratedHome.NOW.toEpochMilli(), Long.MAX_VALUE), Occur.FILTER);
    any(all, Fields.LANGUAGE, filter.languages().stream().map(Language::code).toList());
    any(all, Fields.COUNTRY, List.copyOf(filter.countries()));
    any(all, Fields.CONTRACT, filter.contracts().stream().map(Contract::name).toList());
    var centre = filter.near();
    if (centre != null) {
      all.add(new BooleanQuery.Builder()
          .add(LatLonPoint.newDistanceQuery(Fields.POINT, centre.latitude(), centre.longitude(),
              filter.radiusKm() * 1_000), Occur.SHOULD)
          .add(new TermQuery(new Term(Fields.REMOTE, RemoteWork.REMOTE.name())), Occur.SHOULD)
          .build(), Occur.FILTER);
    }
    return all.build();
  }

  private static void any(BooleanQuery.Builder all, String field, List<String> values) {
    if (!values.isEmpty()) {
      all.add(new TermInSetQuery(field,
          new TreeSet<>(values.stream().map(BytesRef::new).toList())), Occur.FILTER);
    }
  }
}
