package org.metier.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GazetteerTest {
  private static Gazetteer towns() throws IOException {
    return Gazetteer.read(new StringReader("""
        name,alternativeNames,country,latitude,longitude
        Łódź,Lodz|Litzmannstadt,PL,51.7,19.4
        Halle (Saale),Halle,DE,51.4,11.9
        Halle,Hal,BE,50.7,4.2
        Saint-Étienne,,FR,45.4,4.3
        """));
  }

  @Test
  void case_accents_and_hyphens_do_not_matter() throws IOException {
    Optional<GeoPoint> lodz = Optional.of(new GeoPoint(51.7, 19.4));
    assertEquals(lodz, towns().locate("LODZ", "PL"));
    assertEquals(lodz, towns().locate("łódź", null));
    assertEquals(Optional.of(new GeoPoint(45.4, 4.3)), towns().locate("saint etienne", "fr"));
  }

  @Test
  void the_country_decides_between_towns_of_one_name_and_else_the_larger_is_meant()
      throws IOException {
    assertEquals(Optional.of(new GeoPoint(50.7, 4.2)), towns().locate("Halle", "BE"));
    assertEquals(Optional.of(new GeoPoint(51.4, 11.9)), towns().locate("Halle", null));
    assertEquals(Optional.of(new GeoPoint(51.4, 11.9)), towns().locate("halle saale", "DE"));
  }

  @Test
  void an_unknown_town_lies_nowhere() throws IOException {
    assertEquals(Optional.empty(), towns().locate("Atlantis", null));
    assertEquals(Optional.empty(), towns().locate("Łódź", "DE"));
    assertEquals(Optional.empty(), towns().locate("—", null));
  }

  @Test
  void the_towns_that_ship_are_where_they_are_in_every_language() {
    Gazetteer gazetteer = Gazetteer.builtIn();
    GeoPoint warsaw = gazetteer.locate("Warszawa", "PL").orElseThrow();
    assertTrue(warsaw.distanceKm(new GeoPoint(52.23, 21.01)) < 20);
    assertEquals(Optional.of(warsaw), gazetteer.locate("Varsovie", null));
  }
}
