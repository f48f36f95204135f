package org.metier.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExclusionTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Bakers, Except Confectioners, Millers, and Cooks | Bakers
      Bakers (except confectioners) of bread           | Bakers of bread
      Bakers (at night, other than confectioners)      | Bakers (at night)
      Boulanger à l'exception des pâtissiers           | Boulanger
      Kok, behalve banketbakker; nachtdienst           | Kok; nachtdienst
      Piekarze z wyjątkiem cukierników                 | Piekarze
      Bäcker (ohne Nacht, außer Konditoren)            | Bäcker (ohne Nacht)
      Bäcker, ausgenommen Konditoren                   | Bäcker
      """)
  void what_a_title_says_it_is_not_is_taken_out(String title, String left) {
    assertEquals(left, Exclusion.without(title));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Verkäufer außer Haus | no exception
      Exceptional baker    | no such word
      Except confectioners | nothing would be left
      Baker (of bread)     | says nothing
      """)
  void other_titles_stay_as_they_are(String title, String why) {
    assertEquals(title, Exclusion.without(title), why);
  }
}
