package org.metier.match;

import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.metier.taxonomy.Taxonomy;

/// The skills of each occupation, the rarest first, sorted once. Thread-safe.
final class OccupationSkills {
  private final Taxonomy taxonomy;
  private final AtomicReferenceArray<@Nullable Sorted> ofOccupation;

  OccupationSkills(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
    ofOccupation = new AtomicReferenceArray<>(taxonomy.size());
  }

  /// Skills of one occupation by rarity, then by number.
  @SuppressWarnings("ArrayRecordComponent") // never compared, and written to by nobody
  record Sorted(int[] essential, int[] optional) {}

  Sorted of(int occupation) {
    Sorted known = ofOccupation.get(occupation);
    if (known == null) {
      known = new Sorted(sorted(taxonomy.essentialSkills(occupation)),
          sorted(taxonomy.optionalSkills(occupation)));
      ofOccupation.set(occupation, known);
    }
    return known;
  }

  private int[] sorted(int[] skills) {
    return Arrays.stream(skills)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer skill) -> -taxonomy.rarity(skill))
            .thenComparing(Comparator.naturalOrder()))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
