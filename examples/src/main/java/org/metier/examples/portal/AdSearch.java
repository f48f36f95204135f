package org.metier.examples.portal;

import java.util.List;
import java.util.Optional;
import org.metier.home.Home;
import org.metier.place.Gazetteer;
import org.metier.place.GeoPoint;
import org.metier.place.Located;
import org.metier.search.Circle;
import org.metier.search.SearchOrder;
import org.metier.search.SearchRequest;
import org.metier.search.SearchResult;
import org.metier.search.Suggestion;
import org.metier.search.VacancySearch;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;

/// The search of the portal, without any HTTP. Thread-safe.
final class AdSearch implements AutoCloseable {
  private static final int PAGE_SIZE = 10;
  private static final int SUGGESTIONS = 8;

  private final Taxonomy taxonomy;
  private final Gazetteer gazetteer;
  private final VacancySearch search;

  private AdSearch(Taxonomy taxonomy, Gazetteer gazetteer, VacancySearch search) {
    this.taxonomy = taxonomy;
    this.gazetteer = gazetteer;
    this.search = search;
  }

  /// What is shown to the person.
  ///
  /// @param isTownKnown false when a town was typed that is not known, and work anywhere was found
  record Outcome(SearchForm form, SearchResult result, List<Suggestion> suggestions,
      boolean isTownKnown) {
    Outcome {
      suggestions = List.copyOf(suggestions);
    }
  }

  static AdSearch open(Home home, Taxonomy taxonomy) {
    return new AdSearch(taxonomy, Gazetteer.of(home),
        VacancySearch.builder(home).taxonomy(taxonomy).build());
  }

  Taxonomy taxonomy() {
    return taxonomy;
  }

  /// @throws Refused with status 400 if the page asked for is none of this search
  Outcome search(SearchForm form, Language reader) {
    Optional<GeoPoint> town = form.town().isEmpty()
        ? Optional.empty()
        : gazetteer.town(form.town(), null).map(Located::point);
    SearchOrder order = form.order() == SearchOrder.DISTANCE && town.isEmpty()
        ? SearchOrder.RELEVANCE
        : form.order();
    SearchRequest request = SearchRequest.builder(form.text())
        .language(reader)
        .near(town.map(point -> List.of(new Circle(point, form.radiusKm()))).orElse(List.of()))
        .order(order)
        .selections(form.filters())
        .pageSize(PAGE_SIZE)
        .page(form.page())
        .build();
    try {
      return new Outcome(form, search.search(request),
          search.suggest(form.text(), reader, SUGGESTIONS),
          form.town().isEmpty() || town.isPresent());
    } catch (IllegalArgumentException e) {
      throw Refused.of(400, "error.search");
    }
  }

  @Override
  public void close() {
    search.close();
  }
}
