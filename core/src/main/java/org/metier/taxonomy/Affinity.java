package org.metier.taxonomy;

import java.util.Arrays;
import java.util.LinkedHashSet;

/// How near concepts are to each other. Immutable.
final class Affinity {
  private static final double OPTIONAL_SHARE = 0.5;

  private final TaxonomyData data;
  private final double[] rarity;

  Affinity(TaxonomyData data) {
    this.data = data;
    rarity = rarity(data);
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
    double both = shared(data.essential(), 1, a, b) + shared(data.optional(), OPTIONAL_SHARE, a, b);
    double any = weight(a) + weight(b) - both; // min + max is the sum
    return both == 0 ? 0 : both / any;
  }

  /// The lesser of two occupations' weights, over the skills that the first has in `part`. All three lists of
  /// skills ascend, so that they are read side by side.
  private double shared(Relation part, double share, int a, int b) {
    Relation essential = data.essential();
    Relation optional = data.optional();
    int inEssential = essential.start()[b];
    int inOptional = optional.start()[b];
    double sum = 0;
    for (int i = part.start()[a]; i < part.start()[a + 1]; i++) {
      int skill = part.target()[i];
      inEssential = upTo(essential, inEssential, b, skill);
      inOptional = upTo(optional, inOptional, b, skill);
      double ofOther = isAt(essential, inEssential, b, skill)
          ? 1
          : isAt(optional, inOptional, b, skill) ? OPTIONAL_SHARE : 0;
      sum += rarity(skill) * Math.min(share, ofOther);
    }
    return sum;
  }

  /// The first place from `place` on, within the skills of an occupation, of one that is not before `skill`.
  private static int upTo(Relation part, int place, int occupation, int skill) {
    int next = place;
    while (next < part.start()[occupation + 1] && part.target()[next] < skill) {
      next++;
    }
    return next;
  }

  private static boolean isAt(Relation part, int place, int occupation, int skill) {
    return place < part.start()[occupation + 1] && part.target()[place] == skill;
  }

  /// The weight of all skills of an occupation.
  private double weight(int occupation) {
    return weight(data.essential(), occupation)
        + OPTIONAL_SHARE * weight(data.optional(), occupation);
  }

  private double weight(Relation part, int occupation) {
    double sum = 0;
    for (int i = part.start()[occupation]; i < part.start()[occupation + 1]; i++) {
      sum += rarity(part.target()[i]);
    }
    return sum;
  }
}
