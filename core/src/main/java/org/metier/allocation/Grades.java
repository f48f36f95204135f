package org.metier.allocation;

import java.util.List;
import org.metier.measure.Ndcg;

/// What vacancies are worth to people by their own word or deed, whatever a model scores.
public interface Grades {
  /// How much a vacancy is worth to a person: 0 (nothing, or not known) to 30.
  int of(String person, String vacancy);

  /// The grades of all vacancies that are worth something to a person, shown or not, in any order.
  int[] all(String person);

  /// What each list is worth to its person.
  ///
  /// @param k cut-off, at least 1
  /// @return NDCG, one per list
  default double[] ndcg(int k, List<ShownList> lists) {
    return lists.stream()
        .mapToDouble(list -> Ndcg.at(k,
            list.shown().stream().mapToInt(s -> of(list.person(), s.vacancy())).toArray(),
            all(list.person())))
        .toArray();
  }
}
