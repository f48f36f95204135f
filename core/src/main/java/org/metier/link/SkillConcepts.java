package org.metier.link;

import java.util.Arrays;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.ReuseLevel;
import org.metier.taxonomy.Taxonomy;

/// The skills of a taxonomy by places from 0 in the order of their numbers, and what is known of each
/// without looking at its labels. Immutable.
final class SkillConcepts {
  private final Taxonomy taxonomy;
  private final int[] numbers;
  private final int[][] above;
  private final float[] usage;
  private final byte[] reuse;
  private final boolean[] isKnowledge;

  SkillConcepts(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
    numbers = taxonomy.concepts(ConceptKind.SKILL);
    above = Arrays.stream(numbers).mapToObj(taxonomy::broader).toArray(int[][]::new);
    usage = new float[numbers.length];
    reuse = new byte[numbers.length];
    isKnowledge = new boolean[numbers.length];
    for (int place = 0; place < numbers.length; place++) {
      usage[place] = (float) StrictMath.log1p(taxonomy.occupationsUsing(numbers[place]).length);
      ReuseLevel level = taxonomy.reuseLevel(numbers[place]);
      reuse[place] = (byte) (level == null ? -1 : level.ordinal());
      isKnowledge[place] = taxonomy.isKnowledge(numbers[place]);
    }
  }

  Taxonomy taxonomy() {
    return taxonomy;
  }

  int size() {
    return numbers.length;
  }

  /// Their numbers in the taxonomy, by place; not copied.
  int[] numbers() {
    return numbers;
  }

  /// The concepts directly above, by their numbers in the taxonomy; not copied.
  int[] above(int place) {
    return above[place];
  }

  /// `ln(1 + n)` for n occupations that use the skill.
  double usage(int place) {
    return usage[place];
  }

  /// The ordinal of the [ReuseLevel], NaN when unknown.
  double reuse(int place) {
    return reuse[place] < 0 ? Double.NaN : reuse[place];
  }

  boolean isKnowledge(int place) {
    return isKnowledge[place];
  }

  /// @return -1 for what is no skill
  int place(int concept) {
    return Math.max(-1, Arrays.binarySearch(numbers, concept));
  }
}
