package org.metier.benchmarks.ltr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Trains everybody on the same generated lists, several times in changing order.
final class SpeedEvaluation {
  private static final int HELD_OUT_ROWS = 30_000;
  private static final long HELD_OUT_SEED = 7_919;

  private final List<RankingTrainer> trainers;
  private final TrainingSettings settings;
  private final int rounds;

  SpeedEvaluation(List<RankingTrainer> trainers, TrainingSettings settings, int rounds) {
    this.trainers = trainers;
    this.settings = settings;
    this.rounds = rounds;
  }

  SpeedReport run(int rows, int features, List<String> notes) {
    GradedLists train = GeneratedLists.of(rows, features, settings.seed());
    GradedLists test = GeneratedLists.of(HELD_OUT_ROWS, features,
        settings.seed() + HELD_OUT_SEED);
    double[][] seconds = new double[trainers.size()][rounds];
    double[] ndcg = new double[trainers.size()];
    for (int round = 0; round < rounds; round++) {
      for (int turn = 0; turn < trainers.size(); turn++) {
        int t = (turn + round) % trainers.size();
        TrainedScores trained = trainers.get(t).train(train, settings);
        seconds[t][round] = trained.seconds();
        ndcg[t] = Arrays.stream(test.ndcgAt10(trained.scores().apply(test)))
            .filter(n -> !Double.isNaN(n))
            .average()
            .orElse(Double.NaN);
      }
    }
    int reference = IntStream.range(0, trainers.size())
        .filter(t -> trainers.get(t) instanceof LightGbmTrainer)
        .findFirst()
        .orElse(-1);
    List<SpeedReport.Row> table = new ArrayList<>();
    for (int t = 0; t < trainers.size(); t++) {
      Double ratio = reference < 0 ? null : ratio(seconds[t], seconds[reference]);
      table.add(new SpeedReport.Row(trainers.get(t).name(),
          Arrays.stream(seconds[t]).boxed().toList(), warmMedian(seconds[t]), ratio,
          ndcg[t]));
    }
    return new SpeedReport(rows, features, test.queries(), settings, table, notes);
  }

  private static double ratio(double[] seconds, double[] reference) {
    double[] ratios = new double[seconds.length];
    Arrays.setAll(ratios, round -> seconds[round] / reference[round]);
    return warmMedian(ratios);
  }

  /// Without the first round, if there are others.
  static double warmMedian(double[] ofRounds) {
    double[] warm = Arrays.copyOfRange(ofRounds, ofRounds.length > 1 ? 1 : 0, ofRounds.length);
    Arrays.sort(warm);
    return (warm[(warm.length - 1) / 2] + warm[warm.length / 2]) / 2;
  }
}
