package org.metier.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metier.home.Home;
import org.metier.text.Language;
import org.metier.text.Span;
import org.metier.vacancy.OccupationCode;
import org.metier.vacancy.Vacancy;
import org.metier.work.RemoteWork;
import org.metier.work.Salary;

final class VacancySearchTest {
  @TempDir
  private Path folder;

  private static List<String> keys(SearchResult result) {
    return result.hits().stream().map(hit -> hit.vacancy().id().key()).toList();
  }

  private static SearchResult find(VacancySearch search, String text) {
    return search.search(SearchRequest.builder(text).language(Language.EN).pageSize(100).build());
  }

  private VacancySearch hospitals() {
    return Ads.search(folder, List.of(
        Ads.ad("en", Language.EN, "Nurse for nights")
            .description("Wound care on our ward.")
            .occupations(Ads.coded("nurse"))
            .build(),
        Ads.ad("fr", Language.FR, "Infirmière diplômée").occupations(Ads.coded("nurse")).build(),
        Ads.ad("nl", Language.NL, "Nachtverpleegkundigen gezocht")
            .occupations(Ads.coded("night-nurse"))
            .build(),
        Ads.ad("pl", Language.PL, "Pielęgniarka")
            .occupations(Ads.coded("nurse"))
            .description("Szukamy pielęgniarki do szpitala.")
            .build(),
        Ads.ad("de", Language.DE, "Krankenpflegerin (m/w/d)")
            .occupations(Ads.coded("nurse"))
            .build(),
        Ads.ad("bread", Language.EN, "Baker")
            .description("A nurse is in the next shop.")
            .employer("Night Breads")
            .occupations(Ads.coded("baker"))
            .build()));
  }

  @ParameterizedTest
  @CsvSource({"EN, nurse, en", "FR, infirmière, fr", "NL, nachtverpleegkundige, nl",
    "PL, pielęgniarka, pl", "DE, Krankenpflegerin, de"})
  void the_own_language_comes_first_and_the_others_are_found(Language language, String query,
      String first) {
    try (VacancySearch search = hospitals()) {
      SearchResult result = search
          .search(SearchRequest.builder(query).language(language).build());
      assertEquals(first, keys(result).getFirst());
      int expected = language == Language.NL ? 1 : language == Language.EN ? 6 : 5;
      assertEquals(expected, result.total(), keys(result).toString());
    }
  }

  @Test
  void a_concept_counts_less_than_the_word_in_a_title_and_more_than_the_word_in_a_text() {
    try (VacancySearch search = Ads.search(folder, List.of(
        Ads.ad("text", Language.EN, "Baker").description("A nurse is in the next shop.").build(),
        Ads.ad("concept", Language.PL, "Siostra").occupations(Ads.coded("nurse")).build(),
        Ads.ad("title", Language.EN, "Nurse").build()))) {
      assertEquals(List.of("title", "concept", "text"), keys(find(search, "nurse")));
    }
  }

  @Test
  void a_stem_is_found_by_any_of_its_forms_and_without_accents() {
    try (VacancySearch search = hospitals()) {
      assertTrue(keys(find(search, "pielęgniarki")).contains("pl"));
      assertTrue(keys(find(search, "pielegniarka")).contains("pl"));
    }
  }

  @Test
  void phrases_exclusions_and_required_words_are_obeyed() {
    try (VacancySearch search = hospitals()) {
      assertEquals(List.of("bread"), keys(find(search, "\"night breads\"")));
      assertEquals(List.of(), keys(find(search, "\"breads night\"")));
      assertEquals(List.of("en"), keys(find(search, "nurse +ward")));
      assertTrue(!keys(find(search, "nurse -shop")).contains("bread"));
      assertEquals(5, find(search, "-shop").total());
    }
  }

  @Test
  void modes_say_how_many_words_are_needed() {
    try (VacancySearch search = hospitals()) {
      SearchRequest.Builder request = SearchRequest.builder("ward nights zebra giraffe shop")
          .language(Language.EN);
      assertEquals(0, search.search(request.mode(WordMode.ALL).build()).total());
      assertEquals(0, search.search(request.mode(WordMode.MOST).build()).total());
      assertEquals(2, search.search(request.mode(WordMode.ANY).build()).total());
    }
  }

  @Test
  void what_says_too_little_is_ignored_and_named_unless_it_is_all_there_is() {
    Home home = Home.open(folder);
    Ads.put(home, List.of(Ads.ad("it", Language.EN, "IT manager").build(),
        Ads.ad("other", Language.EN, "Manager of a shop").build()));
    try (VacancySearch search = Ads.open(home)) {
      SearchResult ignoring = find(search, "the manager of");
      assertEquals(List.of("the", "of"), ignoring.interpretation().ignored());
      assertEquals(2, ignoring.total());
      assertEquals(List.of("it"), keys(find(search, "IT")));
      assertEquals(List.of("it"), keys(find(search, "it")));
      assertEquals(List.of("it"), keys(find(search, "IT manager")));
    }
  }

  @Test
  void junk_has_an_answer() {
    try (VacancySearch search = hospitals()) {
      for (int seed = 0; seed < 150; seed++) {
        String junk = Junk.text(new Random(seed));
        SearchResult result = search.search(SearchRequest.builder(junk)
            .language(seed % 6 == 5 ? null : Language.values()[seed % 6])
            .build());
        assertTrue(result.total() <= 6, junk);
        assertTrue(search.suggest(junk, null, 5).size() <= 5, junk);
      }
    }
  }

  @Test
  void expired_vacancies_are_not_found() {
    Vacancy expired = Ads.ad("old", Language.EN, "Nurse")
        .validThrough(Ads.NOW.minusSeconds(1))
        .build();
    Vacancy open = Ads.ad("new", Language.EN, "Nurse").validThrough(Ads.NOW).build();
    try (VacancySearch search = Ads.search(folder, List.of(expired, open))) {
      assertEquals(List.of("new"), keys(find(search, "nurse")));
      assertEquals(1, search.suggest("nur", Language.EN, 5).getFirst().vacancies());
    }
  }

  @Test
  void a_misspelt_word_is_mended_when_that_finds_more() {
    try (VacancySearch search = hospitals()) {
      assertEquals("nurse -shop", find(search, "nurze -shop").didYouMean());
      assertEquals("pielęgniarka",
          search.search(SearchRequest.builder("pielegniaka").language(Language.PL).build())
              .didYouMean());
      assertNull(find(search, "zzzzzzzz").didYouMean());
      assertNull(find(search, "nurse").didYouMean());
    }
  }

  @Test
  void a_mended_word_may_come_from_a_label_whose_vacancies_are_in_another_language() {
    Vacancy polish = Ads.ad("pl", Language.PL, "Siostra").occupations(Ads.coded("nurse")).build();
    try (VacancySearch search = Ads.search(folder, List.of(polish))) {
      assertEquals("nurse", find(search, "nurze").didYouMean());
    }
  }

  @Test
  void suggestions_count_what_is_open_and_never_find_nothing() {
    List<Vacancy> ads = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ads.add(Ads.ad("a" + i, Language.PL, "Pielęgniarka").occupations(Ads.coded("nurse")).build());
    }
    ads.add(Ads.ad("b", Language.PL, "Piekarz").build());
    ads.add(Ads.ad("c", Language.PL, "Starszy piekarz")
        .validThrough(Ads.NOW.minusSeconds(9))
        .build());
    ads.add(Ads.ad("d", Language.EN, "Night nurse").build());
    try (VacancySearch search = Ads.search(folder, ads)) {
      assertEquals(List.of(new Suggestion("Pielęgniarka", 3), new Suggestion("Piekarz", 1)),
          search.suggest("PIE", Language.PL, 5));
      assertEquals("Pielęgniarka", search.suggest("pielegn", Language.PL, 1).getFirst().text());
      assertEquals("Night nurse", search.suggest("nur", Language.EN, 5).getLast().text());
      for (String typed : List.of("p", "n", "k", "b", "s")) {
        for (Suggestion suggestion : search.suggest(typed, Language.PL, 20)) {
          assertTrue(find(search, suggestion.text()).total() > 0, suggestion.text());
        }
      }
    }
  }

  @Test
  void marks_and_findings_show_the_words_of_the_vacancy() {
    String text = "We look after people. Wound care on our ward is your task.";
    Vacancy ad = Ads.ad("1", Language.EN, "Night nurses wanted")
        .description(text)
        .occupations(Ads.coded("night-nurse"))
        .skills(List.of(Ads.skill("test:1", "wounds", "description", text, "Wound care")))
        .build();
    try (VacancySearch search = Ads.search(folder, List.of(ad))) {
      SearchHit hit = find(search, "nurse wound care").hits().getFirst();
      assertEquals(List.of(new Span(0, 12)), hit.title().marks());
      Snippet snippet = hit.snippets().getFirst();
      assertEquals(List.of("Wound care"),
          snippet.marks().stream().map(mark -> mark.of(snippet.text())).toList());
      assertTrue(hit.findings().contains(new Finding.Words(Part.TITLE, List.of("nurses"))),
          hit.findings().toString());
      assertTrue(hit.findings()
          .stream()
          .anyMatch(f -> f instanceof Finding.Concept c && c.uri().equals("wounds")
              && c.evidence() != null && c.evidence().quote().equals("Wound care")),
          hit.findings().toString());
      assertTrue(hit.findings()
          .stream()
          .anyMatch(f -> f instanceof Finding.Concept c && c.uri().equals("night-nurse")));
    }
  }

  @Test
  void distance_counts_from_the_nearest_of_several_places_and_unknown_places_are_told() {
    Vacancy near = Ads.ad("near", Language.EN, "Nurse")
        .workplaces(List.of(Ads.place("Kraków", "PL", Ads.KRAKOW)))
        .build();
    Vacancy other = Ads.ad("other", Language.EN, "Nurse")
        .workplaces(List.of(Ads.place("Lille", "FR", Ads.LILLE)))
        .build();
    Vacancy remote = Ads.ad("remote", Language.EN, "Nurse").remote(RemoteWork.REMOTE).build();
    Vacancy unknown = Ads.ad("unknown", Language.EN, "Nurse").build();
    org.metier.place.GeoPoint wieliczka = new org.metier.place.GeoPoint(49.99, 20.06);
    try (VacancySearch search = Ads.search(folder, List.of(near, other, remote, unknown))) {
      SearchResult result = search.search(SearchRequest.builder("nurse")
          .near(List.of(new Circle(wieliczka, 30)))
          .order(SearchOrder.DISTANCE)
          .build());
      assertEquals(List.of("near", "remote"), keys(result));
      assertEquals(1, result.leftOut().withoutPlace());
      assertEquals(wieliczka.distanceKm(Ads.KRAKOW),
          Objects.requireNonNull(result.hits().getFirst().distanceKm()), 1e-9);
      assertTrue(result.hits()
          .getFirst()
          .findings()
          .stream()
          .anyMatch(f -> f instanceof Finding.Nearby n && "Kraków".equals(n.place().city())));
      assertTrue(result.hits().get(1).findings().contains(new Finding.FromAnywhere()));
      SearchResult both = search.search(SearchRequest.builder("nurse")
          .near(List.of(new Circle(wieliczka, 30), new Circle(Ads.LILLE, 5)))
          .order(SearchOrder.DISTANCE)
          .build());
      assertEquals(List.of("other", "near", "remote"), keys(both));
    }
  }

  @Test
  void a_least_pay_leaves_out_what_is_not_known_and_says_so() {
    Currency euro = Currency.getInstance("EUR");
    List<Vacancy> ads = List.of(
        Ads.ad("well", Language.EN, "Nurse")
            .salary(new Salary(2_500, 3_500, euro, Salary.Period.MONTH))
            .build(),
        Ads.ad("badly", Language.EN, "Nurse")
            .salary(new Salary(1_000, 1_500, euro, Salary.Period.MONTH))
            .build(),
        Ads.ad("silent", Language.EN, "Nurse").build(),
        Ads.ad("yen", Language.EN, "Nurse")
            .salary(new Salary(9_000_000, 9_000_000,
                Currency.getInstance("JPY"), Salary.Period.YEAR))
            .build());
    try (VacancySearch search = Ads.search(folder, ads)) {
      SearchResult result = search
          .search(SearchRequest.builder("nurse").pay(new PayFloor(42_000, euro)).build());
      assertEquals(List.of("well"), keys(result));
      assertEquals(new LeftOut(0, 2), result.leftOut());
    }
  }

  @Test
  void the_newest_comes_first_by_date_and_when_nothing_is_looked_for() {
    List<Vacancy> ads = List.of(
        Ads.ad("a", Language.EN, "Nurse").postedAt(Ads.NOW.minus(Duration.ofDays(2))).build(),
        Ads.ad("b", Language.EN, "Nurse").postedAt(Ads.NOW).build(),
        Ads.ad("c", Language.EN, "Nurse").build(),
        Ads.ad("d", Language.EN, "Nurse").postedAt(Ads.NOW).build());
    try (VacancySearch search = Ads.search(folder, ads)) {
      assertEquals(List.of("b", "d", "a", "c"), keys(find(search, "")));
      assertEquals(List.of("a", "b", "c", "d"), keys(find(search, "nurse")));
      assertEquals(List.of("b", "d", "a", "c"), keys(search
          .search(SearchRequest.builder("nurse").order(SearchOrder.DATE).build())));
    }
  }

  @Test
  void a_doubtful_occupation_counts_less_than_a_sure_one() {
    List<OccupationCode> doubtful = List
        .of(new OccupationCode("nurse", 0.1, OccupationCode.Origin.LINKED));
    try (VacancySearch search = Ads.search(folder, List.of(
        Ads.ad("a", Language.PL, "Siostra").occupations(doubtful).build(),
        Ads.ad("b", Language.PL, "Siostra").occupations(Ads.coded("nurse")).build()))) {
      assertEquals(List.of("b", "a"), keys(find(search, "nurse")));
    }
  }

  @Test
  void an_everyday_name_stands_for_the_group_that_most_of_its_occupations_lie_in() {
    Vacancy polish = Ads.ad("pl", Language.PL, "Siostra").occupations(Ads.coded("nurse")).build();
    Vacancy baker = Ads.ad("b", Language.PL, "Piekarz").occupations(Ads.coded("baker")).build();
    try (VacancySearch search = Ads.search(folder, List.of(polish, baker))) {
      SearchResult result = find(search, "nursing");
      assertEquals(List.of("pl"), keys(result));
      assertEquals("isco2221", result.interpretation().concepts().getFirst().uri());
    }
  }

  @Test
  void a_home_without_vacancies_finds_nothing() {
    try (VacancySearch search = Ads.open(Home.open(folder))) {
      assertEquals(0, find(search, "nurse").total());
      assertEquals(List.of(), search.suggest("nur", Language.EN, 3));
    }
  }

  @Test
  void limits_are_named() {
    assertTrue(String.valueOf(assertThrows(IllegalArgumentException.class,
        () -> SearchRequest.builder("").pageSize(101).build()).getMessage()).contains("1 to 100"));
    assertThrows(IllegalArgumentException.class,
        () -> SearchRequest.builder("").order(SearchOrder.DISTANCE).build());
    assertTrue(String.valueOf(assertThrows(IllegalArgumentException.class,
        () -> FacetValue.parse("contract:permanent")).getMessage()).contains("PERMANENT"));
    assertThrows(IllegalArgumentException.class, () -> FacetValue.parse("colour:red"));
  }
}
