package org.metier.duplicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metier.place.Place;
import org.metier.text.Language;

/// Names of employers and jobs, addresses, places and numbers as advertisements write them.
class NamesTest {
  private static EmployerName employer(String name) {
    return Objects.requireNonNull(EmployerName.of(name));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"Medicover Sp. z o.o. | MEDICOVER sp. z o. o.",
    "Boulangerie Dupont SARL | boulangerie dupont", "Müller GmbH & Co. KG | Muller",
    "Bakker B.V. | bakker bv", "JT S.A. | JT SA", "Leasing Team Group | LeasingTeam",
    "PKO Bank Polski | PKO Bank Polski S.A.", "Fresenius | Fresenius Nephrocare Polska",
    "Dr. Fit Sp. z o.o. | Apteka Dr.Fit"})
  void spellings_of_one_employer_are_alike(String a, String b) {
    assertEquals(true, employer(a).isLike(employer(b)));
    assertEquals(true, employer(b).isLike(employer(a)));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"Bakery North | Bakery South",
    "Urząd Miasta Gdynia | Urząd Miasta Gdańsk", "AB | ABC", "AB | AB CD",
    "A B | A B CD"})
  void other_employers_are_not(String a, String b) {
    assertEquals(false, employer(a).isLike(employer(b)));
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "KLIENT jobdesk.pl", "Centralna Baza Ofert Pracy", "Confidentiel",
    "kontakt przez PUP", "Anoniem bedrijf"})
  void placeholders_are_no_employers(String name) {
    assertNull(EmployerName.of(name));
  }

  @Test
  void agencies_are_known_by_their_names() {
    assertEquals(true, employer("Randstad Polska Sp. z o.o.").isAgency());
    assertEquals(true, employer("Adéquat Intérim").isAgency());
    assertEquals(false, employer("Bäckerei Krume").isAgency());
  }

  private static double titles(String a, String b) {
    return TitleForm.of(a, List.of("Gent")).similarity(TitleForm.of(b, List.of("Gent")));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"VERKÄUFER (m/w/d) Vollzeit | Verkäufer/in | 1",
    "Bakker Gent | bakker | 1", "Kasjer / Kasjerka [rekrutacja online] | kasjer/kasjerka | 1",
    "Kierownik robót drogowych | Kierownik robót | 0.8",
    "Teacher of history | Teacher of biology | 0.4",
    "Junior Java Developer | Java Developer | 0.3", "Sprzedawca | Sprzedawcy | 1",
    "Pracownik producji | Pracownik produkcji | 1", "Head baker | Head bakery | 1",
    "Elektryk budowlany | Elektronik budowlany | 0.4"})
  void titles_are_as_alike_as_the_jobs(String a, String b, double expected) {
    assertEquals(expected, titles(a, b), 0.07);
    assertEquals(titles(a, b), titles(b, a));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "https://www.Example.org/jobs/7/?utm_source=x&id=3&b=1#top | example.org/jobs/7?b=1&id=3",
    "http://example.org/jobs/7;jsessionid=ab12 | example.org/jobs/7"})
  void addresses_lose_what_changes_from_visit_to_visit(String address, String expected) {
    assertEquals(expected, WebAddress.canonical(address).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://example.org/", "https://example.org?utm_medium=mail", "jobs/7"})
  void an_address_of_no_page_names_no_vacancy(String address) {
    assertEquals(true, WebAddress.canonical(address).isEmpty());
  }

  private static List<WorkSite> sites(String town, String text) {
    return WorkSite.of(Adverts.vacancy("x", "1", "Baker", "Firm", town).description(text).build());
  }

  @Test
  void places_are_read_behind_their_labels() {
    assertEquals(List.of(new WorkSite("gent", ""), new WorkSite("brugge", "")),
        sites("Gent", "Wij zoeken een bakker. Standplaats: Brugge, en omgeving."));
    assertEquals(List.of(new WorkSite("lodz", "srebrzynska 8")),
        sites("Łódź", "Miejsce pracy: Łódź, ul. Srebrzyńska 8 CO OFERUJEMY"));
    assertEquals(List.of(new WorkSite("warszawa", "wola park")),
        sites("Warszawa - CH Wola Park", ""));
    assertEquals(
        List.of(new WorkSite("x", ""), new WorkSite("lyon", ""), new WorkSite("paris", "")),
        sites("X", "Lieu de travail : Lyon, Paris"));
  }

  private static List<WorkSite> sitesOfPole(String title, String text) {
    return WorkSite.of(Adverts.vacancy("x", "1", title, "Firm", "")
        .workplaces(List.of(new Place(null, null, "Silesia", null, null, null)))
        .language(Language.PL)
        .description(text)
        .build());
  }

  @Test
  void work_in_the_whole_country_or_region_is_a_place() {
    assertEquals(List.of(WorkSite.EVERYWHERE),
        sitesOfPole("Fitter", "Miejsce pracy: Cała Polska. Szukamy"));
    assertEquals(List.of(WorkSite.EVERYWHERE),
        sitesOfPole("Fitter", "Oferujemy: praca na budowach na terenie całego kraju i diety"));
    assertEquals(List.of(new WorkSite("silesia", "")),
        sitesOfPole("Fitter", "Praca na terenie całego województwa."));
    // shops that are everywhere are no place of work, nor is a word that only ends like one for work
    assertEquals(List.of(), sitesOfPole("Fitter", "Mamy sklepy na terenie całej Polski."));
    assertEquals(List.of(),
        sitesOfPole("Fitter", "Współpracę z sieciami na terenie całej Polski"));
    // where a town is named, travel through the country is no place
    assertEquals(List.of(new WorkSite("gent", "")),
        sites("Gent", "praca na budowach na terenie całego kraju"));
  }

  @Test
  void another_country_in_brackets_is_a_place_and_the_own_is_not() {
    assertEquals(List.of(new WorkSite("se", "")), sitesOfPole("Fitter (Szwecja)", "Work."));
    assertEquals(List.of(new WorkSite("se", "")), sitesOfPole("Fitter", "(Szwecja) Work."));
    assertEquals(List.of(), sitesOfPole("Fitter", "Firma (Polska) szuka. (Nowy zespół)"));
  }

  @Test
  void who_may_choose_between_home_and_hybrid_may_work_from_home() {
    WorkSite home = new WorkSite("remote", "");
    assertEquals(List.of(home),
        sitesOfPole("Tester", "pracę w biurze, zdalnie oraz w modelu hybrydowym"));
    assertEquals(List.of(home), sitesOfPole("Tester", "We work hybrid or remote."));
    assertEquals(List.of(), sitesOfPole("Tester", "praca hybrydowa, dwa dni zdalnie"));
    assertEquals(List.of(new WorkSite("wroclaw", "")),
        sitesOfPole("Tester", "Localization: Wrocław"));
  }

  @Test
  void agencies_put_their_number_right_behind_the_title() {
    assertEquals(Set.of("0036068"), Reference.behindTitle("Product manager",
        "We look for a\nPRODUCT MANAGER0036068 Your tasks: be a Product manager 12 times"));
    assertEquals(Set.of("527365"), Reference.behindTitle("Painter", "Painter #527365 Ghent"));
    assertEquals(Set.of(), Reference.behindTitle("Painter",
        "Painter 600123456 Painter 120000 zł Painter 100000-140000 and 0036068, Painter 05"));
  }

  @Test
  void titles_may_name_other_languages() {
    assertEquals(true,
        TitleLanguages.areOther("doradca z jezykiem dunskim", "doradca z jezykiem holenderskim"));
    assertEquals(false,
        TitleLanguages.areOther("customer service with german", "obsluga z jezykiem niemieckim"));
    assertEquals(false, TitleLanguages.areOther("customer service", "customer service in dutch"));
  }

  @Test
  void numbers_are_read_behind_their_labels() {
    assertEquals(Set.of("pie 092 igl"),
        Reference.in("Miejsce: Wrocław | Nr ref. PIE/092/IGL, umowa"));
    assertEquals(Set.of(), Reference.in("Référence exigée. Ref. to our manager"));
    assertEquals(Agreement.AGREES, Reference.compare(Set.of("pie 092"), Set.of("pie 092 jobs")));
    assertEquals(Agreement.DIFFERS, Reference.compare(Set.of("74 2021"), Set.of("78 2021")));
  }
}
