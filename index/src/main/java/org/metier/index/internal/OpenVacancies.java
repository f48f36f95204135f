package org.metier.index.internal;

import java.time.Instant;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// What searching and matching may find: records that are shown, before their deadline.
public final class OpenVacancies {
  private OpenVacancies() {}

  /// Vacancies that are open at a moment. The deadline is compared when asked, so that a feed that has
  /// stopped keeps nothing open.
  public static Query at(Instant now) {
    return new BooleanQuery.Builder()
        .add(new TermQuery(new Term(RecordFields.SHOWN, RecordFields.SHOWN_VALUE)), Occur.FILTER)
        .add(NumericDocValuesField.newSlowRangeQuery(RecordFields.DEADLINE, now.toEpochMilli(),
            Long.MAX_VALUE), Occur.FILTER)
        .build();
  }
}
