package org.metier.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.metier.text.Language;

class SkillMentionTest {
  private static String core(String mention, Language language) {
    return SkillMention.of(mention, language).core();
  }

  private static List<String> parts(String mention) {
    return SkillMention.of(mention, Language.EN).parts();
  }

  @Test
  void marks_around_a_mention_are_taken_off() {
    assertEquals("cost control", SkillMention.of(" – cost  control ; ", Language.EN).text());
    assertEquals("C++", SkillMention.of("C++,", Language.EN).text());
    assertEquals(".NET", SkillMention.of("(.NET)", Language.EN).text());
    assertEquals("…", SkillMention.of("…", Language.EN).text());
  }

  @Test
  void the_core_is_what_says_which_skill_is_meant() {
    assertEquals("communication", core("good communication skills", Language.EN));
    assertEquals("SQL", core("strong knowledge of SQL", Language.EN));
    assertEquals("lead teams", core("ability to lead teams", Language.EN));
    assertEquals("comptabilité", core("bonnes connaissances de la comptabilité", Language.FR));
    assertEquals("Frans", core("goede kennis van het Frans", Language.NL));
    assertEquals("computer", core("computervaardigheden", Language.NL));
    assertEquals("komputera", core("umiejętność obsługi komputera", Language.PL));
    assertEquals("Englisch", core("sehr gute Englischkenntnisse", Language.DE));
    assertEquals("Schweiß", core("Schweißkenntnisse", Language.DE));
  }

  @Test
  void a_name_that_begins_like_a_cue_stays_whole() {
    assertEquals("experience design", core("experience design", Language.EN));
    assertEquals("knowledge management", core("knowledge management", Language.EN));
    assertEquals("skills", core("skills", Language.EN));
    assertEquals("Erfahrung", core("Erfahrung", Language.DE));
  }

  @Test
  void an_enumeration_has_its_parts_and_what_they_share() {
    assertEquals(List.of("budget", "resource allocation", "budget allocation"),
        parts("budget and resource allocation"));
    assertEquals(List.of("prepare cases", "benchmarks", "prepare benchmarks"),
        parts("prepare cases and benchmarks"));
    assertEquals(List.of("HTML", "CSS"), parts("HTML/CSS"));
    assertEquals(List.of(), parts("welding"));
    assertEquals(List.of(), parts("a, b, c, d, e")); // a list rather than a mention
  }
}
