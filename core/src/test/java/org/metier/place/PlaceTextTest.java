package org.metier.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metier.work.RemoteWork;

class PlaceTextTest {
  private static final Gazetteer GAZETTEER = Gazetteer.builtIn();

  private static PlaceText.Reading read(String text, @Nullable String country) {
    return PlaceText.read(text, country, GAZETTEER);
  }

  /// Such as `Lyon 3e 69003 FR TOWN`.
  private static String shown(Place place) {
    return java.util.stream.Stream
        .of(place.city(), place.postcode(), place.region(), place.country(), place.precision())
        .filter(java.util.Objects::nonNull)
        .map(Object::toString)
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      75 - PARIS                                   | FR | PARIS 75 FR TOWN
      75 - PARIS                                   |    | PARIS 75 FR TOWN
      2A - Corse du Sud                            | FR | 2A FR REGION
      69003 - Lyon 3e                              | FR | Lyon 3e 69003 FR TOWN
      07 - ST NULLEPART                            | FR | ST NULLEPART 07 FR REGION
      00-950 Warszawa                              | PL | Warszawa 00-950 PL TOWN
      1011 AB Amsterdam                            | NL | Amsterdam 1011 AB NL TOWN
      D-50667 Köln                                 | DE | Köln D-50667 DE TOWN
      Zbrzyca Wyżna, nieznany, małopolskie         | PL | Zbrzyca Wyżna małopolskie PL REGION
      Łódź łódzkie                                 | PL | Łódź łódzkie PL TOWN
      Kraków (Małopolskie)                         | PL | Kraków Małopolskie PL TOWN
      woj. mazowieckie, Radom                      | PL | Radom mazowieckie PL TOWN
      Sosnowiec ul. Kręta 5/7                      | PL | Sosnowiec PL TOWN
      Kraków Zawód: Kierownik                      | PL | Kraków PL TOWN
      Poznań, pow. poznański                       | PL | Poznań PL TOWN
      Meer (Gent)                                  | BE | Gent BE TOWN
      Antwerpen, België                            |    | Antwerpen BE TOWN
      Bruxelles / Brussel                          | BE | Bruxelles BE TOWN
      France                                       |    | FR COUNTRY
      Deutschland                                  | PL | DE COUNTRY
      Utrecht, Utrecht                             | NL | Utrecht Utrecht NL TOWN
      zachodnio-pomorskie                          | PL | zachodnio-pomorskie PL REGION
      Atlantis                                     |    | Atlantis
      """)
  void one_place_is_read(String text, @Nullable String country, String expected) {
    assertEquals(List.of(expected),
        read(text, country).places().stream().map(PlaceTextTest::shown).toList());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '=', textBlock = """
      Poznań; Wrocław | Berlin            = 'Poznań TOWN, Wrocław TOWN, Berlin TOWN'
      Poznań, Kraków, Nieznane            = 'Poznań TOWN, Kraków TOWN, Nieznane'
      Radom, Płock mazowieckie            = 'Radom mazowieckie TOWN, Płock mazowieckie TOWN'
      Łódź (łódzkie) , Kraków (małopolskie) = 'Łódź łódzkie TOWN, Kraków małopolskie TOWN'
      opolskie, lubuskie                  = 'opolskie REGION, lubuskie REGION'
      woj. opolskie woj. lubuskie, Zgubne = 'opolskie REGION, Zgubne lubuskie REGION'
      Paris / Paryż / Lyon                = 'Paris TOWN, Lyon TOWN'
      """)
  void several_places_are_read(String text, String expected) {
    assertEquals(expected, read(text, null).places()
        .stream()
        .map(PlaceTextTest::shown)
        .collect(Collectors.joining(", ")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"53 Locations", "2 locaties", "3 Standorte", "12 lokalizacji", "Multiple",
    "Multiple locations", "Various", "wiele lokalizacji", "cała Polska", "Bundesweit",
    "toute la France", "zagranica", "Verschillende locaties"})
  void several_places_that_are_not_named_are_no_town(String text) {
    PlaceText.Reading reading = read(text, "PL");
    assertEquals(List.of(), reading.places());
    assertTrue(reading.areUnnamed());
    assertTrue(PlaceText.isNoTown(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Remote", "100% remote", "Fully remote", "zdalna", "Praca zdalna",
    "Home-Office", "télétravail", "Thuiswerk", "remote work"})
  void work_from_elsewhere_is_no_town(String text) {
    PlaceText.Reading reading = read(text, "PL");
    assertEquals(List.of(), reading.places());
    assertEquals(RemoteWork.REMOTE, reading.remote());
    assertFalse(reading.areUnnamed());
    assertTrue(PlaceText.isNoTown(text));
    assertEquals(RemoteWork.REMOTE, PlaceText.remote(text));
  }

  @Test
  void a_town_beside_remote_work_stays() {
    PlaceText.Reading reading = read("Remote, Kraków", "PL");
    assertEquals(RemoteWork.REMOTE, reading.remote());
    assertEquals("Kraków", reading.places().getFirst().city());
    assertEquals(RemoteWork.HYBRID, read("Kraków (hybrydowo)", "PL").remote());
    assertNull(read("Kraków", "PL").remote());
    assertFalse(PlaceText.isNoTown("Remotely, France"));
    assertFalse(PlaceText.isNoTown("Multiville"));
  }

  @Test
  void words_that_were_copied_along_are_no_town() {
    PlaceText.Reading reading = read("Łódź, łódzkie Nazwa / Nazwa firmy X Y Z Sp. z o.o.", "PL");
    assertEquals(List.of("Łódź łódzkie PL TOWN"),
        reading.places().stream().map(PlaceTextTest::shown).toList());
  }

  @Test
  void a_stated_place_gets_a_point_and_keeps_what_is_stated() {
    Place lyon = new Place("LYON 03", "69003", "69", "FR", null, null);
    Place located = PlaceText.located(lyon, GAZETTEER).getFirst();
    assertEquals("LYON 03 69003 69 FR TOWN", shown(located));
    Place given = new Place("Lyon", null, null, "FR", new GeoPoint(1, 2), PlacePrecision.ADDRESS);
    assertEquals(List.of(given), PlaceText.located(given, GAZETTEER));
    Place unknown = new Place("Nowhere-on-Sea", null, null, null, null, null);
    assertEquals(List.of(unknown), PlaceText.located(unknown, GAZETTEER));
    assertEquals(List.of("Radom mazowieckie PL TOWN", "Płock mazowieckie PL TOWN"),
        PlaceText.located(new Place("Radom, Płock mazowieckie", null, null, "PL", null, null),
            GAZETTEER).stream().map(PlaceTextTest::shown).toList());
  }

  @RepeatedTest(300)
  void any_text_is_read_within_limits(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    String[] words = {"Paris", "75", " - ", ",", "(", ")", "/", ";", "woj. ", "łódzkie", "ul.",
      "Remote", "53 Locations", "France", "\n", "\uD83D\uDE00", "-", ".", " ", "69003", "k.", ":"};
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(60); i > 0; i--) {
      text.append(words[random.nextInt(words.length)]);
    }
    PlaceText.Reading reading = read(text.toString(), random.nextBoolean() ? "FR" : null);
    assertTrue(reading.places().size() <= 50);
    for (Place place : reading.places()) {
      assertEquals(place.point() == null, place.precision() == null);
      assertTrue(place.city() == null || !place.city().isBlank());
    }
  }
}
