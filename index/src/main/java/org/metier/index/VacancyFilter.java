package org.metier.index;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.metier.index.internal.Fields;
import org.metier.index.internal.OpenVacancies;
import org.metier.place.GeoPoint;
import org.metier.text.Language;
import org.metier.work.Contract;
import org.metier.work.RemoteWork;

/// Which vacancies to look at. Each setting lets those through that are known to fit it; an empty or null
/// one lets all through. Expired vacancies are left out always.
///
/// @param languages that the advertisement is written in
/// @param countries ISO 3166-1 alpha-2, of a place of work
/// @param near centre of the circle in which a place of work must lie; fully remote work passes too
/// @param radiusKm of that circle, greater than 0; ignored without `near`
/// @param postedAfter first moment of publication
public record VacancyFilter(Set<Language> languages, Set<String> countries, Set<Contract> contracts,
    Set<String> sources, @Nullable GeoPoint near, double radiusKm, @Nullable Instant postedAfter) {
  /// Everything that is open.
  public static final VacancyFilter ALL = builder().build();

  public VacancyFilter {
    if (!(radiusKm > 0 && radiusKm <= 20_100)) {
      throw new IllegalArgumentException(
          "radiusKm must be greater than 0 and at most 20100, was " + radiusKm);
    }
    for (String country : countries) {
      if (!country.matches("[A-Z]{2}")) {
        throw new IllegalArgumentException(
            "a country must be an ISO 3166-1 alpha-2 code such as FR, was " + country);
      }
    }
    languages = Set.copyOf(languages);
    countries = Set.copyOf(countries);
    contracts = Set.copyOf(contracts);
    sources = Set.copyOf(sources);
  }

  public static Builder builder() {
    return new Builder();
  }

  Query query(Instant now) {
    Query open = OpenVacancies.at(now);
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(open, BooleanClause.Occur.FILTER);
    any(all, Fields.LANGUAGE, languages.stream().map(Language::code).toList());
    any(all, Fields.COUNTRY, countries);
    any(all, Fields.CONTRACT, contracts.stream().map(Contract::name).toList());
    any(all, Fields.SOURCE, sources);
    if (near != null) {
      all.add(new BooleanQuery.Builder()
          .add(LatLonPoint.newDistanceQuery(Fields.POINT, near.latitude(), near.longitude(),
              radiusKm * 1_000), BooleanClause.Occur.SHOULD)
          .add(new TermQuery(new Term(Fields.REMOTE, RemoteWork.REMOTE.name())),
              BooleanClause.Occur.SHOULD)
          .build(), BooleanClause.Occur.FILTER);
    }
    if (postedAfter != null) {
      all.add(LongPoint.newRangeQuery(Fields.POSTED, postedAfter.toEpochMilli(), Long.MAX_VALUE),
          BooleanClause.Occur.FILTER);
    }
    BooleanQuery query = all.build();
    return query.clauses().size() == 1 ? open : query;
  }

  private static void any(BooleanQuery.Builder all, String field, Collection<String> values) {
    if (!values.isEmpty()) {
      Set<BytesRef> terms = new TreeSet<>();
      values.forEach(v -> terms.add(new BytesRef(v)));
      all.add(new TermInSetQuery(field, terms), BooleanClause.Occur.FILTER);
    }
  }

  /// Collects the settings of a [VacancyFilter]; all are optional. Not thread-safe.
  public static final class Builder {
    private Set<Language> languages = Set.of();
    private Set<String> countries = Set.of();
    private Set<Contract> contracts = Set.of();
    private Set<String> sources = Set.of();
    private @Nullable GeoPoint near;
    private double radiusKm = 50;
    private @Nullable Instant postedAfter;

    private Builder() {}

    public Builder languages(Set<Language> languages) {
      this.languages = languages;
      return this;
    }

    public Builder countries(Set<String> countries) {
      this.countries = countries;
      return this;
    }

    public Builder contracts(Set<Contract> contracts) {
      this.contracts = contracts;
      return this;
    }

    public Builder sources(Set<String> sources) {
      this.sources = sources;
      return this;
    }

    /// Work within so many kilometres as the crow flies.
    public Builder near(GeoPoint centre, double radiusKm) {
      this.near = centre;
      this.radiusKm = radiusKm;
      return this;
    }

    public Builder postedAfter(@Nullable Instant postedAfter) {
      this.postedAfter = postedAfter;
      return this;
    }

    public VacancyFilter build() {
      return new VacancyFilter(languages, countries, contracts, sources, near, radiusKm,
          postedAfter);
    }
  }
}
