package org.metier.taxonomy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SkillOverlapsTest {
  private static final Taxonomy TAXONOMY = Taxonomy.sample();

  private static Map<Integer, Double> weights(int occupation) {
    Map<Integer, Double> weights = new HashMap<>();
    for (int skill : TAXONOMY.essentialSkills(occupation)) {
      weights.put(skill, TAXONOMY.rarity(skill));
    }
    for (int skill : TAXONOMY.optionalSkills(occupation)) {
      weights.put(skill, 0.5 * TAXONOMY.rarity(skill));
    }
    return weights;
  }

  /// The weighted Jaccard index as its definition has it: the sum of the lesser weights by that of the greater.
  private static double jaccard(int a, int b) {
    Map<Integer, Double> ofA = weights(a);
    Map<Integer, Double> ofB = weights(b);
    TreeSet<Integer> skills = new TreeSet<>(ofA.keySet());
    skills.addAll(ofB.keySet());
    double lesser = 0;
    double greater = 0;
    for (int skill : skills) {
      double inA = ofA.getOrDefault(skill, 0.0);
      double inB = ofB.getOrDefault(skill, 0.0);
      lesser += Math.min(inA, inB);
      greater += Math.max(inA, inB);
    }
    return lesser == 0 ? 0 : lesser / greater;
  }

  @Test
  void any_two_occupations_overlap_as_the_definition_says() {
    int[] occupations = TAXONOMY.concepts(ConceptKind.OCCUPATION);
    double most = 0;
    for (int a : occupations) {
      SkillOverlaps overlaps = TAXONOMY.skillOverlaps(a);
      for (int b : occupations) {
        double expected = jaccard(a, b);
        assertEquals(expected, overlaps.with(b), 1e-12, a + " and " + b);
        most = a == b ? most : Math.max(most, expected);
      }
    }
    assertTrue(most > 0.1, "nothing overlaps: " + Arrays.toString(occupations));
  }
}
