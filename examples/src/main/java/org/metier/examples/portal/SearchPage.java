package org.metier.examples.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.metier.place.Place;
import org.metier.report.Html;
import org.metier.search.Facet;
import org.metier.search.FacetCount;
import org.metier.search.FacetValue;
import org.metier.search.Finding;
import org.metier.search.SearchHit;
import org.metier.search.SearchOrder;
import org.metier.search.SearchResult;
import org.metier.search.SearchWording;
import org.metier.search.Snippet;
import org.metier.text.Span;
import org.metier.vacancy.Vacancy;

/// The search form with its filters, and below it what was found. Works without any script: every choice
/// is a part of one form that is sent by GET.
final class SearchPage {
  private static final int TOWNS = 3;
  /// So many values of a facet are offered.
  private static final int VALUES = 8;

  private final Labels labels;
  private final SearchWording wording;
  private final String reader;

  SearchPage(Labels labels, SearchWording wording) {
    this.labels = labels;
    this.wording = wording;
    reader = labels.language().code();
  }

  String write(AdSearch.Outcome outcome) {
    Layout layout = new Layout(labels, labels.of("search.title"));
    Html html = layout.html();
    html.open("ul", "class", "inline")
        .open("li")
        .element("a", labels.of("search.toResults"), "href", "#results")
        .close()
        .open("li")
        .element("a", labels.of("search.toCv"), "href", "/?reader=" + reader)
        .close()
        .close();
    form(html, outcome);
    results(html, outcome);
    return layout.page();
  }

  private void form(Html html, AdSearch.Outcome outcome) {
    SearchForm form = outcome.form();
    html.open("form", "role", "search", "method", "get", "action", "/search");
    html.single("input", "type", "hidden", "name", "reader", "value", reader);
    html.element("label", labels.of("search.text"), "for", "q");
    html.single("input", "type", "search", "id", "q", "name", "q", "value", form.text(), "list",
        "suggestions", "aria-describedby", "help");
    html.open("datalist", "id", "suggestions");
    outcome.suggestions().forEach(s -> html.element("option", s.text(), "value", s.text()));
    html.close();
    html.element("p", labels.of("search.help"), "id", "help", "class", "hint");
    html.element("label", labels.of("search.near"), "for", "near");
    html.single("input", "type", "text", "id", "near", "name", "near", "value", form.town());
    html.element("label", labels.of("search.radius"), "for", "km");
    html.open("select", "id", "km", "name", "km");
    SearchForm.RADII_KM.forEach(km -> option(html, "" + km, labels.of("search.km", km),
        km == form.radiusKm()));
    html.close();
    html.element("label", labels.of("search.order"), "for", "order");
    html.open("select", "id", "order", "name", "order");
    for (SearchOrder order : SearchOrder.values()) {
      option(html, order.name(), labels.of("search.order." + order), order == form.order());
    }
    html.close();
    html.element("button", labels.of("search.submit"), "type", "submit");
    applied(html, outcome);
    html.open("details").element("summary", labels.of("search.filters"));
    for (Facet facet : Facet.values()) {
      facet(html, facet, outcome);
    }
    html.element("button", labels.of("search.submit"), "type", "submit").close().close();
  }

  private static void option(Html html, String value, String text, boolean isChosen) {
    if (isChosen) {
      html.element("option", text, "value", value, "selected", "");
    } else {
      html.element("option", text, "value", value);
    }
  }

  /// Each filter in use is a button that takes it out.
  private void applied(Html html, AdSearch.Outcome outcome) {
    Set<FacetValue> filters = new TreeSet<>(outcome.form().filters());
    if (filters.isEmpty()) {
      return;
    }
    html.element("p", labels.of("search.applied"), "id", "applied");
    html.open("ul", "class", "inline", "aria-labelledby", "applied");
    for (FacetValue filter : filters) {
      html.open("li")
          .element("button",
              labels.of("search.drop", wording.heading(filter.facet()) + ": "
                  + label(filter, outcome.result())),
              "type", "submit", "name", "drop", "value", filter.toString(), "class", "applied")
          .close();
    }
    html.close();
  }

  private String label(FacetValue filter, SearchResult result) {
    return result.facets()
        .getOrDefault(filter.facet(), List.of())
        .stream()
        .filter(count -> count.value().equals(filter))
        .findFirst()
        .map(wording::label)
        .orElseGet(() -> wording.label(filter));
  }

  private void facet(Html html, Facet facet, AdSearch.Outcome outcome) {
    Set<FacetValue> filters = outcome.form().filters();
    List<FacetCount> offered = new ArrayList<>();
    int others = 0;
    for (FacetCount count : outcome.result().facets().getOrDefault(facet, List.of())) {
      boolean isChosen = filters.contains(count.value());
      if (isChosen || (others < VALUES && isOffered(count.value(), filters))) {
        offered.add(count);
        others += isChosen ? 0 : 1;
      }
    }
    if (!offered.isEmpty()) {
      html.open("fieldset").element("legend", wording.heading(facet));
      html.open("ul", "class", "ticks");
      offered.forEach(count -> tick(html, count, filters.contains(count.value())));
      html.close().close();
    }
  }

  /// Of occupations the widest groups, and those just below a chosen one.
  private static boolean isOffered(FacetValue value, Set<FacetValue> filters) {
    String code = value.value();
    return value.facet() != Facet.OCCUPATION || code.equals(Facet.UNKNOWN) || code.length() == 1
        || filters.contains(
            new FacetValue(Facet.OCCUPATION, code.substring(0, code.length() - 1)));
  }

  private void tick(Html html, FacetCount count, boolean isChosen) {
    String value = count.value().toString();
    html.open("li").open("label");
    if (isChosen) {
      html.single("input", "type", "checkbox", "name", "f", "value", value, "checked", "");
    } else {
      html.single("input", "type", "checkbox", "name", "f", "value", value);
    }
    html.element("span", wording.label(count) + " (" + count.count() + ")")
        .close()
        .close();
  }

  private void results(Html html, AdSearch.Outcome outcome) {
    SearchResult result = outcome.result();
    SearchForm form = outcome.form();
    html.open("section", "aria-labelledby", "results");
    html.element("h2", labels.of("search.results"), "id", "results", "tabindex", "-1",
        "autofocus", "");
    html.element("p", labels.of("search.total", result.total()), "role", "status");
    List<String> notes = new ArrayList<>(wording.describe(result.interpretation()));
    if (!outcome.isTownKnown()) {
      notes.add(labels.of("search.town", form.town()));
    }
    notes.addAll(wording.describe(result.leftOut()));
    if (!notes.isEmpty()) {
      html.open("ul", "class", "hint");
      notes.forEach(note -> html.element("li", note));
      html.close();
    }
    String better = result.didYouMean();
    if (better != null) {
      html.open("p")
          .text(labels.of("search.didYouMean") + " ")
          .element("a", better, "href", form.address(better, reader))
          .close();
    }
    if (!result.hits().isEmpty()) {
      html.open("ol", "class", "matches");
      result.hits().forEach(hit -> write(html, hit));
      html.close();
    }
    pages(html, form, result);
    html.close();
  }

  private void write(Html html, SearchHit hit) {
    Vacancy vacancy = hit.vacancy();
    String[] lang = ResultPage.lang(vacancy.language());
    html.open("li").open("article");
    String url = ResultPage.webAddress(vacancy.url());
    html.open("h2", lang);
    if (url == null) {
      marked(html, hit.title());
    } else {
      html.open("a", "href", url, "rel", "noopener noreferrer");
      marked(html, hit.title());
      html.close();
    }
    html.close();
    String where = where(vacancy);
    if (!where.isEmpty()) {
      html.element("p", where);
    }
    for (Snippet snippet : hit.snippets()) {
      html.open("p", lang);
      marked(html, snippet);
      html.close();
    }
    if (!hit.findings().isEmpty()) {
      html.element("p", labels.of("search.why"), "class", "hint");
      html.open("ul", "class", "reasons");
      for (Finding finding : hit.findings()) {
        html.element("li", wording.describe(finding));
      }
      html.close();
    }
    html.close().close();
  }

  private static void marked(Html html, Snippet snippet) {
    int at = 0;
    for (Span mark : snippet.marks()) {
      html.text(snippet.text().substring(at, mark.start()));
      html.element("mark", mark.of(snippet.text()));
      at = mark.end();
    }
    html.text(snippet.text().substring(at));
  }

  private static String where(Vacancy vacancy) {
    List<String> parts = new ArrayList<>();
    if (vacancy.employer() != null) {
      parts.add(vacancy.employer());
    }
    String towns = vacancy.workplaces()
        .stream()
        .map(Place::city)
        .filter(Objects::nonNull)
        .distinct()
        .limit(TOWNS)
        .collect(Collectors.joining(", "));
    if (!towns.isEmpty()) {
      parts.add(towns);
    }
    return String.join(" · ", parts);
  }

  private void pages(Html html, SearchForm form, SearchResult result) {
    String next = result.nextPage();
    if (next == null && form.page() == null) {
      return;
    }
    html.open("nav", "aria-label", labels.of("search.pages")).open("ul", "class", "inline");
    if (form.page() != null) {
      html.open("li")
          .element("a", labels.of("search.first"), "href", form.address(form.text(), reader))
          .close();
    }
    if (next != null) {
      html.open("li")
          .element("a", labels.of("search.next"), "href",
              form.address(form.text(), reader, next), "rel", "next")
          .close();
    }
    html.close().close();
  }
}
