package org.metier.examples.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.metier.examples.portal.Browser.count;
import static org.metier.examples.portal.Browser.field;
import static org.metier.examples.portal.Browser.file;
import static org.metier.examples.portal.Browser.inputs;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.dossier.Dossier;
import org.metier.examples.demo.SampleFeed;
import org.metier.examples.demo.SampleFeeds;
import org.metier.feed.Feed;
import org.metier.feed.mapping.Mapping;
import org.metier.home.Home;
import org.metier.index.VacancyIndex;
import org.metier.json.Json;
import org.metier.profile.Competence;
import org.metier.profile.CompetenceProfile;
import org.metier.qualification.CefrLevel;
import org.metier.qualification.DrivingLicence;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Evidence;
import org.metier.text.Language;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;

final class PortalTest {
  private static final String CV = """
      Halina Wymyślna
      halina.wymyslna@example.org, tel. 600 100 200

      DOŚWIADCZENIE ZAWODOWE

      03.2016 – obecnie
      Kierowca samochodu ciężarowego, Przewozy Dębowiec, Wrocław
      - prowadzenie samochodów ciężarowych na trasach krajowych
      - zabezpieczanie ładunku, załadunek i rozładunek towarów
      - obsługa tachografu cyfrowego

      WYKSZTAŁCENIE

      2009 – 2013  Technikum Samochodowe we Wrocławiu

      UMIEJĘTNOŚCI

      prawo jazdy kat. B, C, C+E, przepisy ruchu drogowego, mocowanie ładunku

      JĘZYKI

      polski – ojczysty
      niemiecki – B1
      """;

  @TempDir
  static Path folder;
  private static Home home;
  private static Portal portal;
  private static Browser browser;

  @BeforeAll
  static void open() throws IOException {
    home = Home.open(folder.resolve("home"));
    Taxonomy taxonomy = Taxonomy.of(home);
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    Path feeds = Files.createDirectory(folder.resolve("feeds"));
    try (VacancyIndex index = VacancyIndex.builder(home).taxonomy(taxonomy).build()) {
      for (SampleFeed sample : SampleFeeds.of(taxonomy, today, 42).write(feeds)) {
        index.ingest(feed(sample));
      }
    }
    portal = Portal.start(home, 0);
    browser = new Browser(portal.address());
  }

  private static Feed feed(SampleFeed sample) throws IOException {
    Feed.Builder feed = Feed.of(sample.source(), sample.file()).format(sample.format());
    String mapping = sample.mapping();
    if (mapping != null) {
      try (InputStream in = Objects.requireNonNull(PortalTest.class.getResourceAsStream(mapping))) {
        feed.mapping(Mapping.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), mapping));
      }
    }
    return feed.build();
  }

  @AfterAll
  static void close() {
    browser.close();
    portal.close();
  }

  private static HttpResponse<String> match(String cv) throws Exception {
    return browser.send("/match", List.of(field("text", cv), field("reader", "pl"),
        file("file", "", new byte[0])));
  }

  @Test
  void the_form_speaks_the_language_of_the_reader_and_labels_every_field() throws Exception {
    String page = browser.open("/?reader=pl").body();
    assertTrue(page.contains("<html lang=\"pl\">"), page);
    assertTrue(page.contains("Proszę wkleić tekst CV"), page);
    Matcher control = Pattern.compile("<(?:input|textarea|select)[^>]* id=\"(\\w+)\"")
        .matcher(page);
    int controls = 0;
    while (control.find()) {
      controls++;
      assertTrue(page.contains("for=\"" + control.group(1) + "\""), control.group());
    }
    assertEquals(3, controls);
    assertTrue(
        browser.open("/", "Accept-Language", "xx, fr-BE;q=0.8").body().contains("lang=\"fr\">"));
  }

  @Test
  void no_page_may_load_anything_but_its_style() throws Exception {
    HttpResponse<String> form = browser.open("/");
    String policy = form.headers().firstValue("Content-Security-Policy").orElseThrow();
    assertTrue(policy.startsWith("default-src 'none'; style-src 'self'"), policy);
    assertEquals("no-store", form.headers().firstValue("Cache-Control").orElseThrow());
    assertEquals(200, browser.open("/style.css").statusCode());
  }

  @Test
  void a_polish_cv_gets_ten_explained_matches_and_its_own_words_as_proof() throws Exception {
    HttpResponse<String> response = match(CV);
    String page = response.body();
    assertEquals(200, response.statusCode(), page);
    assertEquals(10, count(page, "<article>"));
    assertEquals(1, count(page, "<ol class=\"matches\">"));
    assertTrue(page.contains("ciężarowego</span>, 2016-03 – dziś, rozpoznano jako: kierowca"),
        page);
    assertTrue(page.contains("<li>Wykonywany zawód: Zna Pan(i)"), page);
    assertTrue(page.contains("<q lang=\"pl\">Kierowca samochodu ciężarowego"), page);
    assertTrue(page.contains("niemiecki – B1"), page);
    assertTrue(page.contains("<select id=\"skill-0\""), page);
  }

  @Test
  void neither_name_nor_contact_comes_back() throws Exception {
    String page = match(CV).body();
    assertFalse(page.contains("Wymyślna"));
    assertFalse(page.contains("@example.org"));
    assertFalse(page.contains("halina"));
    assertFalse(page.contains("600 100 200"));
  }

  private static Dossier dossier(String page) {
    return Json.read(inputs(page, "dossier").getFirst(), Dossier.class);
  }

  private static CompetenceProfile profile(String page) {
    return dossier(page).merged(Taxonomy.of(home)).profile();
  }

  /// Sends the form below the profile with some of its fields filled in.
  private static String corrected(String page, Browser.Field... said) throws Exception {
    List<Browser.Field> form = new ArrayList<>(
        List.of(field("reader", "pl"), field("dossier", inputs(page, "dossier").getFirst())));
    form.addAll(List.of(said));
    HttpResponse<String> response = browser.send("/rematch", form);
    assertEquals(200, response.statusCode(), response.body());
    return response.body();
  }

  private static String again(String page, String cv) throws Exception {
    HttpResponse<String> response = browser.send("/match", List.of(field("reader", "pl"),
        field("dossier", inputs(page, "dossier").getFirst()),
        file("file", "cv.txt", cv.getBytes(StandardCharsets.UTF_8))));
    assertEquals(200, response.statusCode(), response.body());
    return response.body();
  }

  private static int indexOf(CompetenceProfile profile, String skill) {
    return profile.competences().stream().map(Competence::uri).toList().indexOf(skill);
  }

  @Test
  void corrections_hold_when_another_cv_is_handed_in_and_count_in_the_match() throws Exception {
    String page = match(CV).body();
    CompetenceProfile read = profile(page);
    String wrong = read.competences().get(0).uri();
    String right = read.competences().get(1).uri();
    Taxonomy taxonomy = Taxonomy.of(home);
    int added = Arrays.stream(taxonomy.concepts(ConceptKind.SKILL))
        .filter(skill -> indexOf(read, taxonomy.uri(skill)) < 0)
        .findFirst()
        .orElseThrow();
    page = corrected(page, field("skill-0", "reject"), field("skill-1", "confirm"),
        field("language-1", "C1"),
        field("add", taxonomy.label(added, Language.PL) + "\nbalansowanie jednorożców"));
    assertTrue(page.contains("Nieznana umiejętność: balansowanie jednorożców<"), page);
    assertEquals(-1, indexOf(profile(page), wrong));
    page = again(page, CV.replace("B, C, C+E", "B, C, C+E, D"));
    CompetenceProfile after = profile(page);
    assertEquals(2, dossier(page).documents().size());
    assertEquals(1, after.occupations().size(), "the same job in both is one");
    assertEquals(List.of("CV 1", "CV 2"),
        after.occupations().getFirst().evidence().stream().map(Evidence::document).toList());
    assertEquals(-1, indexOf(after, wrong), "a rejected skill does not come back");
    assertEquals(Competence.Origin.CONFIRMED,
        after.competences().get(indexOf(after, right)).origin());
    assertTrue(indexOf(after, taxonomy.uri(added)) >= 0);
    assertEquals(CefrLevel.C1, after.languages().get(1).overall());
    assertTrue(after.drivingLicences().contains(DrivingLicence.D));
    assertTrue(page.contains("Pominięto zgodnie ze wskazaniem: "), page);
    assertEquals(10, count(page, "<article>"));
  }

  @Test
  void both_sides_of_a_match_are_put_into_words_and_what_is_hidden_is_told_and_can_be_seen()
      throws Exception {
    String page = match(CV.replace("B, C, C+E", "AM")).body();
    assertTrue(
        page.contains("<h3>Co Pan(i) wnosi</h3>") && page.contains("<h3>Czego Pan(i) szuka</h3>"),
        page);
    assertTrue(page.contains("Zbyt mało wiemy o życzeniach"), page);
    Matcher hidden = Pattern.compile("Niepokazane: ([0-9]+)\\. Powód: praca wymaga prawa jazdy")
        .matcher(page);
    assertTrue(hidden.find() && Integer.parseInt(hidden.group(1)) > 0, page);
    assertTrue(page.contains("<summary>Pokaż je mimo to: Wymagane prawo jazdy</summary>"), page);
    assertFalse(match(CV.replace("B, C, C+E", "AM, A, B, C, CE, D, DE, T")).body()
        .contains("Wymagane prawo jazdy</summary>"));
  }

  @Test
  void a_job_can_be_given_another_occupation_and_be_taken_away() throws Exception {
    String page = match(CV).body();
    String before = profile(page).occupations().getFirst().uri();
    Matcher offered = Pattern.compile("<select id=\"job-0\".*?</select>", Pattern.DOTALL)
        .matcher(page);
    assertTrue(offered.find(), page);
    List<String> values = Pattern.compile("value=\"([^\"]+)\"")
        .matcher(offered.group())
        .results()
        .map(m -> m.group(1))
        .toList();
    assertFalse(values.contains(before), "what it is now need not be offered");
    assertTrue(values.size() > 2, offered.group());
    String other = corrected(page, field("job-0", values.getFirst()));
    assertEquals(values.getFirst(), profile(other).occupations().getFirst().uri());
    String unlinked = corrected(page, field("job-0", "none"));
    assertEquals(null, profile(unlinked).occupations().getFirst().uri());
    String ignored = corrected(page, field("job-0", "https://elsewhere.example/"));
    assertEquals(before, profile(ignored).occupations().getFirst().uri());
    String gone = corrected(page, field("job-0", "reject"));
    assertEquals(List.of(), profile(gone).occupations());
    assertEquals(List.of(), profile(again(gone, CV)).occupations());
  }

  @Test
  void cvs_that_differ_are_asked_about_once() throws Exception {
    String page = again(match(CV.replace("obecnie", "05.2019")).body(),
        CV.replace("obecnie", "11.2021"));
    assertTrue(page.contains("Dokumenty CV różnią się od siebie"), page);
    assertTrue(page.contains("2016-03 – 2019-05 (CV 1)"), page);
    assertTrue(page.contains("2016-03 – 2021-11 (CV 2)"), page);
    assertEquals(2, count(page, "type=\"radio\""));
    String settled = corrected(page, field("conflict-0", "1"));
    assertFalse(settled.contains("Dokumenty CV różnią się od siebie"), settled);
    assertEquals(1, profile(settled).occupations().size());
    String later = again(settled, CV.replace("obecnie", "11.2021"));
    assertFalse(later.contains("Dokumenty CV różnią się od siebie"), later);
  }

  @Test
  void every_field_of_the_correction_has_a_label_and_nothing_needs_a_script() throws Exception {
    String page = match(CV).body();
    Matcher control = Pattern
        .compile("<(?:input|textarea|select)[^>]* id=\"([\\w-]+)\"")
        .matcher(page);
    int controls = 0;
    while (control.find()) {
      controls++;
      assertTrue(page.contains("for=\"" + control.group(1) + "\""), control.group());
    }
    assertTrue(controls > 10, page);
    assertFalse(page.contains("<script"));
    assertFalse(page.contains("onclick"));
  }

  @Test
  void a_script_in_an_advertisement_is_shown_and_not_run() throws Exception {
    Home other = Home.open(folder.resolve("other"));
    Vacancy vacancy = Vacancy
        .builder(new VacancyId("rogue", "1"),
            "Kierowca samochodu ciężarowego <script>alert(1)</script>")
        .description("prowadzenie samochodów ciężarowych, obsługa tachografu")
        .language(Language.PL)
        .employer("\"><img src=x onerror=alert(2)>")
        .url("javascript:alert(3)")
        .build();
    Vacancy linked = Vacancy.builder(new VacancyId("rogue", "2"), "Kierowca samochodu ciężarowego")
        .language(Language.PL)
        .url("https://example.org/ad?a=1&b=2")
        .build();
    try (VacancyIndex index = VacancyIndex.open(other)) {
      index.put(List.of(vacancy, linked));
    }
    try (Portal rogue = Portal.start(other, 0); Browser visitor = new Browser(rogue.address())) {
      String page = visitor.send("/match", List.of(field("text", CV))).body();
      assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), page);
      assertTrue(page.contains("&quot;&gt;&lt;img src=x"), page);
      assertTrue(page.contains("href=\"https://example.org/ad?a=1&amp;b=2\""), page);
      assertFalse(page.contains("<script"));
      assertFalse(page.contains("<img"));
      assertFalse(page.contains("javascript:"));
    }
  }

  @Test
  void a_file_over_the_limit_is_refused_with_a_page() throws Exception {
    for (int excess : new int[]{1, 5_000_000}) {
      byte[] large = new byte[Exchanges.MAX_FILE_BYTES + excess];
      HttpResponse<String> response = browser.send("/match",
          List.of(field("reader", "de"), file("file", "cv.pdf", large)));
      assertEquals(413, response.statusCode());
      assertTrue(response.body().contains("10 MB"), response.body());
    }
  }

  @Test
  void a_damaged_pdf_is_refused_with_advice_and_without_its_content() throws Exception {
    byte[] garbage = "%PDF-1.7\nsecret words that are no PDF".getBytes(StandardCharsets.US_ASCII);
    HttpResponse<String> response = browser.send("/match",
        List.of(field("reader", "nl"), file("file", "cv.pdf", garbage)));
    String page = response.body();
    assertEquals(400, response.statusCode(), page);
    assertTrue(page.contains("<html lang=\"nl\">"), page);
    assertTrue(page.contains("Dit cv kan niet worden gelezen"), page);
    assertTrue(page.contains("is damaged"), page);
    assertFalse(page.contains("secret"));
  }

  @Test
  void an_empty_form_and_a_foreign_profile_are_refused() throws Exception {
    HttpResponse<String> empty = match("  ");
    assertEquals(400, empty.statusCode());
    assertTrue(empty.body().contains("Nie ma ani tekstu, ani pliku"), empty.body());
    HttpResponse<String> foreign = browser.send("/rematch",
        List.of(field("dossier", "{\"id\":\"x\",\"secret\":1}")));
    assertEquals(400, foreign.statusCode());
    HttpResponse<String> large = browser.send("/rematch",
        List.of(field("dossier", " ".repeat(CvMatching.MAX_DOSSIER_CHARACTERS + 1))));
    assertEquals(413, large.statusCode());
  }

  @Test
  void other_pages_and_methods_are_refused() throws Exception {
    assertEquals(404, browser.open("/favicon.ico").statusCode());
    HttpResponse<String> get = browser.open("/match");
    assertEquals(405, get.statusCode());
    assertEquals("POST", get.headers().firstValue("Allow").orElseThrow());
  }
}
