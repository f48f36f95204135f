package org.metier.fairness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.metier.fairness.Attribute.Role;
import org.metier.fairness.RankingReport.Group;
import org.metier.fairness.RankingReport.Quality;
import org.metier.measure.Gain;
import org.metier.measure.Interval;
import org.metier.measure.JointBootstrap;
import org.metier.measure.Ndcg;

/// Measures ranked lists once. Not thread-safe.
final class RankingMeasurement {
  private static final int DRAWS = 1_000;

  private final List<RankedList> lists;
  private final int ranks;
  private final int least;
  private final long seed;
  /// NaN where a grade is not known.
  private final double[] ndcg;
  private final List<Sum> sums = new ArrayList<>();

  /// A figure that is a sum over people over another.
  private static final class Sum {
    private final double[] above;
    private final double[] below;

    Sum(double[] above, double[] below) {
      this.above = above;
      this.below = below;
    }

    double of(int[] times) {
      double a = 0;
      double b = 0;
      for (int i = 0; i < times.length; i++) {
        a += times[i] * above[i];
        b += times[i] * below[i];
      }
      return a / b;
    }
  }

  RankingMeasurement(List<RankedList> lists, int ranks, int least, long seed) {
    this.lists = lists;
    this.ranks = ranks;
    this.least = least;
    this.seed = seed;
    ndcg = lists.stream()
        .mapToDouble(list -> list.isGraded() ? Ndcg.at(ranks, list.grades()) : Double.NaN)
        .toArray();
  }

  private int graded(boolean[] members) {
    int count = 0;
    for (int i = 0; i < ndcg.length; i++) {
      count += members[i] && !Double.isNaN(ndcg[i]) ? 1 : 0;
    }
    return count;
  }

  private int meanOf(boolean[] members) {
    double[] above = new double[ndcg.length];
    double[] below = new double[ndcg.length];
    for (int i = 0; i < ndcg.length; i++) {
      if (members[i] && !Double.isNaN(ndcg[i])) {
        above[i] = ndcg[i];
        below[i] = 1;
      }
    }
    sums.add(new Sum(above, below));
    return sums.size() - 1;
  }

  /// A group before it is known what others draw.
  private record Draft(String attribute, String value, boolean isReference,
      @Nullable Integer number, int sum) {}

  RankingReport report(String shown, @Nullable GroupFile groups) {
    boolean[] all = new boolean[lists.size()];
    Arrays.fill(all, true);
    int graded = graded(all);
    int whole = meanOf(all);
    List<Draft> people = new ArrayList<>();
    Join join = null;
    if (groups != null) {
      GroupFile.Groups joined = groups.of(lists.stream().map(RankedList::pseudonym).toList());
      join = joined.join();
      for (String name : groups.attributes()) {
        people.addAll(people(new Attribute(name, Role.PROTECTED, joined.of(name))));
      }
    }
    List<Draft> items = items();
    double[][] drawn = JointBootstrap.draws(lists.size(), DRAWS, sums.size(), seed,
        (times, figures) -> {
          for (int s = 0; s < figures.length; s++) {
            figures[s] = sums.get(s).of(times);
          }
        });
    return new RankingReport(RankingReport.FORMAT, shown, ranks, least, DRAWS, seed, lists.size(),
        graded, graded < least ? null : quality(whole, drawn), finished(people, drawn),
        finished(items, drawn), join);
  }

  private List<Draft> people(Attribute attribute) {
    boolean[][] members = new boolean[attribute.values().size()][lists.size()];
    for (int i = 0; i < lists.size(); i++) {
      members[attribute.code(i)][i] = true;
    }
    int[][] counts = Arrays.stream(members)
        .map(group -> new int[]{graded(group)})
        .toArray(int[][]::new);
    boolean[] hidden = new Suppression(least).ofGroups(counts);
    List<Draft> drafts = new ArrayList<>();
    for (int v = 0; v < members.length; v++) {
      String value = attribute.values().get(v);
      drafts.add(new Draft(attribute.name(), value, value.equals(attribute.largest()),
          hidden[v] ? null : counts[v][0], meanOf(members[v])));
    }
    return drafts;
  }

  /// Each list's exposure per group, over what that group would get if the same list were in any order alike.
  private List<Draft> items() {
    TreeSet<String> attributes = new TreeSet<>();
    lists.forEach(list -> list.items().forEach(item -> attributes.addAll(item.groups().keySet())));
    List<Draft> drafts = new ArrayList<>();
    for (String attribute : attributes) {
      Map<String, double[]> seen = new LinkedHashMap<>();
      Map<String, double[]> expected = new LinkedHashMap<>();
      Map<String, Integer> numbers = new TreeMap<>();
      for (int i = 0; i < lists.size(); i++) {
        List<RankedList.Item> items = lists.get(i).items();
        double total = 0;
        for (int rank = 1; rank <= Math.min(ranks, items.size()); rank++) {
          total += Gain.discount(rank);
        }
        for (int rank = 1; rank <= items.size(); rank++) {
          String value = items.get(rank - 1).groups().getOrDefault(attribute, Attribute.UNKNOWN);
          numbers.merge(value, 1, Integer::sum);
          seen.computeIfAbsent(value, v -> new double[lists.size()])[i] += rank <= ranks
              ? Gain.discount(rank)
              : 0;
          expected.computeIfAbsent(value, v -> new double[lists.size()])[i] += total
              / items.size();
        }
      }
      String largest = numbers.entrySet()
          .stream()
          .filter(entry -> !entry.getKey().equals(Attribute.UNKNOWN))
          .max((a, b) -> Integer.compare(a.getValue(), b.getValue()))
          .map(Map.Entry::getKey)
          .orElse(Attribute.UNKNOWN);
      numbers.forEach((value, number) -> {
        sums.add(new Sum(seen.getOrDefault(value, new double[0]),
            expected.getOrDefault(value, new double[0])));
        drafts.add(new Draft(attribute, value, value.equals(largest), number, sums.size() - 1));
      });
    }
    return drafts;
  }

  private double value(int sum) {
    int[] once = new int[lists.size()];
    Arrays.fill(once, 1);
    return sums.get(sum).of(once);
  }

  private @Nullable Quality quality(int sum, double[][] drawn) {
    double value = value(sum);
    return Double.isFinite(value)
        ? new Quality(value, JointBootstrap.interval(drawn[sum]))
        : null;
  }

  private List<Group> finished(List<Draft> drafts, double[][] drawn) {
    List<Group> groups = new ArrayList<>();
    for (Draft draft : drafts) {
      Draft reference = drafts.stream()
          .filter(d -> d.attribute.equals(draft.attribute) && d.isReference && d.number != null)
          .findFirst()
          .orElse(null);
      boolean isShown = draft.number != null;
      groups.add(new Group(draft.attribute, draft.value, draft.isReference, draft.number,
          isShown ? quality(draft.sum, drawn) : null,
          isShown && reference != null && !draft.isReference
              ? gap(draft.sum, reference.sum, drawn)
              : null));
    }
    return groups;
  }

  private @Nullable Gap gap(int sum, int reference, double[][] drawn) {
    double value = value(sum);
    double other = value(reference);
    if (!Double.isFinite(value - other)) {
      return null;
    }
    double[] differences = new double[DRAWS];
    double[] ratios = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      differences[i] = drawn[sum][i] - drawn[reference][i];
      ratios[i] = drawn[sum][i] / drawn[reference][i];
    }
    Interval ofRatio = other > 0 ? JointBootstrap.interval(ratios) : null;
    return new Gap(value - other, JointBootstrap.interval(differences),
        other > 0 ? value / other : null, ofRatio);
  }
}
