package org.metier.match;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;

/// Nearness of occupations and rarity of skills, read off the taxonomy. Thread-safe.
final class Affinity {
  private final Taxonomy taxonomy;
  private final int occupations;

  Affinity(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
    occupations = taxonomy.concepts(ConceptKind.OCCUPATION).length;
  }

  /// 0 for the same concept, 1 for the same unit group of ISCO-08, 2 for the same minor, 3 for the
  /// same sub-major, 4 for the same major group, else 5.
  int iscoDistance(int a, int b) {
    if (a == b) {
      return 0;
    }
    String codeA = taxonomy.code(a);
    String codeB = taxonomy.code(b);
    int common = 0;
    while (common < Math.min(4, Math.min(codeA.length(), codeB.length()))
        && codeA.charAt(common) == codeB.charAt(common)) {
      common++;
    }
    return 5 - common;
  }

  /// `ln(1 + N / (1 + n))` for `n` of `N` occupations that use the skill.
  double rarity(int skill) {
    double using = taxonomy.occupationsUsing(skill).length;
    return StrictMath.log(1 + occupations / (1 + using));
  }

  /// Weighted Jaccard index of two occupations' skills; an optional skill weighs half.
  double skillOverlap(int a, int b) {
    Map<Integer, Double> weights = weights(a);
    double[] both = {0, 0};
    weights(b).forEach((skill, weight) -> {
      Double other = weights.remove(skill);
      both[0] += other == null ? 0 : Math.min(weight, other);
      both[1] += other == null ? weight : Math.max(weight, other);
    });
    double all = both[1] + weights.values().stream().mapToDouble(Double::doubleValue).sum();
    return all == 0 ? 0 : both[0] / all;
  }

  private Map<Integer, Double> weights(int occupation) {
    Map<Integer, Double> weights = new HashMap<>();
    Arrays.stream(taxonomy.optionalSkills(occupation))
        .forEach(skill -> weights.put(skill, rarity(skill) / 2));
    Arrays.stream(taxonomy.essentialSkills(occupation))
        .forEach(skill -> weights.put(skill, rarity(skill)));
    return weights;
  }
}
