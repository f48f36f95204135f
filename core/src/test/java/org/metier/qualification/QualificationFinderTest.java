package org.metier.qualification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metier.qualification.QualificationFinder.Context;
import org.metier.text.Language;

class QualificationFinderTest {
  private static final QualificationFinder FINDER = QualificationFinder.create();

  private static String languages(String text, Language language, Context context) {
    return String.join(" ", FINDER.languages(text, language, context)
        .stream()
        .map(f -> f.language() + (f.level() == null ? "" : ":" + f.level()))
        .toList());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      EN | Native German, fluent English, basic French.            | de:NATIVE en:C1 fr:A2
      EN | Good knowledge of English (B2) required                 | en:B2
      EN | English (C1), French - B1, Polish: mother tongue        | en:C1 fr:B1 pl:NATIVE
      EN | You speak Dutch                                         | nl
      EN | We need English, French and German                      | en fr de
      FR | Anglais courant, allemand notions                       | en:C1 de:A2
      FR | Langue maternelle : français                            | fr:NATIVE
      FR | Maîtrise de l'anglais : lu, parlé, écrit                | en:B2
      FR | Vous êtes bilingue néerlandais                          | nl:C2
      NL | Je spreekt vloeiend Nederlands en Frans                 | nl:C1 fr:C1
      NL | goede kennis van het Engels, moedertaal Nederlands      | en:B2 nl:NATIVE
      PL | bardzo dobra znajomość języka angielskiego              | en:C1
      PL | znajomość języka niemieckiego na poziomie komunikatywnym | de:B1
      PL | język angielski na poziomie min. B2                     | en:B2
      PL | biegła znajomość języka niemieckiego i angielskiego     | de:C1 en:C1
      PL | podstawowy rosyjski, ojczysty ukraiński                 | ru:A2 uk:NATIVE
      DE | Sehr gute Deutschkenntnisse, Grundkenntnisse Polnisch   | de:C1 pl:A2
      DE | Englisch verhandlungssicher, Muttersprache Deutsch      | en:C1 de:NATIVE
      DE | Englischkenntnisse                                      | en
      DE | fließend Englisch in Wort und Schrift                   | en:C1
      """)
  void languages_are_found_with_their_level(Language language, String text, String expected) {
    assertEquals(expected, languages(text, language, Context.PROSE));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      EN | We build native apps. A basic understanding helps.
      EN | English teacher wanted
      EN | The German market is our biggest
      FR | professeur d'anglais
      FR | nos clients allemands
      NL | leraar Engels
      PL | nauczyciel języka angielskiego
      PL | niemiecka firma
      DE | Ein deutsches Unternehmen
      """)
  void other_uses_of_the_words_are_none(Language language, String text) {
    assertEquals("", languages(text, language, Context.PROSE));
  }

  @Test
  void in_a_section_a_bare_name_counts() {
    assertEquals("en fr:B1", languages("English\nFrench B1", Language.EN, Context.SECTION));
    assertEquals("pl:NATIVE en:B2 es:B1",
        languages("Mother tongue: Polish\nOther languages: English – good\nSpanish C1 C1 B2 B1 B2",
            Language.EN, Context.SECTION));
  }

  @Test
  void sixty_languages_are_known_in_each_of_ours() {
    Set<String> known = new HashSet<>();
    for (List<String> row : Vocabulary.rows("languages.tsv")) {
      assertTrue(row.getFirst().matches("[a-z]{2}"), row::toString);
      known.add(row.getFirst());
      Language language = Language.of(row.get(1)).orElseThrow();
      for (String name : row.getLast().split("\\|")) {
        String plain = name.replace("*", "");
        assertEquals(row.getFirst(), languages(plain, language, Context.SECTION), plain);
      }
    }
    assertTrue(known.size() >= 60, () -> known.size() + " languages");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      EN | Driving licence B                        | B
      EN | Full UK driving licence                  | B
      EN | category C1 driving license required     | C1
      EN | Class C licence; B+E driving licence     | C BE
      EN | A driving licence is needed              | B
      FR | Permis B exigé                           | B
      FR | permis C/CE                              | C CE
      FR | Permis de conduire à jour                | B
      FR | permis b                                 | B
      NL | rijbewijs B/C                            | B C
      NL | een C rijbewijs                          | C
      NL | B-rijbewijs                              | B
      PL | prawo jazdy kat. B, C+E                  | B CE
      PL | prawo jazdy kategorii B i C              | B C
      PL | czynne prawo jazdy                       | B
      DE | Führerschein Klasse C/CE                 | C CE
      DE | Führerscheinklasse B                     | B
      DE | B-Führerschein                           | B
      """)
  void licences_are_found_with_their_categories(Language language, String text, String expected) {
    assertEquals(expected, String.join(" ",
        FINDER.licences(text, language).stream().map(f -> f.licence().name()).toList()));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      EN | Vitamin B, plan C and a D
      EN | forklift driving licence
      EN | software licence
      FR | permis de travail, permis à points
      PL | kat. B, klasa C
      DE | Klasse B, Gruppe C
      """)
  void letters_and_other_permits_are_none(Language language, String text) {
    assertEquals(List.of(), FINDER.licences(text, language));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      EN | GCSE, Bachelor's degree, M.Sc., Ph.D.     | LOWER_SECONDARY BACHELOR MASTER DOCTORATE
      EN | High school diploma or HND                | UPPER_SECONDARY SHORT_TERTIARY
      EN | Scrum Master, high degree of autonomy     |
      FR | Bac+2, BTS ou DUT                         | SHORT_TERTIARY SHORT_TERTIARY SHORT_TERTIARY
      FR | CAP/BEP cuisine                           | UPPER_SECONDARY
      FR | Bac +5, licence professionnelle           | MASTER BACHELOR
      FR | le cap est fixé, licence du logiciel      |
      NL | hbo of WO denkniveau, mbo                 | BACHELOR MASTER UPPER_SECONDARY
      NL | je diploma secundair onderwijs            | UPPER_SECONDARY
      NL | naar een hoger niveau, wo. 3 mei          |
      PL | wykształcenie wyższe lub średnie          | BACHELOR UPPER_SECONDARY
      PL | Wykształcenie: zasadnicze zawodowe        | UPPER_SECONDARY
      PL | tytuł magistra lub licencjat              | MASTER BACHELOR
      PL | wyższe zarobki, podstawowe obowiązki      |
      DE | abgeschlossene Ausbildung oder Abitur     | UPPER_SECONDARY UPPER_SECONDARY
      DE | Realschulabschluss, Diplom, Meister       | LOWER_SECONDARY MASTER BACHELOR
      """)
  void education_is_found_with_its_level(Language language, String text, String expected) {
    assertEquals(expected == null ? "" : expected, String.join(" ",
        FINDER.education(text, language).stream().map(f -> f.level().name()).toList()));
  }

  @RepeatedTest(100)
  void any_mixture_of_words_gives_spans_within_the_text(RepetitionInfo run) {
    var random = new java.util.Random(run.getCurrentRepetition());
    String[] pieces = {"English", "angielski", "B2", "B", "C", "+", "E", "permis", "prawo jazdy",
      "driving licence", "kat.", ",", "/", "\n", ".", " and ", "fluent", "wyższe", "BTS", "bac",
      "2",
      "Führerschein", "Klasse", "-", "kenntnisse", "Deutsch", "rijbewijs", "é", "\u00ad"};
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(40); n > 0; n--) {
      text.append(pieces[random.nextInt(pieces.length)]).append(random.nextBoolean() ? " " : "");
    }
    String all = text.toString();
    for (Language language : Language.values()) {
      FINDER.languages(all, language).forEach(f -> f.span().of(all));
      FINDER.languages(all, language, Context.SECTION).forEach(f -> f.span().of(all));
      FINDER.licences(all, language).forEach(f -> f.span().of(all));
      FINDER.education(all, language).forEach(f -> f.span().of(all));
    }
  }
}
