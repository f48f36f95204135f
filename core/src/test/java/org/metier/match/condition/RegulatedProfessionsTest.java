package org.metier.match.condition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metier.match.condition.RegulatedProfession.Extent;

class RegulatedProfessionsTest {
  private static final RegulatedProfessions TABLE = RegulatedProfessions.standard();

  @ParameterizedTest
  @ValueSource(strings = {"2211", "2212", "2221", "2222", "2250", "2261", "2262", "2161"})
  void professions_of_automatic_recognition_are_regulated_everywhere(String unitGroup) {
    for (String country : Set.of("PL", "FR", "NL", "BE", "DE", "ES", "CH")) {
      RegulatedProfession found = TABLE.find(unitGroup, Set.of(country)).orElseThrow();
      assertEquals(Extent.ALL, found.extent());
      assertEquals("2005/36/EC", found.basis());
      assertEquals(Set.of(country), found.countries());
    }
    assertEquals(Set.of(), TABLE.find(unitGroup, Set.of()).orElseThrow().countries());
    assertEquals(Optional.empty(), TABLE.find(unitGroup, Set.of("US")));
  }

  @Test
  void others_are_regulated_where_the_table_says_so_alone() {
    assertTrue(TABLE.find("7411", Set.of("PL")).isPresent());
    assertEquals(Optional.empty(), TABLE.find("7411", Set.of("FR")));
    assertEquals(Optional.empty(), TABLE.find("7411", Set.of()));
    assertEquals(Set.of("DE"), TABLE.find("2264", Set.of("DE", "US")).orElseThrow().countries());
    assertEquals(Optional.empty(), TABLE.find("5120", Set.of("DE")));
    assertEquals(Optional.empty(), TABLE.find("", Set.of("DE")));
    assertEquals(Optional.empty(), TABLE.find("22", Set.of("DE")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2221\tALL\tFR\tlaw", "222\tALL\tFR\tlaw\tx", "2221\tMOST\tFR\tlaw\tx",
    "2221\tALL\tfrance\tlaw\tx", "2221\tALL\tUS\tlaw\tx", "2221\tALL\tFR\t \tx",
    "2221\tALL\tFR\tlaw\tx\n2221\tALL\tDE\tlaw\tx"})
  void a_broken_line_is_refused(String table) {
    assertThrows(IllegalArgumentException.class, () -> RegulatedProfessions.parse("t", table));
  }
}
