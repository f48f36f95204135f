package org.metier.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.metier.profile.Competence;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Evidence;
import org.metier.text.Language;
import org.metier.text.Span;

class AdviceWordingTest {
  private static final Evidence SAID = new Evidence("cv", "experience", new Span(0, 6),
      "sharp\nknives");

  @ParameterizedTest
  @EnumSource
  void every_language_has_every_sentence_and_uses_its_arguments(Language language) {
    var english = AdviceWording.phrases(Language.EN).patterns();
    var own = AdviceWording.phrases(language).patterns();
    assertEquals(new TreeSet<>(english.keySet()), new TreeSet<>(own.keySet()));
    own.forEach((key, pattern) -> {
      assertFalse(pattern.toString().contains("'"), key + " quotes what follows");
      for (String argument : List.of("{0}", "{1}", "{2}")) {
        assertEquals(english.getProperty(key.toString()).contains(argument),
            pattern.toString().contains(argument), key + " in " + language);
      }
    });
  }

  @ParameterizedTest
  @EnumSource
  void everything_that_advice_can_say_has_its_words(Language language) {
    AdviceWording wording = AdviceWording.in(language, Taxonomy.sample());
    List<String> texts = new ArrayList<>();
    for (AdviceWording.Part part : AdviceWording.Part.values()) {
      texts.add(wording.heading(part));
    }
    for (Question question : Question.values()) {
      texts.add(wording.describe(question));
    }
    for (Need need : Need.values()) {
      texts.add(wording.describe(
          new Gap.Shown("skill", need, Competence.Origin.STATED, List.of(SAID), null)));
      texts.add(wording.describe(
          new Gap.Shown("skill", need, Competence.Origin.CONFIRMED, List.of(), null)));
      texts.add(wording.describe(new Gap.Implied("skill", need, List.of("baker"), null, 2)));
      texts.add(wording.describe(new Gap.Implied("skill", need, List.of(), null, 0)));
      texts.add(wording.describe(new Gap.Missing("skill", need, null, 5)));
      texts.add(wording.describe(new SkillToLearn("skill", need, true, 1, 2, 3, 5)));
    }
    for (int number : List.of(1, 3, 7)) {
      texts.add(wording.describe(new SkillToLearn("skill", null, false, number, number, number,
          2 * number)));
      texts.add(wording.describe(new NearOccupation("baker", 0.5, List.of("a"), List.of("b"),
          List.of("c"), number, 2 * number)));
      texts.add(wording.describe(new Counts(5 * number, 3 * number, number, number, number, 0)));
    }
    texts.add(wording.describe(
        new NearOccupation("baker", 0.5, List.of(), List.of("a", "b"), List.of(), 1, 1)));
    texts.add(wording.describe(new Gap(List.of(), List.of(), List.of())));
    for (int known : List.of(0, 1, 2, 3)) {
      texts.add(wording.describe(new Advice.Withheld("p", known, List.of(Question.SKILLS))));
    }
    texts.add(wording.nothingToLearn());
    for (String text : texts) {
      assertFalse(text.isBlank() || text.contains("{") || text.contains("null")
          || text.contains("  ") || text.contains("\n"), text);
    }
  }

  @Test
  void a_reader_is_told_why_in_whole_sentences() {
    AdviceWording wording = AdviceWording.in(Language.EN, Taxonomy.sample());
    assertEquals(
        "skill (usual in this line of work). 1 vacancy in reach lacks only this. In 2 vacancies in"
            + " reach, it weighs more than all else that is missing. 4 vacancies of the wanted"
            + " occupation ask for it.",
        wording.describe(new SkillToLearn("skill", null, true, 1, 2, 4, 5)));
    assertEquals("skill (essential in this occupation; profile: “sharp knives”)",
        wording.describe(new Gap.Shown("skill", Need.ESSENTIAL, Competence.Origin.STATED,
            List.of(SAID), null)));
    assertEquals(
        "baker. Of 3 essential skills, the profile shows 1: a. To be asked, because usual in"
            + " earlier work: b. Missing: c. 2 vacancies in reach. 7 in its occupational group.",
        wording.describe(new NearOccupation("baker", 0.5, List.of("a"), List.of("b"),
            List.of("c"), 2, 7)));
  }

  @Test
  void polish_counts_ads_as_polish_does() {
    AdviceWording wording = AdviceWording.in(Language.PL, Taxonomy.sample());
    assertTrue(wording.describe(new Counts(1, 0, 0, 0, 0, 0)).startsWith("1 otwarte ogłoszenie "));
    assertTrue(wording.describe(new Counts(3, 0, 0, 0, 0, 0)).startsWith("3 otwarte ogłoszenia "));
    assertTrue(
        wording.describe(new Counts(12, 0, 0, 0, 0, 0)).startsWith("12 otwartych ogłoszeń "));
  }
}
