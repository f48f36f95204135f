package org.metier.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.metier.match.condition.Condition;
import org.metier.match.reason.Question;
import org.metier.match.reason.Reason;
import org.metier.match.reason.Topic;

/// Pairs in the order of their scores: scores all, hides, orders, and explains the best. Not thread-safe.
final class RankedPairs<K extends Comparable<? super K>> {
  /// Pairs whose features are at hand at once: 100 kB of them.
  private static final int BATCH = 256;
  /// Pairs that are explained together.
  private static final int EXPLAINED = 48;

  private final Pairs<K> pairs;
  private final Scoring scoring;
  private final Policy policy;
  private final Crowd crowd;
  private final ConditionChecks checks;
  private final double[] scores;
  /// Which conditions hide a pair; null for none.
  private final List<@Nullable Set<Condition>> hiding = new ArrayList<>();
  private final Map<Integer, Reason.Boost> boosts = new HashMap<>();
  private final Map<Integer, Reason.Crowding> crowded = new HashMap<>();

  RankedPairs(Pairs<K> pairs, Scoring scoring, Policy policy, Crowd crowd, ConditionChecks checks) {
    this.pairs = pairs;
    this.scoring = scoring;
    this.policy = policy;
    this.crowd = crowd;
    this.checks = checks;
    scores = new double[pairs.size()];
    double[] rows = new double[Math.min(BATCH, scores.length) * Scoring.FEATURES];
    for (int from = 0; from < scores.length; from += BATCH) {
      int count = Math.min(BATCH, scores.length - from);
      for (int i = 0; i < count; i++) {
        look(from + i, rows, i * Scoring.FEATURES);
      }
      scoring.score(rows, count, scores, from);
    }
    boosts.forEach((pair, boost) -> scores[pair] += boost.contribution());
    crowded.forEach((pair, crowding) -> scores[pair] += crowding.contribution());
  }

  private void look(int pair, double[] rows, int from) {
    pairs.features(pair, rows, from);
    if (!policy.boosts().isEmpty()) {
      policy.boost(pairs.row(), checks.taxonomy()).ifPresent(boost -> boosts.put(pair, boost));
    }
    if (!crowd.isEmpty()) {
      crowd.at(pairs.vacancyId(pair)).ifPresent(crowding -> crowded.put(pair, crowding));
    }
    Set<Condition> failed = checks.hiding(pairs.profile(pair), pairs.row(), rows, from);
    hiding.add(failed.isEmpty() ? null : failed);
  }

  /// @param isCapped whether the policy's cap holds
  /// @param asked whom to ask what is unknown
  Matches best(int limit, boolean isCapped, Question.Party asked, Explainer explainer) {
    List<EmployerOrder.Placed<Integer>> placed = placed(limit, isCapped ? policy.cap() : null);
    List<Match> matches = new ArrayList<>(placed.size());
    for (int from = 0; from < placed.size(); from += EXPLAINED) {
      explain(placed.subList(from, Math.min(from + EXPLAINED, placed.size())), explainer, matches);
    }
    List<Matches.Hidden> hidden = hidden();
    return new Matches(matches, hidden, Matches.count(hidden), questions(matches, asked), 0);
  }

  /// Of all that nothing hides, in the order of the pairs.
  List<ScoredVacancy> scores() {
    return Arrays.stream(which(false))
        .mapToObj(pair -> new ScoredVacancy(pairs.vacancyId(pair), scores[pair]))
        .toList();
  }

  /// What is no part of the model, in the order in which it was added to the score.
  private List<Reason> others(int pair, Reason.@Nullable EmployerCap cap) {
    return Stream.<@Nullable Reason>of(boosts.get(pair), crowded.get(pair), cap)
        .filter(Objects::nonNull)
        .toList();
  }

  private void explain(List<EmployerOrder.Placed<Integer>> placed, Explainer explainer,
      List<Match> matches) {
    double[] rows = new double[placed.size() * Scoring.FEATURES];
    for (int i = 0; i < placed.size(); i++) {
      pairs.features(placed.get(i).candidate(), rows, i * Scoring.FEATURES);
    }
    Explainer.Numbers numbers = explainer.numbers(rows, scoring.explain(rows, placed.size()));
    for (int i = 0; i < placed.size(); i++) {
      int pair = placed.get(i).candidate();
      matches.add(explainer.explain(pairs, pair, numbers, i, checks,
          others(pair, placed.get(i).capped())));
    }
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
        .sorted(Knowledge.MOST_FIRST)
        .limit(Matches.MAX_QUESTIONS)
        .toList();
  }
}
