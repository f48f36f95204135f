package org.metier.benchmarks.skills;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.metier.benchmarks.skills.Section.Figure;
import org.metier.measure.Bootstrap;
import org.metier.measure.Interval;
import org.metier.measure.RPrecision;
import org.metier.measure.ReciprocalRank;

/// What one system answered to one question.
///
/// @param group questions of one group are no independent evidence
/// @param ranks of the right skills that were ranked, from 1, ascending
/// @param right how many right ones there are
@SuppressWarnings("ArrayRecordComponent") // never compared
record Ranked(int group, int[] ranks, int right) {
  private static final long SEED = 1;

  static Ranked of(int group, List<Integer> ranking, Set<Integer> gold) {
    List<Integer> ranks = new ArrayList<>();
    for (int i = 0; i < ranking.size(); i++) {
      if (gold.contains(ranking.get(i))) {
        ranks.add(i + 1);
      }
    }
    return new Ranked(group, ranks.stream().mapToInt(Integer::intValue).toArray(), gold.size());
  }

  private double reciprocal() {
    return ReciprocalRank.mean(ranks.length == 0 ? 0 : ranks[0]);
  }

  private double within(int k) {
    return (double) Arrays.stream(ranks).filter(rank -> rank <= k).count() / right;
  }

  /// The columns of a table of rankings.
  static Map<String, Figure> figures(List<Ranked> answers) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    figures.put("MRR", mean(answers, Ranked::reciprocal));
    for (int k : new int[]{1, 5, 10}) {
      figures.put("RP@" + k, mean(answers, a -> RPrecision.at(k, a.ranks, a.right)));
    }
    figures.put("recall@50", mean(answers, a -> a.within(50)));
    return figures;
  }

  private static Figure mean(List<Ranked> answers, ToDoubleFunction<Ranked> measure) {
    double[] values = answers.stream().mapToDouble(measure).toArray();
    int[] groups = answers.stream().mapToInt(Ranked::group).toArray();
    if (values.length == 0) {
      return Figure.of(0);
    }
    Interval interval = Bootstrap.ofMean(values, groups, SEED);
    return new Figure(Arrays.stream(values).average().orElse(0), interval.low(), interval.high());
  }
}
