package org.metier.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;
import org.metier.place.Place;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.vacancy.Vacancy;
import org.metier.work.RemoteWork;
import org.metier.work.Salary;

/// Filters and facet counts against plain loops over 500 random vacancies. What a facet's values are is
/// written down here a second time, from its documentation.
final class SearchByBruteForceTest {
  private static final Taxonomy TAXONOMY = Ads.taxonomy();

  @TempDir
  static Path folder;

  private static List<Vacancy> ads = List.of();
  private static VacancySearch search;

  @BeforeAll
  static void index() {
    Random random = new Random(1);
    List<Vacancy> made = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      made.add(Ads.random(i, random));
    }
    ads = List.copyOf(made);
    search = Ads.search(folder.resolve("home"), ads);
  }

  @AfterAll
  static void close() {
    search.close();
  }

  @RepeatedTest(60)
  void filters_and_counts_are_those_of_plain_loops(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    SearchRequest request = request(random);
    SearchResult result = search.search(request);
    Predicate<Vacancy> base = ad -> isOpen(ad) && hasWord(ad, request) && isNear(ad, request)
        && isPaid(ad, request);
    List<Vacancy> expected = ads.stream()
        .filter(base)
        .filter(ad -> Arrays.stream(Facet.values()).allMatch(f -> passes(ad, f, request)))
        .toList();
    assertEquals(expected.size(), result.total());
    Set<String> found = new TreeSet<>();
    SearchResult page = result;
    page.hits().forEach(hit -> found.add(hit.vacancy().id().toString()));
    while (page.nextPage() != null) {
      page = search.search(withPage(request, page.nextPage()));
      page.hits().forEach(hit -> assertTrue(found.add(hit.vacancy().id().toString()), "twice"));
    }
    Set<String> ids = new TreeSet<>();
    expected.forEach(ad -> ids.add(ad.id().toString()));
    assertEquals(ids, found);
    for (Facet facet : Facet.values()) {
      Map<String, Integer> counts = new HashMap<>();
      ads.stream()
          .filter(base)
          .filter(ad -> Arrays.stream(Facet.values())
              .allMatch(f -> f == facet || passes(ad, f, request)))
          .forEach(ad -> values(ad, facet).forEach(v -> counts.merge(v, 1, Integer::sum)));
      Map<String, Integer> given = new HashMap<>();
      result.facets()
          .getOrDefault(facet, List.of())
          .stream()
          .filter(count -> count.count() > 0)
          .forEach(count -> given.put(count.value().value(), count.count()));
      assertEquals(counts, given, facet.toString());
    }
    leftOut(request, result);
  }

  private static void leftOut(SearchRequest request, SearchResult result) {
    Predicate<Vacancy> facets = ad -> isOpen(ad) && hasWord(ad, request)
        && Arrays.stream(Facet.values()).allMatch(f -> passes(ad, f, request));
    long places = request.near().isEmpty()
        ? 0
        : ads.stream()
            .filter(facets)
            .filter(ad -> isPaid(ad, request) && ad.remote() != RemoteWork.REMOTE
                && ad.workplaces().stream().allMatch(p -> p.point() == null))
            .count();
    assertEquals(places, result.leftOut().withoutPlace());
    PayFloor pay = request.pay();
    long pays = pay == null
        ? 0
        : ads.stream()
            .filter(facets)
            .filter(ad -> isNear(ad, request)
                && (ad.salary() == null || !ad.salary().currency().equals(pay.currency())))
            .count();
    assertEquals(pays, result.leftOut().withoutPay());
  }

  private static SearchRequest withPage(SearchRequest request, String page) {
    return request.toBuilder().page(page).build();
  }

  private static SearchRequest request(Random random) {
    Set<FacetValue> selections = new LinkedHashSet<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      Facet facet = Facet.values()[random.nextInt(Facet.values().length)];
      List<String> values = new ArrayList<>();
      values.addAll(values(ads.get(random.nextInt(ads.size())), facet));
      values.add("unknown");
      selections.add(new FacetValue(facet, values.get(random.nextInt(values.size()))));
    }
    List<Circle> near = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      near.add(new Circle(random.nextBoolean() ? Ads.KRAKOW : Ads.LILLE,
          20 + random.nextInt(100)));
    }
    return SearchRequest.builder(random.nextInt(3) == 0 ? "" : "bread")
        .language(Language.EN)
        .selections(selections)
        .near(near)
        .pay(random.nextInt(3) == 0
            ? new PayFloor(50_000, Currency.getInstance("PLN"))
            : null)
        .order(near.isEmpty()
            ? SearchOrder.values()[random.nextInt(2)]
            : SearchOrder.values()[random.nextInt(3)])
        .pageSize(7 + random.nextInt(90))
        .build();
  }

  private static boolean isOpen(Vacancy ad) {
    return ad.validThrough() == null || !ad.validThrough().isBefore(Ads.NOW);
  }

  private static boolean hasWord(Vacancy ad, SearchRequest request) {
    return request.text().isEmpty()
        || (" " + ad.title() + " " + ad.description() + " ").contains(" bread ");
  }

  private static boolean isNear(Vacancy ad, SearchRequest request) {
    return request.near().isEmpty() || ad.remote() == RemoteWork.REMOTE
        || request.near()
            .stream()
            .anyMatch(circle -> ad.workplaces()
                .stream()
                .map(Place::point)
                .anyMatch(p -> p != null && p.distanceKm(circle.centre()) <= circle.radiusKm()));
  }

  private static boolean isPaid(Vacancy ad, SearchRequest request) {
    PayFloor pay = request.pay();
    Salary salary = ad.salary();
    return pay == null || (salary != null && salary.currency().equals(pay.currency())
        && salary.maxPerYear() >= pay.perYear());
  }

  private static boolean passes(Vacancy ad, Facet facet, SearchRequest request) {
    List<FacetValue> selected = request.selections()
        .stream()
        .filter(s -> s.facet() == facet)
        .toList();
    Set<String> values = values(ad, facet);
    return selected.isEmpty() || selected.stream().anyMatch(s -> values.contains(s.value()));
  }

  private static Set<String> values(Vacancy ad, Facet facet) {
    Set<String> values = new TreeSet<>();
    switch (facet) {
      case OCCUPATION -> ad.occupations().forEach(o -> {
        String code = o.uri().equals("baker") ? "7512" : "2221";
        for (int digits = 1; digits <= 4; digits++) {
          values.add(code.substring(0, digits));
        }
      });
      case PLACE -> ad.workplaces().forEach(p -> {
        String country = p.country() == null ? "" : p.country();
        if (!country.isEmpty()) {
          values.add(country);
        }
        if (p.region() != null) {
          values.add(country + "/r/malopolskie");
        }
        String city = String.valueOf(p.city()).toLowerCase(Locale.ROOT);
        values.add(country + "/t/"
            + city.replace('ó', 'o').replace('ń', 'n').replace('w', 'w').replace('-', ' '));
      });
      case CONTRACT -> {
        if (ad.contract() != null) {
          values.add(ad.contract().name());
        }
      }
      case HOURS -> {
        if (ad.hours() != null) {
          band(values, ad.hours().min(), ad.hours().max(), "", 0, 20, 35);
        }
      }
      case SALARY -> salary(values, ad.salary());
      case LANGUAGE -> {
        if (ad.language() != null) {
          values.add(ad.language().code());
        }
      }
      case SOURCE -> values.add(ad.id().source());
      case FRESHNESS -> {
        if (ad.postedAt() != null) {
          Duration age = Duration.between(ad.postedAt(), Ads.NOW);
          for (int days : new int[]{1, 3, 7, 14, 30}) {
            if (age.compareTo(Duration.ofDays(days)) <= 0) {
              values.add("" + days);
            }
          }
          if (values.isEmpty()) {
            values.add("older");
          }
        }
      }
      case REMOTE -> {
        if (ad.remote() != null) {
          values.add(ad.remote().name());
        }
      }
    }
    return values.isEmpty() ? Set.of("unknown") : values;
  }

  private static void salary(Set<String> values, @org.jspecify.annotations.Nullable Salary salary) {
    if (salary != null) {
      switch (salary.currency().getCurrencyCode()) {
        case "EUR" -> band(values, salary.minPerYear(), salary.maxPerYear(), "EUR/", 0, 20_000,
            30_000, 40_000, 50_000, 60_000, 80_000, 100_000);
        case "PLN" -> band(values, salary.minPerYear(), salary.maxPerYear(), "PLN/", 0, 80_000,
            120_000, 160_000, 200_000, 240_000, 320_000, 400_000);
        default -> values.add("other");
      }
    }
  }

  private static void band(Set<String> values, double min, double max, String prefix,
      int... lower) {
    for (int i = 0; i < lower.length; i++) {
      if (max >= lower[i] && (i + 1 == lower.length || min < lower[i + 1])) {
        values.add(prefix + lower[i]);
      }
    }
  }

  @org.junit.jupiter.api.Test
  void a_value_is_written_as_most_vacancies_write_it() {
    Map<String, Integer> ways = new HashMap<>();
    ads.stream()
        .filter(SearchByBruteForceTest::isOpen)
        .forEach(ad -> ad.workplaces()
            .stream()
            .filter(p -> "PL".equals(p.country()) && p.city() != null
                && p.city().toLowerCase(Locale.ROOT).startsWith("krak"))
            .map(Place::city)
            .findFirst()
            .ifPresent(city -> ways.merge(String.valueOf(city), 1, Integer::sum)));
    String usual = ways.getOrDefault("Kraków", 0) > ways.getOrDefault("KRAKOW", 0)
        ? "Kraków"
        : "KRAKOW";
    Map<Facet, List<FacetCount>> facets = new EnumMap<>(
        search.search(SearchRequest.builder("").build()).facets());
    FacetCount count = facets.getOrDefault(Facet.PLACE, List.of())
        .stream()
        .filter(c -> c.value().value().equals("PL/t/krakow"))
        .findFirst()
        .orElseThrow();
    assertEquals(usual, count.written());
  }
}
