package org.metier.training.promotion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.metier.match.feature.Feature;
import org.metier.match.model.RankerModel;
import org.metier.rank.Contributions;
import org.metier.rank.Forest;

/// Who would be ranked differently, and which features moved: by pseudonym and id, without a word of a profile or
/// a vacancy. Immutable.
///
/// @param people those whose first ten change most, the most changed first
/// @param features over all people whose first ten change: by how much the mean share of a feature in the scores
///     of what enters and leaves moved, the largest first
public record FlipReport(List<Flip> people, List<Moved> features) {
  private static final int REASONS = 3;

  public FlipReport {
    people = List.copyOf(people);
    features = List.copyOf(features);
  }

  /// One person.
  ///
  /// @param person pseudonym
  /// @param kept how many vacancies stay among the first ten
  /// @param entering ids of vacancies that come among the first ten, best first
  /// @param leaving ids of those that leave, best first
  /// @param because the features whose share moved most for this person
  public record Flip(String person, int kept, List<String> entering, List<String> leaving,
      List<Moved> because) {
    public Flip {
      entering = List.copyOf(entering);
      leaving = List.copyOf(leaving);
      because = List.copyOf(because);
    }
  }

  /// A feature, and how its Shapley share moved from the ranker in service to the candidate: its Shapley value by
  /// the sum of all features' absolute values. Above 0 it speaks more for what enters, and less for what leaves,
  /// than before.
  ///
  /// @param by -2 to 2: for one vacancy from a share of -1 to 1, or back
  public record Moved(String feature, double by) {}

  /// Costs the explanation of up to 20 candidates per changed person, twice.
  ///
  /// @param most people to list
  public static FlipReport of(RankerModel candidate, RankerModel inService, HeldOutPeople heldOut,
      int most) {
    RankedPeople after = RankedPeople.of(candidate.aligned(), heldOut);
    RankedPeople before = RankedPeople.of(inService.aligned(), heldOut);
    double[] sum = new double[candidate.features().size()];
    int changed = 0;
    List<Flip> flips = new ArrayList<>();
    for (int p = 0; p < heldOut.measured().size(); p++) {
      HeldOutPerson person = heldOut.measured().get(p);
      List<String> entering = less(after.top(p), before.top(p));
      if (!entering.isEmpty()) {
        List<String> leaving = less(before.top(p), after.top(p));
        double[] moved = moved(candidate.aligned(), inService.aligned(), person, entering, leaving);
        for (int f = 0; f < sum.length; f++) {
          sum[f] += moved[f];
        }
        changed++;
        flips.add(new Flip(person.id(), before.top(p).size() - entering.size(), entering, leaving,
            largest(moved, 1, REASONS)));
      }
    }
    flips.sort(Comparator.comparingInt(Flip::kept).thenComparing(Flip::person));
    return new FlipReport(flips.subList(0, Math.min(most, flips.size())),
        largest(sum, Math.max(1, changed), sum.length));
  }

  private static List<String> less(List<String> list, List<String> without) {
    Set<String> known = new HashSet<>(without);
    return list.stream().filter(vacancy -> !known.contains(vacancy)).toList();
  }

  private static double[] moved(Forest candidate, Forest inService, HeldOutPerson person,
      List<String> entering, List<String> leaving) {
    Map<String, Integer> rows = new TreeMap<>();
    for (int row = 0; row < person.vacancies().size(); row++) {
      rows.put(person.vacancies().get(row), row);
    }
    double[] moved = new double[candidate.featureCount()];
    for (String vacancy : entering) {
      add(moved, candidate, inService, person.rows()[rows.getOrDefault(vacancy, 0)],
          1.0 / (2 * entering.size()));
    }
    for (String vacancy : leaving) {
      add(moved, candidate, inService, person.rows()[rows.getOrDefault(vacancy, 0)],
          -1.0 / (2 * leaving.size()));
    }
    return moved;
  }

  private static void add(double[] moved, Forest candidate, Forest inService, double[] row,
      double weight) {
    double[] after = shares(candidate.explain(row), moved.length);
    double[] before = shares(inService.explain(row), moved.length);
    for (int f = 0; f < moved.length; f++) {
      moved[f] += weight * (after[f] - before[f]);
    }
  }

  private static double[] shares(Contributions contributions, int features) {
    double[] shares = new double[features];
    double sum = 0;
    for (int f = 0; f < features; f++) {
      shares[f] = contributions.value(f);
      sum += Math.abs(shares[f]);
    }
    for (int f = 0; f < features && sum > 0; f++) {
      shares[f] /= sum;
    }
    return shares;
  }

  private static List<Moved> largest(double[] moved, int by, int count) {
    List<Moved> all = new ArrayList<>();
    for (int f = 0; f < moved.length; f++) {
      if (moved[f] != 0) {
        all.add(new Moved(Feature.values()[f].name(), moved[f] / by));
      }
    }
    all.sort(
        Comparator.comparingDouble((Moved m) -> -Math.abs(m.by())).thenComparing(Moved::feature));
    return all.subList(0, Math.min(count, all.size()));
  }
}
