package org.metier.training.ranker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.metier.match.feature.Feature;
import org.metier.match.feature.PairFeatures;
import org.metier.profile.CompetenceProfile;
import org.metier.rank.fitting.FeatureColumns;
import org.metier.training.internal.boosting.RankedLists;
import org.metier.training.judgment.EventGrades;
import org.metier.training.judgment.ImpressionLog;
import org.metier.training.judgment.PortalJudgments;
import org.metier.training.judgment.Propensities;
import org.metier.training.judgment.Ratings.Rated;
import org.metier.training.judgment.TimeSplit;
import org.metier.training.judgment.TimeSplit.Role;
import org.metier.training.promotion.HeldOutPerson;
import org.metier.vacancy.Vacancy;

/// Makes of a portal's judgments what a ranker learns from and is measured on. Features are as of the moment of the
/// impression or rating. Not thread-safe.
final class PortalLists {
  private final PortalJudgments data;
  private final PairFeatures features;
  private final TimeSplit split;
  private final Propensities propensities;
  private final EventGrades grades;
  private final double clip;

  PortalLists(PortalJudgments data, PairFeatures features, TimeSplit split,
      Propensities propensities, EventGrades grades, double clip) {
    this.data = data;
    this.features = features;
    this.split = split;
    this.propensities = propensities;
    this.grades = grades;
    this.clip = clip;
  }

  /// The lists of a role in which something happened, then what counsellors rated, one list per person; in a list
  /// in which nothing happened no order is better than another. Features take 4 bytes each.
  RankedLists ranked(Role role) {
    IntPredicate isUsed = list -> isOf(role, list) && isTelling(list);
    ImpressionLog log = data.log();
    List<String> raters = new ArrayList<>();
    int rows = 0;
    for (int list = 0; log != null && list < log.lists(); list++) {
      rows += isUsed.test(list) ? log.start(list + 1) - log.start(list) : 0;
    }
    for (String person : data.ratings().byPerson().keySet()) {
      int rated = rated(person, role).size();
      if (rated > 1) {
        raters.add(person);
        rows += rated;
      }
    }
    Filling filling = new Filling(rows);
    for (int list = 0; log != null && list < log.lists(); list++) {
      if (isUsed.test(list)) {
        add(filling, log, list);
      }
    }
    for (String person : raters) {
      rated(person, role).forEach((vacancy, rating) -> filling.add(
          row(person, vacancy, rating.at()), rating.grade(), 1));
      filling.endList();
    }
    return filling.lists();
  }

  /// Rows by vacancy, not by position: equal scores keep the order of the rows, and the log's own order would make
  /// a ranker that tells nothing apart look good.
  private void add(Filling filling, ImpressionLog log, int list) {
    String person = log.personId(log.person(list));
    int[] byVacancy = IntStream.range(log.start(list), log.start(list + 1))
        .boxed()
        .sorted(Comparator.comparingInt(log::vacancy))
        .mapToInt(Integer::intValue)
        .toArray();
    for (int row : byVacancy) {
      double weight = log.isClicked(row) ? propensities.weight(log.position(row), clip) : 1;
      filling.add(row(person, log.vacancyId(log.vacancy(row)), log.at(list)), grade(log, row),
          weight);
    }
    filling.endList();
  }

  private int grade(ImpressionLog log, int row) {
    return log.event(row).map(grades::of).orElse(0);
  }

  private boolean isOf(Role role, int list) {
    ImpressionLog log = Objects.requireNonNull(data.log());
    return split.role(log.personId(log.person(list)), log.at(list)) == role;
  }

  private boolean isTelling(int list) {
    ImpressionLog log = Objects.requireNonNull(data.log());
    int first = grade(log, log.start(list));
    for (int row = log.start(list) + 1; row < log.start(list + 1); row++) {
      if (grade(log, row) != first) {
        return true;
      }
    }
    return false;
  }

  private Map<String, Rated> rated(String person, Role role) {
    Map<String, Rated> rated = new TreeMap<>();
    Map<String, Rated> all = data.ratings().byPerson().get(person);
    if (all != null) {
      all.forEach((vacancy, rating) -> {
        if (split.role(person, rating.at()) == role) {
          rated.put(vacancy, rating);
        }
      });
    }
    return rated;
  }

  private double[] row(String person, String vacancy, Instant at) {
    CompetenceProfile profile = Objects.requireNonNull(data.profiles().get(person));
    Vacancy position = Objects.requireNonNull(data.vacancies().get(vacancy));
    return features.of(profile, position, at);
  }

  /// The people of a role, each with all that they were shown or that was rated for them, every vacancy once:
  /// with the weightiest event, as of the last time, and looked at unless it was overlooked each time. A rating
  /// goes before events.
  ///
  /// @param most people at most, drawn by lot where there are more
  List<HeldOutPerson> people(Role role, int most, RandomGenerator lot) {
    Map<String, List<Integer>> listsOf = new TreeMap<>();
    ImpressionLog log = data.log();
    for (int list = 0; log != null && list < log.lists(); list++) {
      if (isOf(role, list)) {
        listsOf.computeIfAbsent(log.personId(log.person(list)), p -> new ArrayList<>()).add(list);
      }
    }
    TreeSet<String> ids = new TreeSet<>(listsOf.keySet());
    data.ratings()
        .byPerson()
        .keySet()
        .stream()
        .filter(person -> !rated(person, role).isEmpty())
        .forEach(ids::add);
    List<String> chosen = new ArrayList<>(ids);
    for (int i = chosen.size() - 1; chosen.size() > most && i > 0; i--) {
      java.util.Collections.swap(chosen, i, lot.nextInt(i + 1));
    }
    return chosen.stream()
        .limit(most)
        .sorted()
        .map(person -> person(person, listsOf.getOrDefault(person, List.of()), role))
        .toList();
  }

  /// What is known of one candidate.
  private static final class Seen {
    private Instant at;
    private int grade;
    private double overlooked = 1;

    Seen(Instant at) {
      this.at = at;
    }
  }

  private HeldOutPerson person(String person, List<Integer> lists, Role role) {
    Map<String, Seen> candidates = new TreeMap<>();
    for (int list : lists) {
      ImpressionLog log = Objects.requireNonNull(data.log());
      for (int row = log.start(list); row < log.start(list + 1); row++) {
        Seen seen = candidates.computeIfAbsent(log.vacancyId(log.vacancy(row)),
            v -> new Seen(log.at(list)));
        seen.at = log.at(list);
        seen.grade = Math.max(seen.grade, grade(log, row));
        seen.overlooked *= Math.max(0, 1 - propensities.at(log.position(row)));
      }
    }
    rated(person, role).forEach((vacancy, rating) -> {
      Seen seen = new Seen(rating.at());
      seen.grade = rating.grade();
      seen.overlooked = 0;
      candidates.put(vacancy, seen);
    });
    double[][] rows = new double[candidates.size()][];
    int[] own = new int[rows.length];
    double[] looks = new double[rows.length];
    int next = 0;
    for (Map.Entry<String, Seen> candidate : candidates.entrySet()) {
      Seen seen = candidate.getValue();
      rows[next] = row(person, candidate.getKey(), seen.at);
      own[next] = seen.grade;
      looks[next] = Math.max(1 / clip, 1 - seen.overlooked);
      next++;
    }
    return new HeldOutPerson(person, List.copyOf(candidates.keySet()), rows, own, looks);
  }

  /// Columns that fill up row by row.
  private static final class Filling {
    private final float[][] columns;
    private final int[] grades;
    private final double[] weights;
    private int[] starts = new int[1_024];
    private int lists;
    private int rows;

    Filling(int rows) {
      columns = new float[Feature.values().length][rows];
      grades = new int[rows];
      weights = new double[rows];
    }

    void add(double[] row, int grade, double weight) {
      for (int f = 0; f < row.length; f++) {
        columns[f][rows] = (float) row[f];
      }
      grades[rows] = grade;
      weights[rows] = weight;
      rows++;
    }

    void endList() {
      lists++;
      if (lists == starts.length) {
        starts = Arrays.copyOf(starts, 2 * lists);
      }
      starts[lists] = rows;
    }

    RankedLists lists() {
      return RankedLists
          .over(FeatureColumns.ofColumns(columns), grades, Arrays.copyOf(starts, lists + 1))
          .weighted(weights, new double[0]);
    }
  }
}
