package org.metier.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.coding.crosswalk.Crosswalks;
import org.metier.index.Market;

class CodedAdsTest {
  @TempDir
  Path folder;

  @Test
  void columns_are_found_by_name_and_rows_without_a_code_are_counted() throws IOException {
    CodedAds ads = read("""
        kzis_code,kzis_name,job.title,employer,job.description
        751201,piekarz,Piekarz,Firma,"Wypiek chleba,
        bułek"
        -----,,Ktoś,Firma,Tekst
        228101,farmaceuta,Farmaceuta,,
        751201,piekarz,,Firma,Tekst
        """, Map.of());
    assertEquals(4, ads.rows());
    assertEquals(Map.of("no ISCO-08 unit group for the code", 1, "no title", 1), ads.skipped());
    assertEquals("7512", ads.ads().getFirst().unitGroup());
    assertEquals("Wypiek chleba,\nbułek", ads.ads().getFirst().text().description());
    assertEquals("2262", ads.ads().get(1).unitGroup());
  }

  @Test
  void columns_may_be_named_and_codes_be_of_isco() throws IOException {
    CodedAds ads = read("name;groep\nBakker;7512\nSoldaat;0110\n",
        Map.of("title", "name", "code", "groep"));
    assertEquals("0110", ads.ads().get(1).unitGroup());
  }

  @Test
  void a_missing_column_is_named_with_those_there_are() {
    IllegalArgumentException failure = assertThrows(IllegalArgumentException.class,
        () -> read("a,b\n1,2\n", Map.of()));
    assertTrue(Market.message(failure).contains("--columns"), failure.getMessage());
    assertThrows(IllegalArgumentException.class,
        () -> read("title,code\nBaker,7512\n", Map.of("salary", "a")));
  }

  private CodedAds read(String text, Map<String, String> columns) throws IOException {
    return CodedAds.read(Files.writeString(folder.resolve("ads.csv"), text), columns, "",
        Crosswalks.builtIn());
  }
}
