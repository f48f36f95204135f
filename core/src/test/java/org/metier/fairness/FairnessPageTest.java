package org.metier.fairness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.metier.fairness.Meaning.Effect;
import org.metier.text.Language;
import org.metier.text.internal.Phrases;

@NullUnmarked // where a null comes instead of a figure, the test fails all the same
class FairnessPageTest {
  private static final Meaning HELP = new Meaning("is offered extra help",
      "is still without work after 26 weeks", Effect.HELP);

  private static FairnessReport measured(double bias) {
    return FairnessReport.builder(HELP).draws(60).measure(Market.of(1_500, bias, 2));
  }

  private static Document page(FairnessReport report, Language language) {
    return Jsoup
        .parse(new String(FairnessPage.of(report, language).toHtml(), StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void the_meaning_stands_before_any_figure_in_every_language(Language language) {
    String text = page(measured(0.2).comparedWith(measured(0), "before"), language).select("main")
        .text();
    int meaning = text.indexOf("is offered extra help");
    assertTrue(meaning >= 0 && meaning < text.indexOf('%'), text.substring(0, 200));
    assertTrue(text.indexOf("is still without work after 26 weeks") < text.indexOf('%'));
  }

  @Test
  void a_planted_gap_is_named_in_a_sentence() {
    String found = page(measured(0.2), Language.EN).select("li")
        .eachText()
        .stream()
        .filter(s -> s.startsWith("origin: abroad: Calibration gap"))
        .findFirst()
        .orElseThrow();
    assertTrue(found.matches("origin: abroad: Calibration gap \\+\\S+ pp, which is \\+\\S+ pp"
        + " against home \\(95% interval .*\\)\\."), found);
  }

  @Test
  void hidden_groups_are_said_to_be_hidden_and_show_no_number() {
    boolean[] selected = new boolean[100];
    String[] groups = new String[100];
    for (int i = 0; i < 100; i++) {
      selected[i] = i % 3 == 0;
      groups[i] = i < 93 ? "many" : "few";
    }
    Document page = page(FairnessReport.builder(HELP)
        .draws(60)
        .measure(Cases.of(selected).attribute("size", groups).build()), Language.EN);
    page.select("tbody tr")
        .stream()
        .filter(row -> row.text().contains("few") || row.text().contains("many"))
        .forEach(row -> assertTrue(row.text().contains("hidden"), row.text()));
    assertFalse(page.select("main").text().contains("93"));
    assertTrue(page.select("main").text().contains("Groups that are hidden: 2."));
  }

  /// Both groups have the same people.
  @Test
  void where_there_is_no_gap_none_is_named() {
    boolean[] selected = new boolean[200];
    String[] groups = new String[200];
    for (int i = 0; i < 200; i++) {
      selected[i] = i % 5 == 0;
      groups[i] = i < 100 ? "a" : "b";
    }
    Document page = page(FairnessReport.builder(HELP)
        .draws(60)
        .measure(Cases.of(selected).attribute("half", groups).build()), Language.EN);
    assertEquals(0, page.select("#s1 ~ ul").size());
    assertTrue(page.text().contains("no gap between the groups of one protected attribute"));
  }

  @Test
  void the_error_that_does_harm_is_drawn() {
    assertTrue(page(measured(0), Language.EN).text().contains("Miss rate by sex"));
    Document burden = page(FairnessReport
        .builder(new Meaning("is called in", "did not come", Meaning.Effect.BURDEN))
        .draws(60)
        .measure(Market.of(1_500, 0, 2)), Language.EN);
    assertTrue(burden.text().contains("False positive rate by sex"));
    assertFalse(burden.text().contains("Miss rate by sex"));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_language_words_the_same_things(Language language) {
    for (Object key : Phrases.of(FairnessWords.class, "fairness", Language.EN)
        .patterns()
        .keySet()) {
      String english = pattern(key, Language.EN);
      String other = pattern(key, language);
      assertFalse(other.contains("'"), key + " has an apostrophe that starts a quotation");
      assertEquals(placeholders(english), placeholders(other), key.toString());
    }
    assertEquals(Phrases.of(FairnessWords.class, "fairness", Language.EN).patterns().keySet(),
        Phrases.of(FairnessWords.class, "fairness", language).patterns().keySet());
  }

  private static String pattern(Object key, Language language) {
    return Phrases.of(FairnessWords.class, "fairness", language)
        .patterns()
        .getProperty(key.toString(), "");
  }

  private static List<String> placeholders(String pattern) {
    return java.util.regex.Pattern.compile("\\{\\d}")
        .matcher(pattern)
        .results()
        .map(java.util.regex.MatchResult::group)
        .sorted()
        .distinct()
        .toList();
  }
}
