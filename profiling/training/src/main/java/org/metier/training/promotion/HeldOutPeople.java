package org.metier.training.promotion;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.metier.match.model.RankerModel;

/// The people that rankers are compared on, and those that say what chance a score means. No person is among
/// both, and the ranker that is compared learnt from none of them. Immutable.
///
/// @param measured that the figures are of
/// @param calibrating that scores are turned into chances by; empty when calibration is not measured
public record HeldOutPeople(List<HeldOutPerson> measured, List<HeldOutPerson> calibrating) {
  public HeldOutPeople {
    measured = List.copyOf(measured);
    calibrating = List.copyOf(calibrating);
  }

  /// What one ranker reaches on the people that are measured: the means of [RankerComparison] by name, and
  /// `people`, how many of them have grades that differ.
  public Map<String, Double> measures(RankerModel model) {
    RankedPeople ranked = RankedPeople.of(model.aligned(), new HeldOutPeople(measured, List.of()));
    int[] informative = IntStream.range(0, measured.size())
        .filter(person -> measured.get(person).isInformative())
        .toArray();
    Map<String, Double> measures = new TreeMap<>();
    measures.put("people", (double) informative.length);
    if (informative.length > 0) {
      measures.put("ndcg@5", mean(informative, person -> ranked.ndcg(5, person)));
      measures.put("ndcg@10", mean(informative, person -> ranked.ndcg(10, person)));
      measures.put("map", mean(informative, ranked::averagePrecision));
      measures.put("mrr", mean(informative, ranked::reciprocalRank));
      measures.put("recall@10", mean(informative, ranked::recall));
    }
    return measures;
  }

  private static double mean(int[] people, IntToDoubleFunction measure) {
    return Arrays.stream(people).mapToDouble(measure).average().orElseThrow();
  }
}
