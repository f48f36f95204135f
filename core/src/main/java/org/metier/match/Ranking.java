package org.metier.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.metier.rank.Forest;

/// One ranking of pairs: scores all, hides, orders, and explains the best. Not thread-safe.
final class Ranking<K extends Comparable<? super K>> {
  private static final int FEATURES = Feature.values().length;

  private final Pairs<K> pairs;
  private final Policy policy;
  private final ConditionChecks checks;
  private final double[] scores;
  /// Which conditions hide a pair; null for none.
  private final List<@Nullable Set<Condition>> hiding = new ArrayList<>();
  private final Map<Integer, Reason.Boost> boosts = new HashMap<>();

  Ranking(Pairs<K> pairs, Forest forest, Policy policy, ConditionChecks checks) {
    this.pairs = pairs;
    this.policy = policy;
    this.checks = checks;
    scores = new double[pairs.size()];
    double[] features = new double[FEATURES];
    for (int pair = 0; pair < scores.length; pair++) {
      Comparison facts = pairs.compare(pair);
      Comparer.fill(facts, features, 0);
      scores[pair] = forest.score(features) + boost(pair);
      Set<Condition> failed = checks.hiding(pairs.profile(pair), pairs.row(), facts);
      hiding.add(failed.isEmpty() ? null : failed);
    }
  }

  private double boost(int pair) {
    Reason.Boost boost = policy.boosts().isEmpty()
        ? null
        : policy.boost(pairs.row(), checks.taxonomy()).orElse(null);
    if (boost == null) {
      return 0;
    }
    boosts.put(pair, boost);
    return boost.contribution();
  }

  /// @param isCapped whether the policy's cap holds
  /// @param asked whom to ask what is unknown
  Matches best(int limit, boolean isCapped, Question.Party asked, Explainer explainer) {
    List<Match> matches = new ArrayList<>();
    for (EmployerOrder.Placed<Integer> placed : placed(limit, isCapped ? policy.cap() : null)) {
      int pair = placed.candidate();
      matches.add(explainer.explain(pairs.facts(pair), checks, boosts.get(pair), placed.capped()));
    }
    List<Matches.Hidden> hidden = hidden();
    return new Matches(matches, hidden, Matches.count(hidden), questions(matches, asked));
  }

  private List<EmployerOrder.Placed<Integer>> placed(int limit, Policy.@Nullable EmployerCap cap) {
    int[] shown = which(false);
    int[] best = sorted(shown, cap == null ? limit : shown.length);
    List<Integer> inOrder = Arrays.stream(best).boxed().toList();
    return cap == null
        ? inOrder.stream().map(pair -> new EmployerOrder.Placed<>(pair, null)).toList()
        : EmployerOrder.order(inOrder, cap, pair -> pairs.vacancy(pair).employer(), limit);
  }

  private List<Matches.Hidden> hidden() {
    int[] pairsHidden = which(true);
    List<Matches.Hidden> hidden = new ArrayList<>();
    for (int pair : sorted(pairsHidden, pairsHidden.length)) {
      Set<Condition> failed = hiding.get(pair);
      hidden.add(new Matches.Hidden(pairs.profile(pair).id(), pairs.vacancyId(pair), scores[pair],
          failed == null ? Set.of() : failed));
    }
    return hidden;
  }

  private int[] which(boolean isHidden) {
    int[] which = new int[scores.length];
    int count = 0;
    for (int pair = 0; pair < scores.length; pair++) {
      if ((hiding.get(pair) != null) == isHidden) {
        which[count++] = pair;
      }
    }
    return Arrays.copyOf(which, count);
  }

  /// The best of some pairs, best first.
  private int[] sorted(int[] some, int limit) {
    double[] theirs = Arrays.stream(some).mapToDouble(pair -> scores[pair]).toArray();
    int[] best = Best.of(theirs, limit, i -> pairs.key(some[i]));
    return Arrays.stream(best).map(i -> some[i]).toArray();
  }

  private static List<Question> questions(List<Match> matches, Question.Party asked) {
    Map<Topic, Double> reach = new EnumMap<>(Topic.class);
    for (Match match : matches) {
      for (Question question : match.questions()) {
        if (question.asked() == asked) {
          reach.merge(question.topic(), question.reach() / matches.size(), Double::sum);
        }
      }
    }
    return reach.entrySet()
        .stream()
        .map(e -> new Question(e.getKey(), asked, e.getValue()))
        .sorted(Question.MOST_FIRST)
        .limit(Matches.MAX_QUESTIONS)
        .toList();
  }
}
