package org.metier.benchmarks.ltr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.metier.benchmarks.measures.Bootstrap;

/// Measures trainers by the same NDCG@10 on the same queries, on a test set and by cross-validation over the
/// queries of training and test set together.
final class ParityEvaluation {
  private final List<RankingTrainer> trainers;
  private final TrainingSettings settings;
  private final int folds;
  private final int repeats;

  /// @param trainers Metier first, with which the others are compared
  /// @param folds of the cross-validation, at least 2
  /// @param repeats of the cross-validation, with other folds each time; a query counts with its mean over them
  ParityEvaluation(List<RankingTrainer> trainers, TrainingSettings settings, int folds,
      int repeats) {
    this.trainers = trainers;
    this.settings = settings;
    this.folds = folds;
    this.repeats = repeats;
  }

  ParityReport run(GradedLists train, GradedLists test, List<String> notes) {
    int features = Math.max(train.features(), test.features());
    GradedLists wideTrain = train.widened(features);
    GradedLists wideTest = test.widened(features);
    GradedLists all = GradedLists.joined(wideTrain, wideTest);
    List<ParityReport.Split> splits = List.of(
        split("test file", trainers.stream().map(t -> heldOut(t, wideTrain, wideTest)).toList()),
        split(folds + " folds, " + repeats + " times",
            trainers.stream().map(t -> crossValidated(t, all)).toList()));
    return new ParityReport(train.queries(), features, settings, splits, notes);
  }

  /// @param ndcg of each query, NaN where there is nothing to order
  private record Outcome(double[] ndcg, double seconds) {}

  private Outcome heldOut(RankingTrainer trainer, GradedLists train, GradedLists test) {
    TrainedScores trained = trainer.train(train, settings);
    return new Outcome(test.ndcgAt10(trained.scores().apply(test)), trained.seconds());
  }

  private Outcome crossValidated(RankingTrainer trainer, GradedLists all) {
    double[] ndcg = new double[all.queries()];
    double seconds = 0;
    for (int repeat = 0; repeat < repeats; repeat++) {
      List<Integer> order = new ArrayList<>(IntStream.range(0, all.queries()).boxed().toList());
      Collections.shuffle(order, new Random(settings.seed() + repeat));
      for (int fold = 0; fold < folds; fold++) {
        int heldOut = fold;
        List<Integer> in = IntStream.range(0, order.size())
            .filter(i -> i % folds == heldOut)
            .mapToObj(order::get)
            .sorted()
            .toList();
        List<Integer> out = order.stream().filter(q -> !in.contains(q)).sorted().toList();
        Outcome outcome = heldOut(trainer, all.select(out), all.select(in));
        for (int i = 0; i < in.size(); i++) {
          ndcg[in.get(i)] += outcome.ndcg()[i] / repeats;
        }
        seconds += outcome.seconds();
      }
    }
    return new Outcome(ndcg, seconds);
  }

  private ParityReport.Split split(String name, List<Outcome> outcomes) {
    double[] own = known(outcomes.getFirst().ndcg());
    List<ParityReport.Row> rows = new ArrayList<>();
    for (int t = 0; t < trainers.size(); t++) {
      double[] other = known(outcomes.get(t).ndcg());
      double[] difference = new double[own.length];
      Arrays.setAll(difference, i -> own[i] - other[i]);
      Bootstrap.Interval interval = interval(other);
      Bootstrap.Interval paired = interval(difference);
      rows.add(new ParityReport.Row(trainers.get(t).name(), mean(other), interval.low(),
          interval.high(), mean(difference), paired.low(), paired.high(),
          outcomes.get(t).seconds()));
    }
    return new ParityReport.Split(name, own.length, rows);
  }

  private static double[] known(double[] ndcg) {
    return Arrays.stream(ndcg).filter(n -> !Double.isNaN(n)).toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  private Bootstrap.Interval interval(double[] values) {
    return Bootstrap.ofMean(values, IntStream.range(0, values.length).toArray(), settings.seed());
  }
}
