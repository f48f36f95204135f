package org.metier.allocation;

import java.util.Arrays;
import java.util.List;
import org.metier.measure.Gini;

/// How lists spread vacancies over people, and what that costs by the model's own scores.
///
/// Applications are expected ones, by [Examination]. What lists are worth by people's own grades is
/// [Grades#ndcg]. Immutable.
///
/// @param people with a list
/// @param emptyLists of these, people who are shown nothing
/// @param scoreKept mean over people of the discounted score of the list by that of the best list there is
///     for the person, each score above the person's weakest candidate: NDCG with scores for grades and a
///     linear gain. 0 to 1; 1 where all candidates score the same, and for an empty market
/// @param applications that all lists together bring about
/// @param gini of the applications of each vacancy: 0 all alike, near 1 few have all; 0 without vacancies
/// @param giniOfUse the same of applications by room, among vacancies with room
/// @param neverShown vacancies in no list
/// @param neverCandidates of these, vacancies that are nobody's candidate, which no order could show
/// @param overfull vacancies with more applications than room
/// @param beyondRoom share of all applications that go where there is no room left, 0 to 1
/// @param perPlace applications per open position, over vacancies with one at least
public record Spread(int people, int emptyLists, double scoreKept, double applications, double gini,
    double giniOfUse, int neverShown,
    int neverCandidates, int overfull, double beyondRoom, Quantiles perPlace) {

  /// Where values lie; all 0 when there are none. A quantile is a value that occurs: the one at rank
  /// `ceil(share * n)`.
  public record Quantiles(double tenth, double median, double ninetieth, double most) {
    static Quantiles of(double[] values) {
      double[] ascending = values.clone();
      Arrays.sort(ascending);
      return new Quantiles(at(ascending, 0.1), at(ascending, 0.5), at(ascending, 0.9),
          at(ascending, 1));
    }

    private static double at(double[] ascending, double share) {
      return ascending.length == 0
          ? 0
          : ascending[Math.max(0, (int) Math.ceil(share * ascending.length) - 1)];
    }
  }

  /// Of lists in a market. Time linear in candidates.
  ///
  /// @param lists one for each person of the market, by id, of its vacancies
  /// @throws IllegalArgumentException if lists are of other people or longer than examined
  public static Spread of(Market market, List<ShownList> lists, Examination examination) {
    if (lists.size() != market.people().size()) {
      throw new IllegalArgumentException("expected a list for each of " + market.people().size()
          + " people, were " + lists.size() + " lists");
    }
    double[] weights = examination.applicationsAt();
    double[] loads = new double[market.vacancies().size()];
    boolean[] isShown = new boolean[loads.length];
    double kept = 0;
    int empty = 0;
    for (int person = 0; person < lists.size(); person++) {
      ShownList list = lists.get(person);
      requireFits(market.people().get(person), list, weights.length);
      for (int position = 0; position < list.shown().size(); position++) {
        int vacancy = market.number(list.shown().get(position).vacancy());
        loads[vacancy] += weights[position];
        isShown[vacancy] = true;
      }
      kept += kept(market, person, list, weights);
      empty += list.shown().isEmpty() ? 1 : 0;
    }
    return of(market, lists.size(), empty, lists.isEmpty() ? 1 : kept / lists.size(), loads,
        isShown);
  }

  private static void requireFits(String person, ShownList list, int most) {
    if (!list.person().equals(person)) {
      throw new IllegalArgumentException("lists must be by id of the person, as the market's are");
    }
    if (list.shown().size() > most) {
      throw new IllegalArgumentException("a list must have at most " + most
          + " vacancies, as many as are examined, had " + list.shown().size());
    }
  }

  private static double kept(Market market, int person, ShownList list, double[] weights) {
    int start = market.start(person);
    int end = market.end(person);
    double least = end > start ? market.score(end - 1) : 0;
    double ideal = 0;
    for (int i = start; i < Math.min(end, start + weights.length); i++) {
      ideal += weights[i - start] * (market.score(i) - least);
    }
    double value = 0;
    for (int position = 0; position < list.shown().size(); position++) {
      value += weights[position] * (list.shown().get(position).score() - least);
    }
    return ideal == 0 ? 1 : value / ideal;
  }

  private static Spread of(Market market, int people, int empty, double kept, double[] loads,
      boolean[] isShown) {
    double[] use = new double[loads.length];
    double[] perPlace = new double[loads.length];
    int withRoom = 0;
    int withPlaces = 0;
    int never = 0;
    int overfull = 0;
    double beyond = 0;
    double all = 0;
    for (int vacancy = 0; vacancy < loads.length; vacancy++) {
      double load = loads[vacancy];
      double capacity = market.capacity(vacancy);
      if (capacity > 0) {
        use[withRoom++] = load / capacity;
      }
      if (market.places(vacancy) > 0) {
        perPlace[withPlaces++] = load / market.places(vacancy);
      }
      never += isShown[vacancy] ? 0 : 1;
      overfull += load > capacity ? 1 : 0;
      beyond += Math.max(0, load - capacity);
      all += load;
    }
    return new Spread(people, empty, kept, all, gini(loads), gini(Arrays.copyOf(use, withRoom)),
        never, unreachable(market), overfull, all == 0 ? 0 : beyond / all,
        Quantiles.of(Arrays.copyOf(perPlace, withPlaces)));
  }

  private static int unreachable(Market market) {
    boolean[] isCandidate = new boolean[market.vacancies().size()];
    for (int i = 0; i < market.candidateCount(); i++) {
      isCandidate[market.vacancy(i)] = true;
    }
    int unreachable = 0;
    for (boolean is : isCandidate) {
      unreachable += is ? 0 : 1;
    }
    return unreachable;
  }

  private static double gini(double[] values) {
    return values.length == 0 ? 0 : Gini.of(values);
  }
}
