package org.metier.link;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;

/// The concepts that titles link to, occupations and ISCO groups, by places from 0 in the order of their
/// numbers. Immutable.
final class LinkedConcepts {
  private final Taxonomy taxonomy;
  private final int[] concepts;
  private final int[][] above;
  private final int[][] below;
  private final boolean[] isGroup;
  private final String[] codes;

  LinkedConcepts(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
    concepts = IntStream
        .concat(Arrays.stream(taxonomy.concepts(ConceptKind.OCCUPATION)),
            Arrays.stream(taxonomy.concepts(ConceptKind.ISCO_GROUP)))
        .sorted()
        .toArray();
    above = Arrays.stream(concepts)
        .mapToObj(c -> places(taxonomy.broader(c)))
        .toArray(int[][]::new);
    below = Arrays.stream(concepts)
        .mapToObj(c -> places(taxonomy.narrower(c)))
        .toArray(int[][]::new);
    isGroup = new boolean[concepts.length];
    codes = new String[concepts.length];
    for (int i = 0; i < concepts.length; i++) {
      isGroup[i] = taxonomy.kind(concepts[i]) == ConceptKind.ISCO_GROUP;
      codes[i] = taxonomy.code(concepts[i]);
    }
  }

  private int[] places(int[] related) {
    return Arrays.stream(related)
        .map(c -> Arrays.binarySearch(concepts, c))
        .filter(i -> i >= 0)
        .toArray();
  }

  Taxonomy taxonomy() {
    return taxonomy;
  }

  int size() {
    return concepts.length;
  }

  /// Their numbers in the taxonomy, by place; not copied.
  int[] numbers() {
    return concepts;
  }

  int[] above(int place) {
    return above[place];
  }

  int[] below(int place) {
    return below[place];
  }

  boolean isGroup(int place) {
    return isGroup[place];
  }

  /// The ISCO-08 code: of a group its own, of an occupation that of its unit group; empty when unknown.
  String code(int place) {
    return codes[place];
  }
}
