package org.metier.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.metier.qualification.CefrLevel;
import org.metier.qualification.EducationLevel;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Evidence;
import org.metier.text.Language;
import org.metier.text.Span;
import org.metier.text.TextAnalyzer;
import org.metier.text.internal.Phrases;
import org.metier.work.Contract;
import org.metier.work.RemoteWork;
import org.metier.work.Salary;

class WordingTest {
  private static final Ranker RANKER = Ranker.of(HandMadeModel.model(), Taxonomy.sample(),
      TextAnalyzer.create());

  private static Phrases phrases(Language language) {
    return Phrases.of(Wording.class, "wording", language);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_language_words_the_same_things(Language language) {
    assertEquals(new TreeSet<>(phrases(Language.EN).patterns().keySet()),
        new TreeSet<>(phrases(language).patterns().keySet()));
  }

  /// An apostrophe starts a quotation in a pattern, and would swallow what follows.
  @ParameterizedTest
  @EnumSource(Language.class)
  void every_apostrophe_is_typographic_and_every_sentence_names_the_same(Language language) {
    phrases(language).patterns().forEach((key, pattern) -> {
      assertFalse(pattern.toString().contains("'"), key + " in " + language);
      String english = phrases(Language.EN).patterns().getProperty(key.toString());
      assertEquals(placeholders(english), placeholders(pattern.toString()), key + " " + language);
    });
  }

  private static String placeholders(String pattern) {
    return pattern.chars()
        .filter(c -> Character.isDigit(c) || c == '{')
        .sorted()
        .mapToObj(Character::toString)
        .reduce("", String::concat);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_value_that_a_reason_can_hold_has_its_words(Language language) {
    Phrases phrases = phrases(language);
    Arrays.stream(EducationLevel.values()).forEach(level -> phrases.of("education." + level));
    Arrays.stream(Contract.values()).forEach(contract -> phrases.of("contract." + contract));
    Arrays.stream(RemoteWork.values()).forEach(remote -> phrases.of("remote." + remote));
    Arrays.stream(Salary.Period.values()).forEach(p -> phrases.of("salary." + p, "1", "EUR"));
  }

  @RepeatedTest(60)
  void every_reason_of_any_match_is_whole_sentences_in_every_language(RepetitionInfo run) {
    var market = new RandomMarket(new Random(run.getCurrentRepetition()));
    Match match = RANKER.match(market.profile(), market.vacancy(), RandomMarket.NOW);
    for (Language language : Language.values()) {
      Wording wording = Wording.in(language, market.taxonomy());
      for (Reason reason : match.reasons()) {
        String text = wording.describe(reason);
        assertTrue(text.endsWith("."), text);
        assertFalse(text.contains("{") || text.contains("}") || text.contains("null"), text);
        assertFalse(text.contains("  ") || text.contains("NaN"), text);
        assertFalse(wording.heading(reason).isBlank());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"PL, 1, 1 miesiąc", "PL, 3, 3 miesiące", "PL, 5, 5 miesięcy", "PL, 12, 1 rok",
    "PL, 14, 1 rok 2 miesiące", "PL, 24, 2 lata", "PL, 144, 12 lat", "PL, 264, 22 lata",
    "PL, 300, 25 lat", "EN, 1, 1 month", "EN, 13, 1 year 1 month", "FR, 2, 2 mois",
    "FR, 12, 1 an", "NL, 36, 3 jaar", "DE, 11, 11 Monate"})
  void durations_follow_the_grammar(Language language, int months, String expected) {
    assertEquals(expected, phrases(language).duration(months));
  }

  @Test
  void evidence_of_both_sides_is_quoted_and_what_is_missing_is_named() {
    Taxonomy taxonomy = Taxonomy.builder()
        .skill("s:1", false, null)
        .labels("s:1", Language.EN, List.of("weld metal"))
        .labels("s:1", Language.FR, List.of("souder des métaux"))
        .skill("s:2", false, null)
        .labels("s:2", Language.FR, List.of("lire des plans"))
        .build();
    Reason reason = new Reason.EssentialSkills(
        List.of(new Reason.SharedSkill("s:1", List.of(evidence("welded\n ships")),
            evidence("Schweißen"))),
        List.of("s:2"), 0.5);
    assertEquals("Requis pour le poste et présent dans le profil : souder des métaux (profil : "
        + "« welded ships », offre : « Schweißen »). Demandé pour le poste, mais le profil n’en "
        + "parle pas : lire des plans.", Wording.in(Language.FR, taxonomy).describe(reason));
  }

  @Test
  void what_is_unknown_is_said_to_be_unknown() {
    Wording english = Wording.in(Language.EN, Taxonomy.sample());
    assertEquals("The distance is not known.",
        english.describe(new Reason.Distance(null, null, null, null, null, 0)));
    assertEquals("How much experience there is in this field is not known. The ad does not say how "
        + "much experience it asks for.",
        english.describe(new Reason.Experience(null, null, null, 0)));
    assertEquals("Languages asked for: French – profile: known, level not said, ad: B2.",
        english.describe(new Reason.Languages(
            List.of(new Reason.LanguageMatch("fr", true, null, CefrLevel.B2)), 0)));
  }

  @Test
  void long_lists_are_cut_and_say_so() {
    List<String> missing = List.of("a", "b", "c", "d", "e", "f", "g");
    assertEquals(
        "The job asks for this and the profile does not mention it: a; b; c; d; e; and more"
            + " (+2).",
        Wording.in(Language.EN, Taxonomy.sample())
            .describe(new Reason.EssentialSkills(List.of(), missing, 0)));
  }

  private static Evidence evidence(String quote) {
    return new Evidence("d", "s", new Span(0, quote.length()), quote);
  }
}
