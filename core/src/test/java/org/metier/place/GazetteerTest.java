package org.metier.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.home.Home;

class GazetteerTest {
  private static final String TOWNS = """
      name\taltName\tcountry\tadmin1\tpopulation\tlatitude\tlongitude
      Zbrzyca Wielka\t\tPL\t77\t90000\t50.00\t20.00
      Zbrzyca Mała\t\tPL\t77\t900\t50.40\t20.30
      Dwugród\t\tPL\t77\t5000\t49.80\t20.10
      Dwugród\t\tPL\t82\t4000\t54.10\t18.20
      Trójbór\tTroybor\tPL\t83\t700\t50.30\t19.00
      Trójbór\t\tPL\t83\t800\t50.31\t19.02
      Halle (Saale)\t\tDE\t14\t234000\t51.48\t11.97
      Halle\t\tBE\tVLG\t34000\t50.73\t4.23
      Halleberg\t\tBE\tVLG\t700\t50.90\t4.30
      Saint-Zébulon-sur-Orge\t\tFR\t84\t7000\t45.90\t4.50
      Grandville\t\tFR\t84\t480000\t45.75\t4.85
      Mühlen an der Ohre\t\tDE\t14\t3000\t52.30\t11.40
      """;
  private static final String COMMUNES = """
      codePostal,codeCommune,nomCommune,libelleAcheminement
      69990,69991,Grandville 1er Arrondissement,GRANDVILLE
      69993,69993,Grandville 3e Arrondissement,GRANDVILLE
      69995,69995,Saint-Zébulon-sur-Orge,ST ZEBULON SUR ORGE
      69995,69996,Petitlieu,PETITLIEU
      07999,07999,Nullepart,NULLEPART
      """;

  @TempDir
  Path folder;
  private Gazetteer gazetteer = Gazetteer.builtIn();

  @BeforeEach
  void import_places() throws IOException {
    Home home = Home.open(folder.resolve("home"));
    PlacesImport
        .of(List.of(Files.writeString(folder.resolve("communes.csv"), COMMUNES),
            Files.writeString(folder.resolve("towns.tsv"), TOWNS)))
        .into(home);
    gazetteer = Gazetteer.of(home);
  }

  private String town(String name, @Nullable String country) {
    return shown(gazetteer.town(name, country));
  }

  private String place(@Nullable String city, @Nullable String postcode, @Nullable String region,
      @Nullable String country) {
    return shown(gazetteer.locate(new Place(city, postcode, region, country, null, null)));
  }

  private static String shown(Optional<Located> found) {
    return found.map(l -> l.name() + " " + l.precision()).orElse("nowhere");
  }

  @Test
  void case_accents_hyphens_and_short_forms_do_not_matter() {
    for (String name : List.of("ST ZEBULON SUR ORGE", "saint zébulon s/ orge",
        "Saint-Zebulon-sur-Orge", "St. Zébulon-Orge")) {
      assertEquals("Saint-Zébulon-sur-Orge TOWN", town(name, "FR"), name);
    }
    assertEquals("Mühlen an der Ohre TOWN", town("Muhlen a.d. Ohre", "de"));
    assertEquals("Trójbór TOWN", town("TROYBOR", null));
    assertEquals("Łódź TOWN", town("lodz", "PL"));
  }

  @Test
  void a_district_leads_to_its_town() {
    assertEquals("Grandville TOWN", town("Grandville 3e", "FR"));
    assertEquals("Grandville TOWN", town("GRANDVILLE 03", "FR"));
    assertEquals("Grandville TOWN", town("Grandville 12e Arrondissement", "FR"));
    assertEquals("Grandville TOWN", town("Grandville Cedex 7", "FR"));
    assertEquals("Zbrzyca Wielka TOWN", town("Zbrzyca Wielka Zachód", "PL"));
    assertEquals("Zbrzyca Wielka TOWN", town("Zbrzyca Wielka-Zachód", "PL"));
    assertEquals("Halle TOWN", town("Halle-Zuid", "BE"));
    assertEquals("Zbrzyca Mała TOWN", town("Zbrzyca Mała k. Krakowa", "PL"));
    // A small town has no districts, so another word makes it another place.
    assertEquals("nowhere", town("Zbrzyca Mała Zachód", "PL"));
  }

  @Test
  void the_country_decides_between_towns_of_one_name_and_else_the_far_larger_is_meant() {
    assertEquals("Halle TOWN", town("Halle", "BE"));
    assertEquals("Halle (Saale) TOWN", town("Halle", null));
    // 234,000 of 268,000 people
    assertEquals(0.873, gazetteer.town("Halle", null).orElseThrow().confidence(), 0.001);
    assertEquals("Halle (Saale) TOWN", town("halle saale", "DE"));
  }

  @Test
  void an_ambiguous_name_is_lowered_to_what_is_sure() {
    assertEquals("Dwugród COUNTRY", town("Dwugród", "PL"));
    assertEquals(5.0 / 9, gazetteer.town("Dwugród", "PL").orElseThrow().confidence(), 1e-12);
    assertEquals("Dwugród TOWN", place("Dwugród", null, "małopolskie", "PL"));
    assertEquals(54.1, gazetteer
        .locate(new Place("Dwugród", null, "PL63", "PL", null, null))
        .orElseThrow()
        .point()
        .latitude());
    // Two that are next to each other are one for any distance that matters.
    assertEquals("Trójbór TOWN", town("Trójbór", "PL"));
  }

  @Test
  void a_name_in_two_countries_of_like_size_lies_nowhere() {
    assertEquals("nowhere", shown(Gazetteer.builtIn().town("Halle", null)));
    assertEquals("Halle TOWN", shown(Gazetteer.builtIn().town("Halle", "BE")));
  }

  @Test
  void a_town_that_is_known_elsewhere_only_gives_way_to_its_stated_region() {
    assertEquals("Zachodniopomorskie REGION",
        place("Zbrzyca Mała", null, "zachodniopomorskie", "PL"));
    assertEquals("Grandville TOWN", place("Grandville", null, "69", "FR"));
    assertEquals("Ardèche REGION", place("Grandville", null, "07", "FR"));
  }

  @Test
  void what_is_unknown_falls_back_to_the_finest_part_that_is_known() {
    assertEquals("Petitlieu POSTCODE", place("Petitlieu", "69995", null, "FR"));
    assertEquals("Saint-Zébulon-sur-Orge TOWN", place("Hameau", "69995", null, "FR"));
    assertEquals("Rhône REGION", place("Hameau", null, "69", "FR"));
    assertEquals("France COUNTRY", place("Hameau", null, null, "FR"));
    assertEquals("nowhere", place("Hameau", null, null, null));
    assertEquals("nowhere", place("Hameau", null, null, "KI"));
    assertEquals("nowhere", town("Atlantis", null));
    assertEquals("nowhere", town("—", null));
  }

  @Test
  void postcodes_and_commune_codes_lead_to_the_town_of_that_name_in_that_department() {
    assertEquals("Grandville TOWN", shown(gazetteer.postcode("69 993", "FR")));
    assertEquals("nowhere", shown(gazetteer.postcode("69993", "BE")));
    assertEquals("nowhere", shown(gazetteer.postcode("69993", null)));
    assertEquals("Grandville TOWN", shown(gazetteer.commune("69993", "FR")));
    assertEquals("69", gazetteer.commune("69993", "FR").orElseThrow().region());
    assertEquals("Nullepart REGION", shown(gazetteer.commune("07999", "FR")));
    assertEquals("nowhere", shown(gazetteer.commune("99999", "FR")));
  }

  @Test
  void regions_are_known_by_name_number_and_code() {
    assertEquals("Małopolskie REGION", shown(gazetteer.region("MALOPOLSKIE", null)));
    assertEquals("Małopolskie REGION", shown(gazetteer.region("Lesser Poland", "PL")));
    assertEquals("Małopolskie REGION", shown(gazetteer.region("PL21", null)));
    assertEquals("Rhône REGION", shown(gazetteer.region("69", "FR")));
    assertEquals("Rhône REGION", shown(gazetteer.region("FR-69", null)));
    assertEquals("Rhône REGION", shown(gazetteer.region("frk26", "FR")));
    assertEquals("nowhere", shown(gazetteer.region("69", null)));
    assertEquals("Limburg REGION", shown(gazetteer.region("Limburg", "BE")));
    assertEquals("nowhere", shown(gazetteer.region("Limburg", null)));
  }

  @Test
  void a_region_lies_where_its_people_live() {
    // (90000 * 50.00 + 900 * 50.40 + 5000 * 49.80) / 95900, and Kraków and Tarnów, whose people are unknown
    double latitude = gazetteer.region("PL21", null).orElseThrow().point().latitude();
    assertEquals((90000 * 50.0 + 900 * 50.4 + 5000 * 49.8) / 95900, latitude, 0.001);
  }

  @Test
  void other_languages_names_of_the_built_in_towns_stay() {
    GeoPoint warsaw = gazetteer.town("Varsovie", null).orElseThrow().point();
    assertTrue(warsaw.distanceKm(new GeoPoint(52.23, 21.01)) < 20);
    assertEquals(Optional.of(warsaw), gazetteer.town("Warszawa", "PL").map(Located::point));
  }

  @Test
  void precision_tells_whether_distances_mean_something() {
    Place place = new Place(null, null, "PL21", "PL", null, null);
    GeoPoint point = new GeoPoint(50, 20);
    assertEquals(point, place.withPoint(point, PlacePrecision.TOWN).distancePoint());
    assertNull(place.withPoint(point, PlacePrecision.REGION).distancePoint());
    assertFalse(PlacePrecision.COUNTRY.hasDistance());
  }
}
