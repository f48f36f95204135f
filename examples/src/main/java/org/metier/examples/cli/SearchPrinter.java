package org.metier.examples.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.metier.place.Place;
import org.metier.search.Facet;
import org.metier.search.FacetCount;
import org.metier.search.Finding;
import org.metier.search.SearchHit;
import org.metier.search.SearchResult;
import org.metier.search.SearchWording;
import org.metier.search.Snippet;
import org.metier.search.Suggestion;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.Span;
import org.metier.vacancy.Vacancy;

/// Writes what was found for a person to read.
final class SearchPrinter {
  private static final int TOWNS = 2;

  private final SearchWording wording;
  private final PrintWriter out;

  SearchPrinter(Taxonomy taxonomy, Language reader, PrintWriter out) {
    wording = SearchWording.in(reader, taxonomy);
    this.out = out;
  }

  void print(List<Suggestion> suggestions) {
    suggestions.forEach(s -> out.printf("%6d  %s%n", s.vacancies(), s.text()));
  }

  /// @param values how many values to show of each facet
  void print(SearchResult result, int values) {
    wording.describe(result.interpretation()).forEach(out::println);
    out.printf(Locale.ROOT, "Open vacancies found: %d%n", result.total());
    wording.describe(result.leftOut()).forEach(out::println);
    if (result.didYouMean() != null) {
      out.println("Did you mean: " + result.didYouMean());
    }
    result.hits().forEach(this::print);
    for (Facet facet : Facet.values()) {
      List<FacetCount> counts = result.facets().getOrDefault(facet, List.of());
      if (values > 0 && !counts.isEmpty()) {
        out.println(wording.heading(facet));
        counts.stream()
            .limit(values)
            .forEach(c -> out.printf(Locale.ROOT, "%7d  %s  [%s]%n", c.count(), wording.label(c),
                c.value()));
      }
    }
    if (result.nextPage() != null) {
      out.println("Next page: --page " + result.nextPage());
    }
  }

  private void print(SearchHit hit) {
    Vacancy vacancy = hit.vacancy();
    List<String> about = new ArrayList<>();
    if (vacancy.employer() != null) {
      about.add(vacancy.employer());
    }
    String towns = vacancy.workplaces()
        .stream()
        .map(Place::city)
        .filter(Objects::nonNull)
        .limit(TOWNS)
        .collect(Collectors.joining(", "));
    if (!towns.isEmpty()) {
      about.add(towns);
    }
    out.printf(Locale.ROOT, "%n%s  (%.2f)  [%s]%n", marked(hit.title()), hit.score(),
        vacancy.id());
    if (!about.isEmpty()) {
      out.println("    " + String.join(", ", about));
    }
    for (Snippet snippet : hit.snippets()) {
      out.println("    … " + marked(snippet).replaceAll("\\s+", " ") + " …");
    }
    for (Finding finding : hit.findings()) {
      out.println("    - " + wording.describe(finding));
    }
  }

  private static String marked(Snippet snippet) {
    StringBuilder text = new StringBuilder(snippet.text());
    for (Span mark : snippet.marks().reversed()) {
      text.insert(mark.end(), ']').insert(mark.start(), '[');
    }
    return text.toString();
  }
}
