package org.metier.profiling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.metier.link.OccupationLink;
import org.metier.taxonomy.Taxonomy;

class WorkContextTest {
  private static final Taxonomy TAXONOMY = SmallTaxonomy.build();
  private static final int COOK = TAXONOMY.find("occupation:cook").orElseThrow();
  private static final int WAITER = TAXONOMY.find("occupation:waiter").orElseThrow();
  private static final int BAKE = TAXONOMY.find("skill:bake").orElseThrow();
  private static final int WELDING = TAXONOMY.find("skill:welding").orElseThrow();
  private static final List<OccupationLink> LINKS = List.of(
      new OccupationLink(WAITER, 0.4, "waiter"), new OccupationLink(COOK, 0.3, "cook"));

  @Test
  void a_skill_of_the_job_decides_between_two_meanings_of_its_title() {
    OccupationLink link = new WorkContext(TAXONOMY, Map.of(BAKE, 5.0)).likeliest(LINKS);
    assertEquals(COOK, link.concept());
    // The share is 5 of 5 + 10: the cook's chance is 0.3 exp(8/3) of 0.4 + 0.3 exp(8/3), and both had 0.7.
    double weighed = 0.3 * Math.exp(8.0 / 3);
    assertEquals(0.7 * weighed / (0.4 + weighed), link.confidence(), 1e-12);
  }

  @Test
  void a_skill_that_is_optional_counts_half() {
    int menus = TAXONOMY.find("skill:menus").orElseThrow();
    OccupationLink link = new WorkContext(TAXONOMY, Map.of(menus, 10.0)).likeliest(LINKS);
    // Half of 10 of 10 + 10, so that the cook weighs 0.3 exp(8/4).
    double weighed = 0.3 * Math.exp(2);
    assertEquals(0.7 * weighed / (0.4 + weighed), link.confidence(), 1e-12);
  }

  @Test
  void skills_that_no_meaning_uses_change_nothing() {
    OccupationLink link = new WorkContext(TAXONOMY, Map.of(WELDING, 5.0)).likeliest(LINKS);
    assertEquals(WAITER, link.concept());
    assertEquals(0.4, link.confidence(), 1e-12);
  }

  @Test
  void a_chance_is_never_above_one() {
    OccupationLink link = new WorkContext(TAXONOMY, Map.of(BAKE, 500.0)).likeliest(List.of(
        new OccupationLink(WAITER, 0.9, "waiter"), new OccupationLink(COOK, 0.9, "cook")));
    assertTrue(link.confidence() <= 1);
  }
}
