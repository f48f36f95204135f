package org.metier.training.promotion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.metier.measure.Bootstrap;
import org.metier.measure.Interval;
import org.metier.training.judgment.PeopleGroups;

/// How much better one group of people is served than another: NDCG@10 of the best-served group less that of the
/// worst-served. Groups of fewer than [#MIN_PEOPLE] people are not measured, for chance and for privacy; they are
/// counted.
///
/// @param attribute such as `sex`
/// @param groups that were measured, by name
/// @param tooSmall people in groups that are too small to measure
/// @param candidate gap of the candidate, 0 to 1; 0 with fewer than two groups
/// @param rise of the gap over that of the ranker in service
/// @param riseInterval of the rise, by bootstrap over people
public record GroupGap(String attribute, List<Group> groups, int tooSmall, double candidate,
    double inService, double rise, Interval riseInterval) {
  /// The fewest people of whom a mean is told.
  public static final int MIN_PEOPLE = 20;

  private static final long SEED = 1;
  private static final int DEPTH = 10;

  public GroupGap {
    groups = List.copyOf(groups);
  }

  /// @param candidate mean NDCG@10
  /// @param interval of it
  /// @param inService the same of the ranker in service
  public record Group(String name, int people, double candidate, Interval interval,
      double inService) {}

  static List<GroupGap> all(List<HeldOutPerson> people, int[] informative, RankedPeople candidate,
      RankedPeople inService, PeopleGroups groups) {
    double[] first = RankedPeople.each(informative, p -> candidate.ndcg(DEPTH, p));
    double[] second = RankedPeople.each(informative, p -> inService.ndcg(DEPTH, p));
    List<GroupGap> gaps = new ArrayList<>();
    groups.groupOf()
        .forEach((attribute, groupOf) -> {
          SortedMap<String, List<Integer>> members = new TreeMap<>();
          for (int i = 0; i < informative.length; i++) {
            String group = groupOf.get(people.get(informative[i]).id());
            if (group != null) {
              members.computeIfAbsent(group, g -> new ArrayList<>()).add(i);
            }
          }
          gaps.add(of(attribute, members, first, second));
        });
    return gaps;
  }

  private static GroupGap of(String attribute, SortedMap<String, List<Integer>> members,
      double[] first, double[] second) {
    int tooSmall = members.values()
        .stream()
        .mapToInt(List::size)
        .filter(size -> size < MIN_PEOPLE)
        .sum();
    members.values().removeIf(group -> group.size() < MIN_PEOPLE);
    int[] groupOf = new int[first.length];
    Arrays.fill(groupOf, -1);
    List<Group> groups = new ArrayList<>();
    for (Map.Entry<String, List<Integer>> group : members.entrySet()) {
      group.getValue().forEach(i -> groupOf[i] = groups.size());
      double[] own = group.getValue().stream().mapToDouble(i -> first[i]).toArray();
      groups.add(new Group(group.getKey(), own.length, Arrays.stream(own).average().orElseThrow(),
          Bootstrap.ofMean(own, SEED),
          group.getValue().stream().mapToDouble(i -> second[i]).average().orElseThrow()));
    }
    if (groups.size() < 2) {
      return new GroupGap(attribute, groups, tooSmall, 0, 0, 0, new Interval(0, 0));
    }
    int[] every = IntStream.range(0, first.length).toArray();
    double ofCandidate = gap(every, first, groupOf, groups.size());
    double ofService = gap(every, second, groupOf, groups.size());
    return new GroupGap(attribute, groups, tooSmall, ofCandidate, ofService,
        ofCandidate - ofService, Bootstrap.of(first.length, SEED,
            drawn -> gap(drawn, first, groupOf, groups.size())
                - gap(drawn, second, groupOf, groups.size())));
  }

  private static double gap(int[] drawn, double[] values, int[] groupOf, int groups) {
    double[] sums = new double[groups];
    int[] counts = new int[groups];
    for (int i : drawn) {
      if (groupOf[i] >= 0) {
        sums[groupOf[i]] += values[i];
        counts[groupOf[i]]++;
      }
    }
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int group = 0; group < groups; group++) {
      if (counts[group] > 0) {
        low = Math.min(low, sums[group] / counts[group]);
        high = Math.max(high, sums[group] / counts[group]);
      }
    }
    return high < low ? 0 : high - low;
  }
}
