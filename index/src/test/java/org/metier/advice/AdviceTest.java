package org.metier.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.metier.potential.MarketDistance;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;

class AdviceTest {
  @Test
  void the_distance_to_the_market_is_what_the_advice_counted() {
    Taxonomy taxonomy = Taxonomy.sample();
    int skill = 0;
    while (taxonomy.kind(skill) != ConceptKind.SKILL) {
      skill++;
    }
    String uri = taxonomy.uri(skill);
    Advice advice = new Advice.Given("p", Target.occupation("o"), Reach.ALL,
        new Gap(List.of(), List.of(), List.of()), new Counts(90, 41, 5, 10, 26, 3),
        List.of(new SkillToLearn(uri, null, false, 4, 1, 2, 9)), List.of(), List.<Question>of());
    assertEquals(new MarketDistance(41, 10, 4,
        List.of(new MarketDistance.MissingSkill(taxonomy.label(skill, Language.EN), 9))),
        advice.marketDistance(taxonomy, Language.EN).orElseThrow());
    assertTrue(new Advice.Withheld("p", 2, List.of(Question.SKILLS))
        .marketDistance(taxonomy, Language.EN)
        .isEmpty());
  }
}
