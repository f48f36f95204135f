package org.metier.taxonomy;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;

/// How near concepts are to each other. Immutable.
final class Affinity {
  static final double OPTIONAL_SHARE = 0.5;

  private final TaxonomyData data;
  private final double[] rarity;
  private final Relation skills;
  private final BitSet isEssential;
  private final double[] weights;

  Affinity(TaxonomyData data) {
    this.data = data;
    rarity = rarity(data);
    skills = data.essential().with(data.optional());
    isEssential = isEssential(skills, data.essential());
    weights = new double[data.size()];
    Arrays.setAll(weights, c -> weight(data.essential(), c)
        + OPTIONAL_SHARE * weight(data.optional(), c));
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

  SkillOverlaps overlaps(int occupation) {
    return SkillOverlaps.of(this, data, occupation);
  }

  /// The skills of each occupation, essential or not.
  Relation skills() {
    return skills;
  }

  /// What the skill at a place of [#skills] counts there: 1 if essential, else less.
  double share(int place) {
    return isEssential.get(place) ? 1 : OPTIONAL_SHARE;
  }

  /// The weight of all skills of an occupation.
  double weight(int occupation) {
    return weights[occupation];
  }

  private double weight(Relation part, int occupation) {
    double sum = 0;
    for (int i = part.start()[occupation]; i < part.start()[occupation + 1]; i++) {
      sum += rarity(part.target()[i]);
    }
    return sum;
  }

  /// Both relations ascend, and so does what they have together.
  private static BitSet isEssential(Relation skills, Relation essential) {
    BitSet places = new BitSet(skills.target().length);
    for (int c = 0; c + 1 < skills.start().length; c++) {
      int next = essential.start()[c];
      for (int i = skills.start()[c]; i < skills.start()[c + 1]; i++) {
        if (next < essential.start()[c + 1] && essential.target()[next] == skills.target()[i]) {
          places.set(i);
          next++;
        }
      }
    }
    return places;
  }
}
