package org.metier.skill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.metier.link.ConceptTag;
import org.metier.link.SkillLink;
import org.metier.taxonomy.ReuseLevel;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.Span;
import org.metier.text.TextAnalyzer;

class LoneWordsTest {
  private static final Taxonomy TAXONOMY = taxonomy();
  private static final LoneWords WORDS = new LoneWords(TAXONOMY, TextAnalyzer.create());
  private static final SkillHints WELDER = new SkillHints(List.of(), Set.of(concept("welding")));

  private static Taxonomy taxonomy() {
    Taxonomy.Builder builder = Taxonomy.builder();
    skill(builder, "welding", ReuseLevel.SECTOR_SPECIFIC, "welding", "arc");
    skill(builder, "accounting", ReuseLevel.CROSS_SECTOR, "accounting");
    skill(builder, "statistics", ReuseLevel.CROSS_SECTOR, "statistics", "data");
    skill(builder, "leading", ReuseLevel.TRANSVERSAL, "lead others", "leadership");
    skill(builder, "chef", ReuseLevel.SECTOR_SPECIFIC, "Chef (tools for configuration)", "Chef");
    skill(builder, "java", ReuseLevel.SECTOR_SPECIFIC, "Java (computer programming)", "Java");
    skill(builder, "menus", ReuseLevel.SECTOR_SPECIFIC, "advise the chef on menus");
    skill(builder, "radio", ReuseLevel.SECTOR_SPECIFIC, "operate radio equipment");
    skill(builder, "cable", ReuseLevel.SECTOR_SPECIFIC, "install cable TV services");
    skill(builder, "photos", ReuseLevel.SECTOR_SPECIFIC, "Adobe Photoshop");
    skill(builder, "troubleshooting", ReuseLevel.CROSS_SECTOR, "troubleshoot", "problem solving");
    skill(builder, "solving", ReuseLevel.TRANSVERSAL, "solve problems");
    return builder.build();
  }

  private static void skill(Taxonomy.Builder builder, String uri, ReuseLevel reuse,
      String... labels) {
    builder.skill(uri, false, reuse).labels(uri, Language.EN, List.of(labels));
  }

  private static int concept(String uri) {
    return TAXONOMY.find(uri).orElseThrow();
  }

  private static boolean isDoubtfulLabel(String uri, String word, String text, boolean isStated,
      SkillHints hints) {
    return WORDS.isDoubtfulLabel(concept(uri), word, text, Language.EN, isStated, hints);
  }

  private static boolean isDoubtfulLink(String uri, String word, SkillHints hints) {
    SkillLink link = new SkillLink(concept(uri), 0.9,
        TAXONOMY.label(concept(uri), Language.EN, 0));
    return WORDS.isDoubtfulLink(link, word, "I know " + word, Language.EN, hints);
  }

  @Test
  void accounts_are_not_accounting_but_welded_is_welding() {
    assertTrue(isDoubtfulLabel("accounting", "Accounts", "Accounts", true, SkillHints.NONE));
    assertFalse(isDoubtfulLabel("accounting", "Accounting", "Accounting", true, SkillHints.NONE));
    assertFalse(isDoubtfulLabel("welding", "welded", "I welded", true, SkillHints.NONE));
  }

  @Test
  void a_by_name_is_doubted_of_a_person_whose_work_it_has_nothing_to_do_with() {
    assertTrue(isDoubtfulLabel("statistics", "data", "data", true, WELDER));
    assertFalse(isDoubtfulLabel("statistics", "statistics", "statistics", true, WELDER));
    assertFalse(isDoubtfulLabel("statistics", "data", "data", true, SkillHints.NONE));
    assertFalse(isDoubtfulLabel("welding", "arc", "arc", true, WELDER));
    assertFalse(isDoubtfulLabel("leading", "leadership", "leadership", true, WELDER));
  }

  @Test
  void an_ordinary_word_names_a_program_only_where_a_skill_is_stated_in_capitals() {
    assertTrue(isDoubtfulLabel("chef", "Chef", "Head Chef", false, SkillHints.NONE));
    assertTrue(isDoubtfulLabel("chef", "chef", "Git, chef, Jenkins", true, SkillHints.NONE));
    assertFalse(isDoubtfulLabel("chef", "Chef", "Git, Chef, Jenkins", true, SkillHints.NONE));
    assertFalse(isDoubtfulLabel("java", "Java", "Ten years of Java", false, SkillHints.NONE));
  }

  @Test
  void a_word_is_no_more_than_what_frames_it() {
    assertFalse(isDoubtfulLink("radio", "radio", SkillHints.NONE));
    assertTrue(isDoubtfulLink("cable", "TV", SkillHints.NONE));
    assertFalse(isDoubtfulLink("cable", "TV",
        new SkillHints(List.of(), Set.of(concept("cable")))));
  }

  @Test
  void the_rest_of_a_name_may_be_left_out() {
    assertFalse(isDoubtfulLink("photos", "Photoshop", SkillHints.NONE));
  }

  @Test
  void another_word_of_like_letters_is_no_evidence() {
    assertTrue(isDoubtfulLink("statistics", "statue", SkillHints.NONE));
    assertTrue(isDoubtfulLink("java", "J", SkillHints.NONE));
  }

  @Test
  void problem_solving_is_the_solving_of_problems() {
    NamedInOtherOrder named = new NamedInOtherOrder(TAXONOMY, TextAnalyzer.create());
    Span span = new Span(0, 15);
    assertEquals(new ConceptTag(concept("solving"), span), named
        .of(new ConceptTag(concept("troubleshooting"), span), "problem solving", Language.EN));
    ConceptTag own = new ConceptTag(concept("troubleshooting"), new Span(0, 12));
    assertEquals(own, named.of(own, "troubleshoot", Language.EN));
  }
}
