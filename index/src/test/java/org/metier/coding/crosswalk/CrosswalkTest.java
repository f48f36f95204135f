package org.metier.coding.crosswalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.coding.crosswalk.Crosswalk.Target;
import org.metier.home.Home;
import org.metier.index.Market;

class CrosswalkTest {
  @TempDir
  Path folder;

  @Test
  void weights_stay_up_to_one_and_share_beyond() throws IOException {
    Crosswalk crosswalk = read("""
        scheme,version,code,target,weight,label
        rome,v4,A1,7512,0.6,bakers
        rome,v4,A1,7511,0.3,butchers
        rome,v4,B2,7512,3,
        rome,v4,B2,7511,1,
        """);
    assertEquals(List.of(new Target("7512", 0.6), new Target("7511", 0.3)),
        crosswalk.targets("A1"));
    assertEquals(List.of(new Target("7512", 0.75), new Target("7511", 0.25)),
        crosswalk.targets(" b2 "));
    assertEquals(List.of(), crosswalk.targets("C3"));
  }

  @Test
  void a_table_of_codes_alone_shares_equally_and_keeps_leading_zeros() throws IOException {
    Crosswalk crosswalk = CrosswalkImport.read(file("code;isco\n0110;0110\n7;7512\n7;C7511\n"),
        "ssyk", "2012");
    assertEquals(List.of(new Target("0110", 1)), crosswalk.targets("0110"));
    assertEquals(List.of(new Target("7512", 0.5), new Target("7511", 0.5)),
        crosswalk.targets("7"));
    assertEquals(List.of(), crosswalk.targets("110"));
  }

  @Test
  void retired_codes_lead_to_those_that_replaced_them() throws IOException {
    Crosswalk crosswalk = read("""
        scheme,version,code,target,weight,replaced-by
        rome,v4,OLD,,,MIDDLE
        rome,v4,MIDDLE,,,NEW1
        rome,v4,MIDDLE,,,NEW2
        rome,v4,NEW1,7512,1,
        rome,v4,NEW2,7511,1,
        """);
    assertEquals(List.of(new Target("7512", 0.5), new Target("7511", 0.5)),
        crosswalk.targets("old"));
  }

  @Test
  void replacements_in_a_circle_are_refused_and_named() {
    CrosswalkException failure = assertThrows(CrosswalkException.class, () -> read("""
        scheme,version,code,target,replaced-by
        rome,v4,A,,B
        rome,v4,B,,C
        rome,v4,C,,A
        rome,v4,D,7512,
        """));
    assertTrue(Market.message(failure).contains("A -> B -> C -> A"), failure.getMessage());
  }

  @Test
  void bad_rows_are_named_with_their_line_and_the_others_count() throws IOException {
    Home home = Home.open(folder.resolve("home"));
    CrosswalkReport report = CrosswalkImport.into(home, file("""
        code,target,weight
        A,7512,1
        B,baker,1
        C,7511,-2
        ,7511,1
        D,9998,1
        """), "rome", "v4");
    assertEquals(5, report.rows());
    assertEquals(2, report.codes());
    assertEquals(List.of("line 3", "line 4", "line 5"),
        report.skipped().stream().map(row -> row.substring(0, 6)).toList());
  }

  @Test
  void targets_that_the_taxonomy_lacks_and_groups_never_hit_are_reported() throws IOException {
    Home home = Home.open(folder.resolve("home"));
    Market.taxonomy().save(home.taxonomyFile());
    CrosswalkReport report = CrosswalkImport.into(home,
        file("code,target\nA,7512\nB,9998\nC,http://data.europa.eu/esco/occupation/none\n"), "rome",
        "v4");
    assertEquals(List.of("B 9998", "C http://data.europa.eu/esco/occupation/none"),
        report.orphans().stream().map(o -> o.code() + " " + o.target()).toList());
    assertEquals(List.of("7511"), report.neverHit());
    assertEquals(2, report.unitGroups());
  }

  @Test
  void a_home_keeps_versions_and_the_newest_answers_unless_another_is_stated() throws IOException {
    Home home = Home.open(folder.resolve("home"));
    CrosswalkImport.into(home, file("code,isco\nA,7511\nOLD,7511\n"), "rome", "v9");
    CrosswalkImport.into(home, file("code,isco\nA,7512\n"), "rome", "v10");
    Crosswalks crosswalks = Crosswalks.of(home);
    assertEquals(List.of(new Target("7512", 1)), crosswalks.targets("rome", null, "A"));
    assertEquals(List.of(new Target("7511", 1)), crosswalks.targets("rome", "v9", "A"));
    assertEquals(List.of(new Target("7511", 1)), crosswalks.targets("rome", "v10", "OLD"));
    assertEquals(List.of(), crosswalks.targets("rome", null, "NEVER"));
    assertEquals(List.of(), crosswalks.targets("kldb", null, "A"));
    CrosswalkImport.into(home, file("code,isco\nA,7513\n"), "rome", "v10");
    assertEquals(List.of(new Target("7513", 1)), Crosswalks.of(home).targets("rome", null, "A"));
  }

  @Test
  void polish_and_norwegian_codes_are_known_without_a_file() {
    Crosswalks crosswalks = Crosswalks.builtIn();
    assertEquals(List.of(new Target("5223", 1)), crosswalks.targets("kzis", "2018", "522301"));
    assertEquals(List.of(new Target("2262", 1)), crosswalks.targets("kzis", null, "228101"));
    assertEquals(List.of(new Target("2221", 1)), crosswalks.targets("styrk08", null, "2223"));
    assertEquals(List.of(new Target("2221", 1)), crosswalks.targets("styrk08", null, "2221"));
    for (String code : List.of("", "52", "sprzedawca", "52230101", "-----")) {
      assertEquals(List.of(), crosswalks.targets("kzis", null, code), code);
    }
  }

  private Crosswalk read(String text) throws IOException {
    return CrosswalkImport.read(file(text), null, null);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("crosswalk.csv"), text);
  }
}
