package org.metier.match.feature;

import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;

/// The skills of each occupation, the rarest first, sorted once. Thread-safe.
final class OccupationSkills {
  private final Taxonomy taxonomy;
  private final AtomicReferenceArray<@Nullable Both> ofOccupation;
  private final double usualRarity;

  OccupationSkills(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
    ofOccupation = new AtomicReferenceArray<>(taxonomy.size());
    usualRarity = IntStream.of(taxonomy.concepts(ConceptKind.OCCUPATION))
        .flatMap(occupation -> IntStream.of(taxonomy.essentialSkills(occupation)))
        .mapToDouble(taxonomy::rarity)
        .average()
        .orElse(1);
  }

  /// Mean over all essential skills of all occupations, above 0; 1 for a taxonomy without any.
  double usualRarity() {
    return usualRarity;
  }

  /// Skills of one occupation by rarity, then by number, and how rare each is.
  @SuppressWarnings("ArrayRecordComponent") // never compared, and written to by nobody
  record Sorted(int[] skills, double[] rarities) {}

  /// Both kinds of one occupation.
  record Both(Sorted essential, Sorted optional) {}

  Both of(int occupation) {
    Both known = ofOccupation.get(occupation);
    if (known == null) {
      known = new Both(sorted(taxonomy.essentialSkills(occupation)),
          sorted(taxonomy.optionalSkills(occupation)));
      ofOccupation.set(occupation, known);
    }
    return known;
  }

  private Sorted sorted(int[] skills) {
    int[] sorted = Arrays.stream(skills)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer skill) -> -taxonomy.rarity(skill))
            .thenComparing(Comparator.naturalOrder()))
        .mapToInt(Integer::intValue)
        .toArray();
    return new Sorted(sorted, Arrays.stream(sorted).mapToDouble(taxonomy::rarity).toArray());
  }
}
