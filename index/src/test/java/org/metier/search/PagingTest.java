package org.metier.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.home.Home;
import org.metier.index.VacancyIndex;
import org.metier.text.Language;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;

final class PagingTest {
  @TempDir
  private Path folder;

  private static SearchRequest request(SearchOrder order, @Nullable String page) {
    return SearchRequest.builder("nurse bread")
        .language(Language.EN)
        .mode(WordMode.ANY)
        .near(order == SearchOrder.DISTANCE
            ? List.of(new Circle(Ads.KRAKOW, 100), new Circle(Ads.LILLE, 100))
            : List.of())
        .order(order)
        .pageSize(9)
        .page(page)
        .build();
  }

  /// While the pages are read, half of the vacancies go, change, or come.
  @RepeatedTest(6)
  void what_stays_is_shown_once_whatever_else_comes_and_goes(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    SearchOrder order = SearchOrder.values()[run.getCurrentRepetition() % 3];
    List<Vacancy> ads = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      ads.add(Ads.random(i, random));
    }
    Home home = Home.open(folder);
    Ads.put(home, ads);
    try (VacancySearch search = Ads.open(home);
        VacancyIndex index = VacancyIndex.builder(home).taxonomy(Ads.taxonomy()).build()) {
      Set<VacancyId> staying = new HashSet<>();
      every(search, order).forEach(staying::add);
      assertTrue(staying.size() > 20, "too few to page through: " + staying.size());
      List<VacancyId> shown = new ArrayList<>();
      List<Vacancy> present = new ArrayList<>(ads);
      int number = 1_000;
      SearchResult page = search.search(request(order, null));
      page.hits().forEach(hit -> shown.add(hit.vacancy().id()));
      while (page.nextPage() != null) {
        // What was erased does not come back, so it is changed no more.
        VacancyId gone = present.remove(random.nextInt(present.size())).id();
        index.erase(gone, "editor");
        staying.remove(gone);
        VacancyId changed = present.get(random.nextInt(present.size())).id();
        staying.remove(changed);
        List<Vacancy> coming = new ArrayList<>();
        coming.add(Vacancy.builder(changed, "nurse bread bread").language(Language.EN).build());
        for (int i = 0; i < 20; i++) {
          coming.add(Ads.random(number++, random));
        }
        index.put(coming);
        page = search.search(request(order, page.nextPage()));
        page.hits().forEach(hit -> shown.add(hit.vacancy().id()));
      }
      for (VacancyId id : staying) {
        assertEquals(1, shown.stream().filter(id::equals).count(), order + " " + id);
      }
    }
  }

  private static List<VacancyId> every(VacancySearch search, SearchOrder order) {
    List<VacancyId> all = new ArrayList<>();
    SearchResult page = search.search(request(order, null));
    page.hits().forEach(hit -> all.add(hit.vacancy().id()));
    while (page.nextPage() != null) {
      page = search.search(request(order, page.nextPage()));
      page.hits().forEach(hit -> all.add(hit.vacancy().id()));
    }
    assertEquals(page.total(), all.size());
    return all;
  }

  @Test
  void the_same_index_gives_the_same_pages_however_it_was_filled() {
    List<Vacancy> ads = new ArrayList<>();
    Random random = new Random(3);
    for (int i = 0; i < 60; i++) {
      ads.add(Ads.random(i, random));
    }
    Home one = Home.open(folder.resolve("one"));
    Home other = Home.open(folder.resolve("other"));
    Ads.put(one, ads);
    for (int i = 0; i < 60; i += 20) {
      Ads.put(other, ads.reversed().subList(i, i + 20));
    }
    try (VacancySearch first = Ads.open(one); VacancySearch second = Ads.open(other)) {
      assertEquals(every(first, SearchOrder.RELEVANCE), every(second, SearchOrder.RELEVANCE));
      assertEquals(org.metier.json.Json.write(first.search(request(SearchOrder.RELEVANCE, null))),
          org.metier.json.Json.write(second.search(request(SearchOrder.RELEVANCE, null))));
    }
  }

  @Test
  void a_token_that_is_damaged_or_of_another_search_is_refused_with_advice() {
    List<Vacancy> ads = new ArrayList<>();
    Random random = new Random(5);
    for (int i = 0; i < 60; i++) {
      ads.add(Ads.random(i, random));
    }
    try (VacancySearch search = Ads.search(folder, ads)) {
      String token = Objects.requireNonNull(
          search.search(request(SearchOrder.RELEVANCE, null)).nextPage());
      byte[] bytes = Base64.getUrlDecoder().decode(token);
      List<String> bad = new ArrayList<>(List.of("", "x", "!!!", token.substring(1), token + "AAAA",
          "A".repeat(10_000)));
      for (int i = 0; i < bytes.length; i++) {
        byte[] changed = bytes.clone();
        changed[i] ^= 1;
        bad.add(Base64.getUrlEncoder().withoutPadding().encodeToString(changed));
      }
      for (String damaged : bad) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
            () -> search.search(request(SearchOrder.RELEVANCE, damaged)), damaged);
        assertTrue(String.valueOf(refused.getMessage()).contains("nextPage"),
            refused.getMessage());
      }
      SearchRequest another = SearchRequest.builder("driver").page(token).build();
      assertThrows(IllegalArgumentException.class, () -> search.search(another));
      assertFalse(search.search(request(SearchOrder.RELEVANCE, token)).hits().isEmpty());
    }
  }
}
