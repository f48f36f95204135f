package org.metier.examples.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.home.Home;
import org.metier.search.Circle;
import org.metier.search.FacetValue;
import org.metier.search.SearchOrder;
import org.metier.search.SearchRequest;
import org.metier.search.SearchResult;
import org.metier.search.VacancySearch;
import org.metier.search.WordMode;
import org.metier.taxonomy.Taxonomy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "search", mixinStandardHelpOptions = true, description = "Find open vacancies by words, \"phrases\", +required and -excluded words, in any language, and say why each was found.")
final class SearchCommand implements Callable<Integer> {
  @Parameters(paramLabel = "QUERY", arity = "0..*", description = "what to look for; without any, all open vacancies")
  private List<String> words = List.of();
  @Option(names = "--near", paramLabel = "TOWN", description = "work around this town, such as Kraków or Paris,FR; may be given several times")
  private List<String> near = List.of();
  @Option(names = "--radius-km", paramLabel = "KM", description = "how far around each town (default: ${DEFAULT-VALUE})", defaultValue = "30")
  private double radiusKm = 30;
  @Option(names = "--filter", paramLabel = "FACET:VALUE", description = "narrow down, such as contract:PERMANENT or remote:unknown; may be given several times, values of one facet are alternatives")
  private List<String> filters = List.of();
  @Option(names = "--mode", paramLabel = "MODE", description = "how many of the words are needed: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})", defaultValue = "MOST")
  private WordMode mode = WordMode.MOST;
  @Option(names = "--order", paramLabel = "ORDER", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})", defaultValue = "RELEVANCE")
  private SearchOrder order = SearchOrder.RELEVANCE;
  @Option(names = "--top", paramLabel = "N", description = "how many on a page (default: ${DEFAULT-VALUE})", defaultValue = "10")
  private int top = 10;
  @Option(names = "--page", paramLabel = "TOKEN", description = "the next page, by the token that the one before gave")
  private @Nullable String page;
  @Option(names = "--facets", paramLabel = "N", description = "how many values to show of each facet (default: ${DEFAULT-VALUE})", defaultValue = "0")
  private int facets;
  @Option(names = "--suggest", description = "complete the query instead of searching for it")
  private boolean isSuggestion;
  @Option(names = "--as-of", paramLabel = "INSTANT", description = "search what was open then, such as 2026-07-01T00:00:00Z (default: now)")
  private @Nullable Instant asOf;
  @Mixin
  private HomeOption home = new HomeOption();
  @Mixin
  private LanguageOption wording = new LanguageOption();
  @Mixin
  private Output output = new Output();

  @Override
  public Integer call() {
    Home opened = home.open();
    Taxonomy taxonomy = Taxonomy.of(opened);
    Clock clock = asOf == null ? Clock.systemUTC() : Clock.fixed(asOf, ZoneOffset.UTC);
    try (VacancySearch search = VacancySearch.builder(opened)
        .taxonomy(taxonomy)
        .clock(clock)
        .build()) {
      String text = String.join(" ", words);
      SearchPrinter printer = new SearchPrinter(taxonomy, wording.language(), output.out());
      if (isSuggestion) {
        var suggestions = search.suggest(text, wording.language(), top);
        if (output.isJson()) {
          output.json(suggestions);
        } else {
          printer.print(suggestions);
        }
        return 0;
      }
      SearchResult result = search.search(SearchRequest.builder(text)
          .language(wording.language())
          .mode(mode)
          .near(circles(opened))
          .selections(filters.stream().map(FacetValue::parse).toList())
          .order(order)
          .pageSize(top)
          .page(page)
          .build());
      if (output.isJson()) {
        output.json(result);
      } else {
        printer.print(result, facets);
      }
    }
    return 0;
  }

  private List<Circle> circles(Home opened) {
    List<Circle> circles = new ArrayList<>();
    for (String town : near) {
      circles.add(new Circle(Towns.point(town, opened), radiusKm));
    }
    return circles;
  }
}
