package org.metier.benchmarks.ltr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.metier.measure.Bootstrap;
import org.metier.measure.Interval;

/// Measures trainers by the same NDCG@10 on the same queries, on a test set and by cross-validation over the
/// queries of training and test set together.
///
/// Which of several splits of nearly the same gain a trainer takes decides more than what tells trainers apart:
/// on some hundred queries, two models of one trainer that differ in their seed alone differ by .02. So each
/// trains with several seeds, and a query counts with its mean over them.
final class ParityEvaluation {
  private final List<RankingTrainer> trainers;
  private final TrainingSettings settings;
  private final int folds;
  private final int seeds;

  /// @param trainers Metier first, with which the others are compared
  /// @param folds of the cross-validation, at least 2
  /// @param seeds that each trains with, and folds are drawn by, from that of the settings on
  ParityEvaluation(List<RankingTrainer> trainers, TrainingSettings settings, int folds,
      int seeds) {
    this.trainers = trainers;
    this.settings = settings;
    this.folds = folds;
    this.seeds = seeds;
  }

  ParityReport run(GradedLists train, GradedLists test, List<String> notes) {
    int features = Math.max(train.features(), test.features());
    GradedLists wideTrain = train.widened(features);
    GradedLists wideTest = test.widened(features);
    GradedLists all = GradedLists.joined(wideTrain, wideTest);
    List<ParityReport.Split> splits = List.of(
        split("test file, " + seeds + " seeds",
            trainers.stream().map(t -> onTest(t, wideTrain, wideTest)).toList()),
        split(folds + " folds, " + seeds + " seeds",
            trainers.stream().map(t -> crossValidated(t, all)).toList()));
    return new ParityReport(train.queries(), features, settings, splits, notes);
  }

  /// @param ndcg of each query, NaN where there is nothing to order
  private record Outcome(List<Double> ndcg, double seconds) {
    static Outcome of(double[] ndcg, double seconds) {
      return new Outcome(Arrays.stream(ndcg).boxed().toList(), seconds);
    }
  }

  private Outcome onTest(RankingTrainer trainer, GradedLists train, GradedLists test) {
    double[] ndcg = new double[test.queries()];
    double seconds = 0;
    for (int seed = 0; seed < seeds; seed++) {
      Outcome outcome = heldOut(trainer, train, test, seed);
      for (int query = 0; query < ndcg.length; query++) {
        ndcg[query] += outcome.ndcg().get(query) / seeds;
      }
      seconds += outcome.seconds();
    }
    return Outcome.of(ndcg, seconds);
  }

  private Outcome heldOut(RankingTrainer trainer, GradedLists train, GradedLists test, int seed) {
    TrainedScores trained = trainer.train(train, settings.withSeed(settings.seed() + seed));
    return Outcome.of(test.ndcgAt10(trained.scores().apply(test)), trained.seconds());
  }

  private Outcome crossValidated(RankingTrainer trainer, GradedLists all) {
    double[] ndcg = new double[all.queries()];
    double seconds = 0;
    for (int seed = 0; seed < seeds; seed++) {
      List<Integer> order = new ArrayList<>(IntStream.range(0, all.queries()).boxed().toList());
      Collections.shuffle(order, new Random(settings.seed() + seed));
      for (int fold = 0; fold < folds; fold++) {
        int heldOut = fold;
        List<Integer> in = IntStream.range(0, order.size())
            .filter(i -> i % folds == heldOut)
            .mapToObj(order::get)
            .sorted()
            .toList();
        List<Integer> out = order.stream().filter(q -> !in.contains(q)).sorted().toList();
        Outcome outcome = heldOut(trainer, all.select(out), all.select(in), seed);
        for (int i = 0; i < in.size(); i++) {
          ndcg[in.get(i)] += outcome.ndcg().get(i) / seeds;
        }
        seconds += outcome.seconds();
      }
    }
    return Outcome.of(ndcg, seconds);
  }

  private ParityReport.Split split(String name, List<Outcome> outcomes) {
    double[] own = known(outcomes.getFirst().ndcg());
    List<ParityReport.Row> rows = new ArrayList<>();
    for (int t = 0; t < trainers.size(); t++) {
      double[] other = known(outcomes.get(t).ndcg());
      double[] difference = new double[own.length];
      Arrays.setAll(difference, i -> own[i] - other[i]);
      Interval interval = interval(other);
      Interval paired = interval(difference);
      rows.add(new ParityReport.Row(trainers.get(t).name(), mean(other), interval.low(),
          interval.high(), mean(difference), paired.low(), paired.high(),
          outcomes.get(t).seconds()));
    }
    return new ParityReport.Split(name, own.length, rows);
  }

  private static double[] known(List<Double> ndcg) {
    return ndcg.stream().mapToDouble(Double::doubleValue).filter(n -> !Double.isNaN(n)).toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  private Interval interval(double[] values) {
    return Bootstrap.ofMean(values, settings.seed());
  }
}
