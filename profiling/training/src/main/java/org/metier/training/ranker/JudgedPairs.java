package org.metier.training.ranker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.metier.match.feature.FeatureExtractor;
import org.metier.profile.CompetenceProfile;
import org.metier.training.internal.boosting.RankedLists;
import org.metier.training.judgment.JudgedData;
import org.metier.training.judgment.Judgment;
import org.metier.training.promotion.HeldOutPerson;

/// Judgments with their features, by person and within a person by vacancy id.
///
/// @param judgments one per row of the lists
record JudgedPairs(List<Judgment> judgments, RankedLists lists) {

  static JudgedPairs of(JudgedData data, FeatureExtractor extractor, Instant now) {
    List<Judgment> judgments = data.judgments()
        .stream()
        .sorted(Comparator.comparing(Judgment::profile).thenComparing(Judgment::vacancy))
        .toList();
    double[][] rows = new double[judgments.size()][];
    int[] grades = new int[rows.length];
    List<Integer> starts = new ArrayList<>();
    String person = "";
    for (int row = 0; row < rows.length; row++) {
      Judgment judgment = judgments.get(row);
      if (!judgment.profile().equals(person)) {
        person = judgment.profile();
        starts.add(row);
      }
      CompetenceProfile profile = JudgedPairs.found(data.profiles().get(person));
      rows[row] = extractor.extract(profile,
          JudgedPairs.found(data.vacancies().get(judgment.vacancy())), now);
      grades[row] = judgment.grade();
    }
    starts.add(rows.length);
    return new JudgedPairs(judgments,
        new RankedLists(rows, grades, starts.stream().mapToInt(Integer::intValue).toArray()));
  }

  /// The pairs of some of the people, in the order given.
  JudgedPairs select(List<Integer> people) {
    List<Judgment> selected = new ArrayList<>();
    for (int person : people) {
      selected
          .addAll(judgments.subList(lists.starts()[person], lists.starts()[person + 1]));
    }
    return new JudgedPairs(List.copyOf(selected), lists.select(people));
  }

  /// Each person with what was graded for them.
  List<HeldOutPerson> people() {
    List<HeldOutPerson> people = new ArrayList<>();
    double[][] rows = lists.rows();
    for (int person = 0; person < lists.people(); person++) {
      int from = lists.starts()[person];
      int to = lists.starts()[person + 1];
      double[] looks = new double[to - from];
      Arrays.fill(looks, 1); // whoever grades looks at everything
      people.add(new HeldOutPerson(judgments.get(from).profile(),
          judgments.subList(from, to).stream().map(Judgment::vacancy).toList(),
          Arrays.copyOfRange(rows, from, to), Arrays.copyOfRange(lists.grades(), from, to),
          looks));
    }
    return people;
  }

  private static <T> T found(@org.jspecify.annotations.Nullable T value) {
    return java.util.Objects.requireNonNull(value, "JudgedData holds both ends of its judgments");
  }
}
