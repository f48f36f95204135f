package org.metier.examples.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.metier.examples.portal.Browser.count;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.home.Home;
import org.metier.index.VacancyIndex;
import org.metier.place.GeoPoint;
import org.metier.place.Place;
import org.metier.place.PlacePrecision;
import org.metier.text.Language;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;
import org.metier.work.Contract;

final class SearchPageTest {
  @TempDir
  static Path folder;

  private static Portal portal;
  private static Browser browser;

  @BeforeAll
  static void open() throws Exception {
    Home home = Home.open(folder.resolve("home"));
    List<Vacancy> ads = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      ads.add(Vacancy.builder(new VacancyId("test", "v" + i), "Kierowca autobusu " + i)
          .language(Language.PL)
          .employer("Przewozy " + (char) ('A' + i) + "lfa")
          .contract(i % 2 == 0 ? Contract.PERMANENT : null)
          .workplaces(i % 7 == 0
              ? List.of(
                  new Place("Kraków", null, null, "PL", new GeoPoint(50.06, 19.94),
                      PlacePrecision.ADDRESS))
              : List.of())
          .build());
    }
    ads.add(Vacancy.builder(new VacancyId("test", "rogue"), "Baker <script>alert(1)</script>")
        .language(Language.EN)
        .employer("\"><img src=x onerror=alert(2)>")
        .description("bread <b>and</b> butter")
        .url("javascript:alert(3)")
        .build());
    try (VacancyIndex index = VacancyIndex.open(home)) {
      index.put(ads);
    }
    portal = Portal.start(home, 0);
    browser = new Browser(portal.address());
  }

  @AfterAll
  static void close() {
    browser.close();
    portal.close();
  }

  private static HttpResponse<String> search(String reader, String... parameters)
      throws Exception {
    StringBuilder address = new StringBuilder("/search?reader=" + reader);
    for (int i = 0; i < parameters.length; i += 2) {
      address.append('&')
          .append(parameters[i])
          .append('=')
          .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
    }
    return browser.open(address.toString());
  }

  private static String link(String page, String text) {
    Matcher link = Pattern.compile("<a href=\"([^\"]*)\"[^>]*>" + Pattern.quote(text))
        .matcher(page);
    assertTrue(link.find(), page);
    return link.group(1).replace("&amp;", "&");
  }

  @Test
  void a_search_finds_counts_and_explains_in_the_readers_language() throws Exception {
    String page = search("pl", "q", "kierowca").body();
    assertTrue(page.contains("<form role=\"search\" method=\"get\" action=\"/search\">"), page);
    assertTrue(page.contains("<p role=\"status\">Znalezione oferty: 14</p>"), page);
    assertEquals(10, count(page, "<article>"));
    assertEquals(1, count(page, "<ol class=\"matches\">"));
    assertTrue(page.contains("<h2 lang=\"pl\"><mark>Kierowca</mark> autobusu"), page);
    assertTrue(page.contains("<li>W tytule: Kierowca</li>"), page);
    assertTrue(page.contains("<li>Szukano: kierowca</li>"), page);
  }

  @Test
  void every_field_has_a_label_and_every_group_of_filters_a_legend() throws Exception {
    for (Language language : Language.values()) {
      String page = search(language.code()).body();
      assertTrue(page.contains("<html lang=\"" + language.code() + "\">"), page);
      Matcher control = Pattern.compile("<(?:input|select)[^>]* id=\"(\\w+)\"").matcher(page);
      int controls = 0;
      while (control.find()) {
        controls++;
        assertTrue(page.contains("for=\"" + control.group(1) + "\""), control.group());
      }
      assertEquals(4, controls);
      assertEquals(count(page, "<fieldset>"), count(page, "<fieldset><legend>"));
      assertTrue(count(page, "<fieldset>") >= 5, page);
      assertEquals(count(page, "type=\"checkbox\""), count(page, "<li><label>"));
      assertFalse(page.contains("<script"));
    }
  }

  @Test
  void pages_show_every_vacancy_once() throws Exception {
    String first = search("en", "q", "kierowca").body();
    assertFalse(first.contains("First page"));
    HttpResponse<String> second = browser.open(link(first, "Next page"));
    assertEquals(200, second.statusCode(), second.body());
    assertEquals(4, count(second.body(), "<article>"));
    assertTrue(second.body().contains("<nav aria-label=\"Pages\">"), second.body());
    for (int i = 0; i < 14; i++) {
      String title = "</mark> autobusu " + i + "</h2>";
      assertEquals(1, count(first, title) + count(second.body(), title), title);
    }
  }

  @Test
  void a_filter_narrows_and_its_button_takes_it_out_again() throws Exception {
    String narrowed = search("en", "q", "kierowca", "f", "contract:PERMANENT").body();
    assertTrue(narrowed.contains("Jobs found: 7"), narrowed);
    assertTrue(narrowed.contains("name=\"f\" value=\"contract:PERMANENT\" checked"), narrowed);
    assertTrue(narrowed.contains("name=\"drop\" value=\"contract:PERMANENT\""), narrowed);
    assertTrue(narrowed.contains("Remove: Contract: Permanent"), narrowed);
    assertTrue(narrowed.contains("<span>Not said (7)</span>"), narrowed);
    String wide = search("en", "q", "kierowca", "f", "contract:PERMANENT", "drop",
        "contract:PERMANENT").body();
    assertTrue(wide.contains("Jobs found: 14"), wide);
  }

  @Test
  void a_town_narrows_and_tells_what_has_no_place() throws Exception {
    String near = search("en", "q", "kierowca", "near", "Krakow", "order", "DISTANCE").body();
    assertTrue(near.contains("Jobs found: 2"), near);
    assertTrue(near.contains("not known: 12"), near);
    assertTrue(near.contains("as the crow flies: Kraków"), near);
    String unknown = search("en", "q", "kierowca", "near", "Nowhereville", "order", "DISTANCE")
        .body();
    assertTrue(unknown.contains("The town Nowhereville is not known"), unknown);
    assertTrue(unknown.contains("Jobs found: 14"), unknown);
  }

  @Test
  void a_misspelt_word_gets_a_link_to_what_was_meant() throws Exception {
    String page = search("pl", "q", "kierovca").body();
    assertTrue(page.contains("Znalezione oferty: 0"), page);
    String better = browser.open(link(page, "kierowca")).body();
    assertTrue(better.contains("Znalezione oferty: 14"), better);
  }

  @Test
  void markup_in_vacancies_and_queries_is_shown_and_not_obeyed() throws Exception {
    String page = search("en", "q", "bread").body();
    assertTrue(page.contains("Baker &lt;script&gt;alert(1)&lt;/script&gt;"), page);
    assertTrue(page.contains("<mark>bread</mark> &lt;b&gt;"), page);
    String typed = search("en", "q", "bread \"><script>alert(4)</script>").body();
    assertTrue(typed.contains("value=\"bread &quot;&gt;&lt;script&gt;"), typed);
    for (String body : List.of(page, typed)) {
      assertFalse(body.contains("<script"), body);
      assertFalse(body.contains("<img"), body);
      assertFalse(body.contains("<b>"), body);
      assertFalse(body.contains("javascript:"), body);
    }
  }

  @Test
  void what_no_page_offers_is_refused_with_a_page() throws Exception {
    for (String[] bad : new String[][]{{"f", "colour:red"}, {"order", "RANDOM"}, {"km", "-1"},
      {"page", "AAAA"}, {"near", "x".repeat(200)}}) {
      HttpResponse<String> response = search("de", bad);
      assertEquals(400, response.statusCode(), bad[0]);
      assertTrue(response.body().contains("Bitte suchen Sie erneut"), response.body());
    }
  }
}
