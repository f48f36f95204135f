package org.metier.skill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;

class SkillSpanFinderTest {
  private static final SkillSpanFinder FINDER = SkillSpanFinder.over(Taxonomy.sample(),
      TextAnalyzer.create());

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      EN | You have experience with Photoshop, InDesign | InDesign
      EN | Fluent in English and German                 | German
      EN | Experience in Java, Python or SQL            | Python
      FR | Bonne connaissance de Photoshop, Excel       | Photoshop
      """)
  void knowledge_is_found_whether_or_not_the_taxonomy_knows_it(Language language, String text,
      String expected) {
    List<String> found = found(text, language);
    assertTrue(found.contains(expected), found.toString());
  }

  @Test
  void words_of_other_languages_are_taken_for_their_english_counterparts() {
    // The sample's labels tell that "souder" is "weld"; the list of frame words the rest.
    assertEquals(found("You have experience with Zorplix", Language.EN).size(),
        found("Vous avez expérience avec Zorplix", Language.FR).size());
    assertEquals(List.of(), found("Vous avez rendez-vous avec nous", Language.FR));
  }

  private static List<String> found(String text, Language language) {
    return FINDER.find(text, language).stream().map(span -> span.span().of(text)).toList();
  }

  @Test
  void what_states_no_skill_has_no_span() {
    for (String text : List.of("Salary 2,500 a month", "Apply before 12 May", "",
        "Our office is near the station")) {
      assertEquals(List.of(), FINDER.find(text, Language.EN), text);
    }
  }

  @Test
  void addresses_are_no_skills() {
    for (String text : List.of("Experience with anna@mail.example",
        "Knowledge of https://jobs.example")) {
      assertTrue(FINDER.find(text, Language.EN)
          .stream()
          .noneMatch(s -> s.span().of(text).contains("@") || s.span().of(text).contains("//")));
    }
  }

  @RepeatedTest(100)
  void spans_begin_and_end_with_words_and_lie_within_the_text(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    String[] parts = {"experience", "in", "Java", ",", "(", ")", "and", "managing", "teams", ".",
      "\n", "•", "C++", "é", "12", "😀", "-", "SAP", "good", "knowledge"};
    StringBuilder text = new StringBuilder();
    for (int k = random.nextInt(60); k > 0; k--) {
      text.append(parts[random.nextInt(parts.length)]).append(random.nextBoolean() ? " " : "");
    }
    Language language = Language.values()[random.nextInt(Language.values().length)];
    for (SkillSpan span : FINDER.find(text.toString(), language)) {
      String words = span.span().of(text.toString());
      assertTrue(Character.isLetterOrDigit(words.codePointAt(0)) || words.startsWith("."), words);
      assertTrue(span.confidence() > 0 && span.confidence() <= 1);
    }
  }
}
