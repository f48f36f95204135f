package org.metier.examples.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;

/// Which occupations a partner offers: frequent ones several times, at least one of each major group, and
/// others.
///
/// @param nearHome one of each frequent occupation
/// @param anywhere all others
record OccupationPlan(List<Integer> nearHome, List<Integer> anywhere) {
  /// Major groups of ISCO-08, 0 to 9.
  private static final int GROUPS = 10;

  OccupationPlan {
    nearHome = List.copyOf(nearHome);
    anywhere = List.copyOf(anywhere);
  }

  /// @param frequent ISCO-08 unit groups; the first occupation of each is meant
  /// @param copies of each frequent occupation
  /// @param count of vacancies in all
  static OccupationPlan of(Taxonomy taxonomy, List<String> frequent, int copies, int count,
      Dice dice) {
    List<Integer> all = Arrays.stream(taxonomy.concepts(ConceptKind.OCCUPATION)).boxed().toList();
    List<Integer> often = frequent.stream().map(isco -> first(taxonomy, all, isco)).toList();
    List<Integer> rest = new ArrayList<>();
    for (int i = 1; i < copies; i++) {
      rest.addAll(often);
    }
    List<Integer> shuffled = new ArrayList<>(dice.some(all, all.size()));
    for (char group = '0'; group <= '9'; group++) {
      Integer one = first(taxonomy, shuffled, String.valueOf(group));
      rest.add(one);
      Collections.swap(shuffled, shuffled.indexOf(one), group - '0');
    }
    for (int i = GROUPS; often.size() + rest.size() < count; i++) {
      rest.add(shuffled.get(i % shuffled.size()));
    }
    return new OccupationPlan(often, rest);
  }

  private static int first(Taxonomy taxonomy, List<Integer> occupations, String isco) {
    return occupations.stream()
        .filter(o -> taxonomy.code(o).startsWith(isco))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(
            "the taxonomy has no occupation in ISCO-08 group " + isco
                + "; sample feeds need one of every major group"));
  }
}
