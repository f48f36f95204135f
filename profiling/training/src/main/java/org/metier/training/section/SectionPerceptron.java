package org.metier.training.section;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.metier.section.LineFeatures;
import org.metier.section.SectionLabel;
import org.metier.section.SectionModel;
import org.metier.training.internal.Dice;

/// Fits a chain of lines by the averaged structured perceptron (Collins, "Discriminative Training Methods for
/// Hidden Markov Models", EMNLP 2002). Not thread-safe; memory is two whole numbers for each feature seen and
/// label.
final class SectionPerceptron {
  private static final int LABELS = SectionLabel.COUNT;
  /// A feature none of whose weights is larger is left out.
  private static final int LEAST_WEIGHT = 2;
  private static final double HIDDEN = 0.3;
  private static final int MAX_WEIGHT = 127;

  private final Map<Integer, long[]> rows = new HashMap<>();
  private final int[][] steps = new int[LABELS + 1][LABELS];
  private final long[][] stepSums = new long[LABELS + 1][LABELS];
  private long time = 1;

  /// A row holds weights, then their sums over time.
  private long[] row(int feature) {
    return rows.computeIfAbsent(feature, f -> new long[2 * LABELS]);
  }

  /// Learns from CVs so many times in an order drawn anew each time.
  SectionModel fit(List<LabelledCv> cvs, int rounds, Dice dice) {
    List<Example> examples = new ArrayList<>();
    cvs.forEach(cv -> examples.add(new Example(LineFeatures.of(cv.texts()), cv.labels())));
    for (int round = 0; round < rounds; round++) {
      for (Example example : dice.shuffled(examples)) {
        learn(example, dice);
      }
    }
    return averaged();
  }

  private static final class Example {
    final List<int[]> features;
    final int[] labels;

    Example(List<int[]> features, int[] labels) {
      this.features = features;
      this.labels = labels;
    }
  }

  /// Some features are hidden each time, another lot each time, so that none is leant on alone (Srivastava et
  /// al., "Dropout", JMLR 15, 2014).
  private void learn(Example example, Dice dice) {
    List<int[]> features = new ArrayList<>();
    for (int[] line : example.features) {
      features.add(Arrays.stream(line).filter(feature -> !dice.chance(HIDDEN)).toArray());
    }
    int[] right = example.labels;
    int[][] scores = new int[right.length][LABELS];
    for (int i = 0; i < right.length; i++) {
      for (int feature : features.get(i)) {
        long[] row = rows.get(feature);
        if (row != null) {
          for (int label = 0; label < LABELS; label++) {
            scores[i][label] += (int) row[label];
          }
        }
      }
    }
    int[] told = SectionModel.best(scores, steps);
    for (int i = 0; i < right.length; i++) {
      if (told[i] != right[i]) {
        for (int feature : features.get(i)) {
          add(row(feature), right[i], 1);
          add(row(feature), told[i], -1);
        }
      }
      int before = i == 0 ? LABELS : right[i - 1];
      int toldBefore = i == 0 ? LABELS : told[i - 1];
      if (before != toldBefore || told[i] != right[i]) {
        addStep(before, right[i], 1);
        addStep(toldBefore, told[i], -1);
      }
    }
    time++;
  }

  private void add(long[] row, int label, int by) {
    row[label] += by;
    row[LABELS + label] += time * by;
  }

  private void addStep(int from, int to, int by) {
    steps[from][to] += by;
    stepSums[from][to] += time * by;
  }

  /// Averages, brought to whole numbers of -127 to 127 by one factor.
  private SectionModel averaged() {
    double largest = 1e-9;
    for (long[] row : rows.values()) {
      for (int label = 0; label < LABELS; label++) {
        largest = Math.max(largest, Math.abs(average(row[label], row[LABELS + label])));
      }
    }
    double factor = MAX_WEIGHT / largest;
    Map<Integer, byte[]> weights = new TreeMap<>();
    rows.forEach((feature, row) -> {
      byte[] rounded = new byte[LABELS];
      boolean isAny = false;
      for (int label = 0; label < LABELS; label++) {
        rounded[label] = (byte) Math.rint(factor * average(row[label], row[LABELS + label]));
        isAny |= Math.abs(rounded[label]) >= LEAST_WEIGHT;
      }
      if (isAny) {
        weights.put(feature, rounded);
      }
    });
    int[][] rounded = new int[LABELS + 1][LABELS];
    for (int from = 0; from <= LABELS; from++) {
      for (int to = 0; to < LABELS; to++) {
        rounded[from][to] = (int) Math.rint(factor * average(steps[from][to], stepSums[from][to]));
      }
    }
    return new SectionModel(weights, rounded);
  }

  private double average(long weight, long sum) {
    return weight - (double) sum / time;
  }
}
