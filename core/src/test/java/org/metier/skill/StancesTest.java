package org.metier.skill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metier.text.Language;
import org.metier.text.Span;

class StancesTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      EN | No experience with [Java] so far
      EN | I have little knowledge of [accounting]
      EN | I do not speak [Dutch]
      FR | Aucune expérience en [soudage]
      FR | Je ne maîtrise pas [Excel]
      NL | Nog geen ervaring met [lassen]
      NL | Ik heb weinig kennis van [boekhouden]
      PL | Brak doświadczenia w [spawaniu]
      PL | Nie znam [księgowości]
      DE | Keine Erfahrung mit [SAP]
      DE | Kaum Kenntnisse in [Buchhaltung]
      """)
  void a_person_who_lacks_a_skill_does_not_claim_it(Language language, String text) {
    assertEquals(Stance.NEGATED, of(TextKind.CV, language, text));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      EN | I would like to learn [Spanish]
      EN | Keen on baking and eager to learn [pastry making]
      FR | Je souhaite apprendre le [soudage]
      FR | J'aimerais me former à la [comptabilité]
      NL | Ik wil graag leren [lassen]
      NL | Ik zou graag [lassen] leren
      PL | Chciałbym nauczyć się [spawania]
      DE | Ich möchte [Spanisch] lernen
      DE | Ich würde gern [Schweißen] erlernen
      """)
  void a_person_who_wants_to_learn_a_skill_has_a_wish(Language language, String text) {
    assertEquals(Stance.WISHED, of(TextKind.CV, language, text));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      EN | Led a team of [welders]
      EN | Managed 12 [electricians]
      FR | Responsable d'une équipe de [soudeurs]
      NL | Leiding over een team van [lassers]
      PL | Kierowanie zespołem złożonym z [spawaczy]
      DE | Leitung eines Teams von [Schweißern]
      """)
  void what_the_people_led_can_do_is_theirs(Language language, String text) {
    assertEquals(Stance.OTHERS, of(TextKind.CV, language, text));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      EN | Experienced in [Java]
      EN | No experience with Java, but good knowledge of [Python]
      EN | No experience in sales, fluent in [French]
      EN | I have no driving licence. Skilled in [welding]
      EN | [Led] a team of welders
      EN | Led a team of welders, and kept the [accounts]
      FR | Pas d'expérience en Java mais bonne maîtrise de [Python]
      NL | Geen ervaring met Java maar wel met [Python]
      PL | Nie znam Javy, ale dobrze znam [Pythona]
      DE | Keine Erfahrung mit Java, aber gute Kenntnisse in [Python]
      DE | Ich will Verantwortung und habe [Schweißen] gelernt
      """)
  void what_is_said_without_more_is_stated(Language language, String text) {
    assertEquals(Stance.STATED, of(TextKind.CV, language, text));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      EN | [Java] is required                          | REQUIRED
      EN | [Java] would be a plus                      | NICE_TO_HAVE
      EN | We use [Java]                               | STATED
      EN | No experience with [Java] is needed         | NEGATED
      EN | [Java] is not required                      | NEGATED
      EN | Requirements: [Java]                        | REQUIRED
      EN | Requirements: Java. We offer: [training]    | STATED
      FR | La connaissance de [Java] est exigée        | REQUIRED
      FR | [Java] est un plus                          | NICE_TO_HAVE
      FR | [Java] n'est pas requis                     | NEGATED
      NL | Kennis van [Java] is vereist                | REQUIRED
      NL | [Java] is een pluspunt                      | NICE_TO_HAVE
      NL | Ervaring met [Java] is niet nodig           | NEGATED
      PL | Wymagana znajomość [Javy]                   | REQUIRED
      PL | [Java] mile widziana                        | NICE_TO_HAVE
      PL | Doświadczenie w [Javie] nie jest wymagane   | NEGATED
      DE | [Java] ist zwingend erforderlich            | REQUIRED
      DE | [Java] ist von Vorteil                      | NICE_TO_HAVE
      DE | [Java] ist nicht erforderlich               | NEGATED
      """)
  void a_vacancy_demands_welcomes_or_waives(Language language, String text, Stance expected) {
    assertEquals(expected, of(TextKind.VACANCY, language, text));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      EN | We hire regardless of [religion] or origin
      EN | We are an equal opportunity employer and value [diversity]
      EN | Bakewell is a leading maker of [bread]
      FR | À compétences égales, priorité aux personnes en situation de [handicap]
      NL | Iedereen is welkom, ongeacht afkomst of [geloof]
      PL | Zatrudniamy bez względu na [wiek] i pochodzenie
      DE | Unabhängig von Geschlecht oder [Religion] freuen wir uns auf Sie
      DE | Die Brot AG ist ein führender Hersteller von [Backwaren]
      """)
  void an_employer_on_diversity_and_itself_asks_for_nothing(Language language, String text) {
    assertEquals(Stance.BOILERPLATE, of(TextKind.VACANCY, language, text));
  }

  @Test
  void under_a_heading_about_the_employer_nothing_is_asked_until_the_next_heading() {
    String text = "About us:\nWe bake bread.\nRequirements:\nYou bake bread.";
    Stances stances = Stances.of(TextKind.VACANCY, Language.EN, text);
    int own = text.indexOf("bake");
    int asked = text.lastIndexOf("bake");
    assertEquals(Stance.BOILERPLATE, stances.at(new Span(own, own + 4)));
    assertEquals(Stance.REQUIRED, stances.at(new Span(asked, asked + 4)));
  }

  @Test
  void every_language_has_every_cue_but_the_word_order_of_two() {
    List<String> missing = new ArrayList<>();
    for (Language language : Language.values()) {
      for (Cue cue : Cue.values()) {
        boolean isOfTwo = cue == Cue.WISH_OPENS || cue == Cue.WISH_CLOSES;
        if (!isOfTwo && !cue.isIn(language)) {
          missing.add(cue + " in " + language);
        }
      }
    }
    assertEquals(List.of(), missing);
    assertTrue(Cue.WISH_OPENS.isIn(Language.DE) && Cue.WISH_CLOSES.isIn(Language.NL));
  }

  /// @param marked a text with the mention in square brackets
  private static Stance of(TextKind kind, Language language, String marked) {
    int open = marked.indexOf('[');
    int close = marked.indexOf(']') - 1;
    String text = marked.replace("[", "").replace("]", "");
    return Stances.of(kind, language, text).at(new Span(open, close));
  }
}
