package org.metier.potential;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.metier.measure.Ranking;

/// Who would be invited to help, and who missed, at each number of places: those with the lowest chances are invited
/// first. A threshold is what a capacity comes to, and never chosen by itself. Immutable.
///
/// @param points by ascending number of places
public record CapacityCurve(List<Point> points) {
  /// What a number of places comes to.
  ///
  /// @param share of the people who are invited, above 0 to 1
  /// @param atMost chances up to this are invited; people with equal chances are invited together
  /// @param all everybody
  /// @param byGroup by name of the group
  public record Point(double share, double atMost, Tally all, Map<String, Tally> byGroup) {
    public Point {
      byGroup = Collections.unmodifiableMap(new LinkedHashMap<>(byGroup));
    }
  }

  /// Counts of some people at a setting. Those whose outcome is not known count in people and invited alone.
  ///
  /// @param people in all
  /// @param invited of them
  /// @param inNeed weight of those who did not have the outcome
  /// @param missed weight of those of them who are not invited
  /// @param needless weight of those invited who had the outcome anyway
  public record Tally(int people, int invited, double inNeed, double missed, double needless) {
    /// Share of the people in need who are missed; empty where nobody is.
    public java.util.OptionalDouble missedShare() {
      return inNeed > 0
          ? java.util.OptionalDouble.of(missed / inNeed)
          : java.util.OptionalDouble.empty();
    }
  }

  public CapacityCurve {
    points = List.copyOf(points);
  }

  /// @param chances of the outcome, one per person, from people whom the model did not see
  /// @param outcomes whether it came about; null where not known
  /// @param weights inverse chances of being seen; what is not known weighs nothing
  /// @param groups by attribute, the group of each person, null where not known; from a file that no scorer reads
  /// @param shares of the people to look at, each above 0 and at most 1
  public static CapacityCurve of(double[] chances, @Nullable Boolean[] outcomes, double[] weights,
      Map<String, @Nullable String[]> groups, double... shares) {
    if (chances.length == 0 || outcomes.length != chances.length
        || weights.length != chances.length) {
      throw new IllegalArgumentException("expected as many chances, outcomes and weights, and one"
          + " at least; were " + chances.length + ", " + outcomes.length + " and "
          + weights.length);
    }
    groups.forEach((attribute, ofPeople) -> {
      if (ofPeople.length != chances.length) {
        throw new IllegalArgumentException(
            "expected a group or null of " + attribute + " for each of "
                + chances.length + " people, was " + ofPeople.length);
      }
    });
    int[] order = Ranking.order(chances);
    List<Point> points = new ArrayList<>();
    for (double share : shares) {
      if (!(share > 0 && share <= 1)) {
        throw new IllegalArgumentException("a share must be above 0 and at most 1, was " + share);
      }
      int places = (int) Math.max(1, Math.round(share * chances.length));
      double atMost = chances[order[chances.length - places]];
      points.add(point(share, atMost, chances, outcomes, weights, groups));
    }
    return new CapacityCurve(points);
  }

  private static Point point(double share, double atMost, double[] chances,
      @Nullable Boolean[] outcomes, double[] weights, Map<String, @Nullable String[]> groups) {
    Counting all = new Counting();
    Map<String, Counting> byGroup = new TreeMap<>();
    for (int i = 0; i < chances.length; i++) {
      boolean isInvited = chances[i] <= atMost;
      all.count(isInvited, outcomes[i], weights[i]);
      for (@Nullable
      String[] ofAttribute : groups.values()) {
        String group = ofAttribute[i];
        if (group != null) {
          byGroup.computeIfAbsent(group, g -> new Counting())
              .count(isInvited, outcomes[i], weights[i]);
        }
      }
    }
    Map<String, Tally> tallies = new TreeMap<>();
    byGroup.forEach((group, counting) -> tallies.put(group, counting.tally()));
    return new Point(share, atMost, all.tally(), tallies);
  }

  private static final class Counting {
    private int people;
    private int invited;
    private double inNeed;
    private double missed;
    private double needless;

    void count(boolean isInvited, @Nullable Boolean outcome, double weight) {
      people++;
      invited += isInvited ? 1 : 0;
      if (outcome != null && outcome) {
        needless += isInvited ? weight : 0;
      } else if (outcome != null) {
        inNeed += weight;
        missed += isInvited ? 0 : weight;
      }
    }

    Tally tally() {
      return new Tally(people, invited, inNeed, missed, needless);
    }
  }
}
