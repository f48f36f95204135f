package org.metier.search;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.metier.index.internal.Fields;
import org.metier.work.RemoteWork;

/// The conditions of a request that have nothing to do with words, as queries that filter.
final class Constraints {
  private static final double METRES = 1_000;

  private final SearchRequest request;
  private final Instant now;

  Constraints(SearchRequest request, Instant now) {
    this.request = request;
    this.now = now;
  }

  /// What may be shown and has not expired.
  static Query open(Instant now) {
    return new BooleanQuery.Builder()
        .add(new TermQuery(new Term(Fields.SHOWN, "1")), Occur.FILTER)
        .add(new IndexOrDocValuesQuery(
            LongPoint.newRangeQuery(Fields.VALID, now.toEpochMilli(), Long.MAX_VALUE),
            NumericDocValuesField.newSlowRangeQuery(Fields.VALID, now.toEpochMilli(),
                Long.MAX_VALUE)),
            Occur.FILTER)
        .build();
  }

  /// All conditions but the selections of facets.
  Query withoutFacets(Query words) {
    return all(words, true, true, false);
  }

  Query everything(Query words) {
    return all(words, true, true, true);
  }

  /// What only an unknown place keeps out.
  Query withoutPlace(Query words) {
    return new BooleanQuery.Builder().add(all(words, false, true, true), Occur.FILTER)
        .add(new FieldExistsQuery(Fields.POINT), Occur.MUST_NOT)
        .add(remote(), Occur.MUST_NOT)
        .build();
  }

  /// What only unknown pay, or another currency, keeps out.
  Query withoutPay(Query words) {
    BooleanQuery.Builder query = new BooleanQuery.Builder().add(all(words, true, false, true),
        Occur.FILTER);
    if (request.pay() != null) {
      query.add(paid(request.pay(), Double.NEGATIVE_INFINITY), Occur.MUST_NOT);
    }
    return query.build();
  }

  private Query all(Query words, boolean isNear, boolean isPaid, boolean hasFacets) {
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(words, Occur.MUST)
        .add(open(now), Occur.FILTER);
    if (isNear && !request.near().isEmpty()) {
      all.add(near(), Occur.FILTER);
    }
    if (isPaid && request.pay() != null) {
      all.add(paid(request.pay(), request.pay().perYear()), Occur.FILTER);
    }
    if (hasFacets) {
      facets().values().forEach(facet -> all.add(facet, Occur.FILTER));
    }
    return all.build();
  }

  private static Query paid(PayFloor pay, double least) {
    return DoublePoint.newRangeQuery(Fields.pay(pay.currency().getCurrencyCode()), least,
        Double.POSITIVE_INFINITY);
  }

  private Query near() {
    BooleanQuery.Builder any = new BooleanQuery.Builder().add(remote(), Occur.SHOULD);
    for (Circle circle : request.near()) {
      any.add(LatLonPoint.newDistanceQuery(Fields.POINT, circle.centre().latitude(),
          circle.centre().longitude(), circle.radiusKm() * METRES), Occur.SHOULD);
    }
    return any.build();
  }

  private static Query remote() {
    return new TermQuery(new Term(Fields.REMOTE, RemoteWork.REMOTE.name()));
  }

  /// By facet, what its selected values let through.
  private Map<Facet, Query> facets() {
    Map<Facet, Query> facets = new EnumMap<>(Facet.class);
    Map<Facet, Set<BytesRef>> terms = new EnumMap<>(Facet.class);
    for (FacetValue selected : request.selections()) {
      terms.computeIfAbsent(selected.facet(), f -> new TreeSet<>())
          .add(new BytesRef(selected.toString()));
    }
    terms.forEach((facet, values) -> facets.put(facet, facet == Facet.FRESHNESS
        ? freshness(values)
        : new TermInSetQuery(Fields.FACET, values)));
    return facets;
  }

  private Query freshness(Set<BytesRef> unknown) {
    BooleanQuery.Builder any = new BooleanQuery.Builder().add(
        new TermInSetQuery(Fields.FACET, unknown), Occur.SHOULD);
    for (FacetValue selected : request.selections()) {
      if (selected.facet() == Facet.FRESHNESS && !selected.value().equals(Facet.UNKNOWN)) {
        boolean isOlder = selected.value().equals(FacetValue.OLDER);
        long since = isOlder ? Long.MIN_VALUE : since(now, Integer.parseInt(selected.value()));
        long until = isOlder ? since(now, oldest()) - 1 : Long.MAX_VALUE;
        any.add(LongPoint.newRangeQuery(Fields.POSTED, since, until), Occur.SHOULD);
      }
    }
    return any.build();
  }

  static int oldest() {
    return FacetValue.FRESHNESS_DAYS.getLast();
  }

  static long since(Instant now, int days) {
    return now.minus(Duration.ofDays(days)).toEpochMilli();
  }
}
