package org.metier.profiling.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metier.text.Language;
import org.metier.text.Span;

class GenderWordsTest {
  private static final Set<String> TITLE_WORDS = Set.of("directeur", "commercial", "technicien",
      "supérieur", "agent", "maintenance", "kellner", "erzieher", "psychologe", "berater",
      "perceur",
      "asystent", "medyczny", "kierownik", "drukarz", "schoonmaker", "receptionist", "polisseur");
  private static final GenderWords GENDER = new GenderWords(
      (language, word) -> TITLE_WORDS.contains(word));

  @ParameterizedTest
  @CsvSource({"EN,Waitress,Waiter", "EN,Waiter,Waiter", "EN,Senior saleswoman,Senior salesperson",
    "EN,SALESMAN,SALESPERSON", "EN,Cleaning lady,Cleaner", "EN,Chairman of the board,"
        + "Chairperson of the board",
    "EN,Nurse,Nurse", "EN,Her Majesty's Chef,Her Majesty's Chef",
    "FR,Directrice commerciale,Directeur commercial",
    "FR,Technicienne supérieure,Technicien supérieure",
    "FR,Agent de maintenance,Agent de maintenance", "FR,Polisseuse,Polisseur",
    "DE,Kellnerin,Kellner", "DE,Köchin in Berlin,Koch in Berlin", "DE,Erzieherin,Erzieher",
    "DE,Krankenschwester,Krankenpfleger", "PL,Asystentka medyczna,Asystent medyczny",
    "PL,Kierowniczka sprzedaży,Kierownik sprzedaży", "NL,Verpleegster,Verpleegkundige",
    "NL,Receptioniste,Receptionist", "NL,Serveerster,Kelner"})
  void titles_have_one_form(Language language, String title, String expected) {
    assertEquals(expected, GENDER.title(title, language));
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {
    "EN;She led her team herself;[they] led [they] team [themselves]",
    "EN;He led his team himself;[they] led [they] team [themselves]",
    "EN;HIM coding, the 4-Hers, this, here;HIM coding, the 4-Hers, this, here",
    "FR;Je suis motivée et sportive;Je suis motivé et sportive",
    "FR;Une équipe motivée, une perceuse;Une équipe motivée, une perceuse",
    "NL;Zij kapt haar;[hij/zij] kapt haar",
    "PL;Pracowałam i prowadziłam, dziś działam;Pracowałem i prowadziłem, dziś działam",
    "PL;Jestem odpowiedzialna;Jestem odpowiedzialny",
    "PL;Obsługa: drukarka;Obsługa: drukarka", "DE;Er und sie;[er/sie] und [er/sie]"})
  void running_text_is_changed_by_lists_alone(Language language, String text, String expected) {
    assertEquals(expected, BlindCv.of(text, List.of(), List.of(), language, GENDER).text());
  }

  @ParameterizedTest
  @CsvSource({"PL,Drukarka,Drukarz", "FR,Perceuse,Perceur"})
  void endings_count_where_a_title_stands(Language language, String title, String expected) {
    assertEquals(expected, BlindCv.of(title, List.of(), List.of(new Span(0, title.length())),
        language, GENDER).text());
    assertEquals(title, BlindCv.of(title, List.of(), List.of(), language, GENDER).text());
  }
}
