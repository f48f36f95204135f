package org.metier.place;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.home.Home;

class PlacesImportTest {
  private static final String GEONAMES = """
      91\tZbrzyca\tZbrzyca\tSbritza,Збжица\t50.1\t20.2\tP\tPPL\tPL\t\t77\t1261\t\t\t8000\t\t200\tEurope/Warsaw\t2026-01-01
      92\tZbrzyca\tZbrzyca\t\t50.5\t20.5\tP\tPPLQ\tPL\t\t77\t\t\t\t0\t\t200\tEurope/Warsaw\t2026-01-01
      93\tZbrzyca "Las"\tLas\t\t50.5\t20.5\tL\tFRST\tPL\t\t77\t\t\t\t0\t\t200\tEurope/Warsaw\t2026-01-01
      94\tObrie\tObrie\t\t45.9\t4.5\tP\tPPL\tFR\t\t84\t69\t691\t69998\t3000\t\t200\tEurope/Paris\t2026-01-01
      95\tMidlandia\tMidlandia\t\t52.0\t-1.0\tA\tADM1\tGB\t\tXM\t\t\t\t0\t\t200\tEurope/London\t2026-01-01
      """;
  private static final String POSTAL = """
      PL\t30-990\tZbrzyca\tLesser Poland\t77\t\t\t\t\t50.2\t20.2\t4
      PL\t30-990\tZbrzyca Dolna\tLesser Poland\t77\t\t\t\t\t50.4\t20.2\t4
      """;
  private static final String ADMIN1 = """
      PL.77\tMałopolska Prowincja\tMalopolska Prowincja\t858787
      GB.XM\tMidlandia\tMidlandia\t1
      """;
  private static final String NUTS = """
      CNTR_CODE,NUTS_ID,NAME_LATN,NUTS_NAME
      PL,PL,Polska,Polska
      PL,PL2,"Makroregion X","Makroregion X"
      PL,PL21Z,Zbrzycki,Zbrzycki
      EL,EL9,Agnosto,Agnosto
      """;

  @TempDir
  Path folder;

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private Home home() {
    return Home.open(folder.resolve("home"));
  }

  private String refusal(Path file) {
    return String.valueOf(assertThrows(PlacesException.class,
        () -> PlacesImport.of(List.of(file)).into(home())).getMessage());
  }

  private static String shown(java.util.Optional<Located> found) {
    return found
        .map(l -> l.name() + " " + l.point().latitude() + " " + l.point().longitude() + " "
            + l.precision() + " " + l.region())
        .orElse("nowhere");
  }

  @Test
  void the_files_of_geonames_are_read_as_they_are_published() throws IOException {
    PlacesReport report = PlacesImport.of(List.of(file("allCountries.txt", GEONAMES),
        file("PL.txt", POSTAL), file("admin1CodesASCII.txt", ADMIN1))).into(home());
    assertEquals(new PlacesReport.SourceFile("allCountries.txt", "places with coordinates", 5, 2),
        report.files().getFirst());
    assertEquals(0, report.skippedRows());
    Gazetteer gazetteer = Gazetteer.of(home());
    assertEquals("Zbrzyca 50.1 20.2 TOWN PL21", shown(gazetteer.town("Sbritza", null)));
    assertEquals("Obrie 45.9 4.5 TOWN 69", shown(gazetteer.commune("69998", "FR")));
    assertEquals("Midlandia 52.0 -1.0 REGION null", shown(gazetteer.region("Midlandia", "GB")));
    assertEquals("Zbrzyca 50.3 20.2 POSTCODE PL21", shown(gazetteer.postcode("30990", "PL")));
    assertEquals("Zbrzyca Dolna 50.4 20.2 TOWN PL21", shown(gazetteer.town("Zbrzyca Dolna", "PL")));
    assertTrue(gazetteer.region("Malopolska Prowincja", "PL").isPresent());
  }

  @Test
  void nuts_regions_lie_in_each_other_by_their_codes() throws IOException {
    PlacesImport.of(List.of(file("nuts.csv", NUTS), file("towns.txt", GEONAMES))).into(home());
    Gazetteer gazetteer = Gazetteer.of(home());
    Located around = gazetteer.region("PL21", null).orElseThrow();
    assertEquals(around.point(), gazetteer.region("Zbrzycki", "PL").orElseThrow().point());
    assertEquals("PL21Z", gazetteer.region("PL21Z", "PL").orElseThrow().region());
    assertTrue(gazetteer.region("Makroregion X", null).isPresent(), "it lies around PL21");
    assertTrue(gazetteer.region("EL9", "GR").isEmpty(), "nothing tells where it lies");
  }

  @Test
  void a_table_is_known_by_its_header_whatever_its_separator_and_order() throws IOException {
    String expected = "Zbrzyca 50.1 20.2 TOWN null";
    for (Path file : List.of(
        file("a.csv", "lon;Lat;Country Code;Town\n20.2;50.1;pl;\"Zbrzyca\"\n"),
        file("b.tsv", "\uFEFFname\tlatitude\tlongitude\tcountry\r\nZbrzyca\t50.1\t20.2\tPL\r\n"),
        file("c.json", "[{\"name\":\"Zbrzyca\",\"other\":[1],\"lat\":50.1,\"lng\":20.2,"
            + "\"country\":\"PL\"}]"))) {
      PlacesImport.of(List.of(file)).into(home());
      assertEquals(expected, shown(Gazetteer.of(home()).town("zbrzyca", "PL")), file.toString());
    }
  }

  @Test
  void rows_that_cannot_be_used_are_counted_and_named_with_their_line() throws IOException {
    PlacesReport report = PlacesImport.of(List.of(file("towns.csv", """
        name,country,latitude,longitude,population
        Zbrzyca,PL,50.1,20.2,800
        North,PL,N50,20.2,800
        Far,PL,91,20.2,800
        Null Island,PL,0,0,800
        Nowhere,Polonia,50,20,800
        Збжица,PL,50,20,800
        Many,PL,50,20,lots
        "Short"
        """))).into(home());
    assertEquals(8, report.files().getFirst().rows());
    assertEquals(7, report.skippedRows());
    assertEquals(List.of(
        "towns.csv:3: latitude is \"N50\"; expected degrees from -90 to 90, such as 48.85",
        "towns.csv:4: latitude is \"91\"; expected degrees from -90 to 90, such as 48.85",
        "towns.csv:5: latitude and longitude are 0; expected where the place lies",
        "towns.csv:6: country is \"Polonia\"; expected an ISO 3166-1 code such as FR",
        "towns.csv:7: name is \"Збжица\"; expected a name in Latin letters, such as Lyon",
        "towns.csv:8: population is \"lots\"; expected a number such as 12000",
        "towns.csv:9: country is \"\"; expected an ISO 3166-1 code such as FR"),
        report.skipped().stream().map(Object::toString).toList());
  }

  @Test
  void a_file_of_another_kind_is_refused_with_what_was_found_and_leaves_the_home_as_it_was()
      throws IOException {
    PlacesImport.of(List.of(file("towns.txt", GEONAMES))).into(home());
    byte[] before = Files.readAllBytes(home().placesFile());
    assertTrue(refusal(file("jobs.csv", "title,salary\nCook,1\n")).contains("\"title, salary\""));
    assertTrue(refusal(file("empty.csv", "")).contains("expected GeoNames"));
    assertTrue(refusal(file("bare.csv", "name,country,latitude,longitude\n")).contains("no rows"));
    assertTrue(refusal(file("bad.csv", "name,country,lat,lon\nA,PL,x,y\n")).contains("bad.csv:2"));
    assertTrue(refusal(file("cut.json", "[{\"name\":\"A\",\"country\":\"PL\",\"lat\":5"))
        .contains("line 1"));
    assertTrue(refusal(file("object.json", "{\"name\":1}")).contains("array"));
    assertTrue(refusal(file("quote.csv", "name,country,lat,lon\n\"A,PL,1,1\n")).contains("quotes"));
    assertTrue(refusal(file("places.zip", "PK\3\4")).contains("unpack"));
    assertTrue(refusal(folder.resolve("missing.csv")).contains("does not exist"));
    assertTrue(refusal(Files.write(folder.resolve("latin1.csv"),
        "name,country,lat,lon\nGdańsk".replace('ń', 'ñ').getBytes(StandardCharsets.ISO_8859_1)))
        .contains("not UTF-8"));
    assertTrue(refusal(file("long.txt", "x".repeat(1_100_000))).contains("characters"));
    assertArrayEquals(before, Files.readAllBytes(home().placesFile()));
    try (Stream<Path> files = Files.list(home().folder())) {
      assertTrue(files.noneMatch(f -> f.toString().endsWith(".part")));
    }
  }

  @RepeatedTest(20)
  void the_order_of_rows_and_files_does_not_matter(RepetitionInfo run) throws IOException {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    List<String> rows = new ArrayList<>(List.of("A\tPL\t50.1\t20.2\t800", "B\tPL\t51.1\t20.2\t0",
        "A\tPL\t53.1\t17.2\t900", "C\tFR\t45.1\t4.2\t0", "Paris\tFR\t48.85\t2.35\t2000000"));
    List<Path> files = new ArrayList<>(List.of(file("nuts.csv", NUTS), file("PL.txt", POSTAL),
        file("codes.csv", "codePostal,codeCommune,nomCommune\n69991,69991,C\n69991,69992,D\n")));
    byte[] first = new byte[0];
    for (int round = 0; round < 2; round++) {
      java.util.Collections.shuffle(rows, random);
      files.add(
          file("towns.tsv", "name\tcountry\tlat\tlon\tpopulation\n" + String.join("\n", rows)));
      java.util.Collections.shuffle(files, random);
      PlacesImport.of(files).into(home());
      byte[] compiled = Files.readAllBytes(home().placesFile());
      assertArrayEquals(round == 0 ? compiled : first, compiled);
      first = compiled;
      files.remove(folder.resolve("towns.tsv"));
    }
  }
}
