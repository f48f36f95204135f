package org.metier.taxonomy;

import java.util.Arrays;
import java.util.LinkedHashSet;

/// How near concepts are to each other. Immutable.
final class Affinity {
  private static final double OPTIONAL_SHARE = 0.5;

  private final TaxonomyData data;
  private final double[] rarity;
  private final Relation[] parts;

  Affinity(TaxonomyData data) {
    this.data = data;
    rarity = rarity(data);
    parts = new Relation[]{data.essential(), data.optional()};
  }

  /// By number of uses, so that a logarithm is taken once for each number and not for each skill.
  private static double[] rarity(TaxonomyData data) {
    int occupations = 0;
    int most = 0;
    for (int c = 0; c < data.size(); c++) {
      occupations += TaxonomyFormat.kind(data.flags()[c]) == ConceptKind.OCCUPATION ? 1 : 0;
      most = Math.max(most, data.usedBy().count(c));
    }
    double[] ofUses = new double[most + 1];
    for (int uses = 0; uses <= most; uses++) {
      ofUses[uses] = StrictMath.log1p(occupations / (1.0 + uses));
    }
    return ofUses;
  }

  double rarity(int skill) {
    return rarity[data.usedBy().count(skill)];
  }

  int[] ancestors(int concept) {
    LinkedHashSet<Integer> found = new LinkedHashSet<>();
    int[] level = {concept};
    while (level.length > 0) {
      int[] above = Arrays.stream(level)
          .flatMap(c -> Arrays.stream(data.broader().of(c)))
          .filter(c -> c != concept)
          .distinct()
          .toArray();
      level = Arrays.stream(above).filter(found::add).toArray();
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  int iscoDistance(int a, int b) {
    if (a == b) {
      return 0;
    }
    TextPool codes = data.codes();
    int shorter = Math.min(4, Math.min(codes.length(a), codes.length(b)));
    int shared = 0;
    while (shared < shorter && codes.at(a, shared) == codes.at(b, shared)) {
      shared++;
    }
    return 5 - shared;
  }

  double skillOverlap(int a, int b) {
    double both = 0;
    double any = 0;
    for (Relation part : parts) {
      double weight = part == data.essential() ? 1 : OPTIONAL_SHARE;
      for (int i = part.start()[a]; i < part.start()[a + 1]; i++) {
        int skill = part.target()[i];
        double other = share(b, skill);
        both += rarity(skill) * Math.min(weight, other);
        any += rarity(skill) * Math.max(weight, other);
      }
      for (int i = part.start()[b]; i < part.start()[b + 1]; i++) {
        int skill = part.target()[i];
        any += share(a, skill) == 0 ? rarity(skill) * weight : 0;
      }
    }
    return any == 0 ? 0 : both / any;
  }

  private double share(int occupation, int skill) {
    if (data.essential().holds(occupation, skill)) {
      return 1;
    }
    return data.optional().holds(occupation, skill) ? OPTIONAL_SHARE : 0;
  }
}
