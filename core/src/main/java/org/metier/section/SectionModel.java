package org.metier.section;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.metier.home.Home;
import org.metier.home.LearnedPart;

/// A linear chain over the lines of a CV: each line scores for each [SectionLabel] the sum of the weights of
/// its features, each pair of labels in a row the weight of the step, and the best sequence is found as
/// Viterbi did (IEEE Transactions on Information Theory 13, 1967). Weights are whole numbers of -127 to 127, so
/// that sums are exact and equal on every machine.
///
/// Immutable and thread-safe. A line costs its some forty features and 576 steps: about 20 microseconds.
public final class SectionModel {
  private static final long SURE = 100;

  private final byte[][] rows;
  private final int[][] steps;

  /// @param rows weights by feature and label; features without a row weigh nothing
  /// @param steps weights by label and label that follows; the last row is for the first line
  public SectionModel(Map<Integer, byte[]> rows, int[][] steps) {
    this.rows = new byte[LineFeatures.BUCKETS][];
    rows.forEach((feature, weights) -> {
      if (weights.length != SectionLabel.COUNT) {
        throw new IllegalArgumentException("a feature must have " + SectionLabel.COUNT
            + " weights, had " + weights.length);
      }
      this.rows[feature] = weights.clone();
    });
    if (steps.length != SectionLabel.COUNT + 1) {
      throw new IllegalArgumentException("steps must have " + (SectionLabel.COUNT + 1)
          + " rows, had " + steps.length);
    }
    this.steps = Arrays.stream(steps).map(int[]::clone).toArray(int[][]::new);
  }

  /// The weights of features that have any, by their number.
  Map<Integer, byte[]> rows() {
    Map<Integer, byte[]> used = new TreeMap<>();
    for (int feature = 0; feature < rows.length; feature++) {
      if (rows[feature] != null) {
        used.put(feature, rows[feature].clone());
      }
    }
    return used;
  }

  int[][] steps() {
    return Arrays.stream(steps).map(int[]::clone).toArray(int[][]::new);
  }

  /// The likeliest label of a line.
  ///
  /// @param margin by how much the best sequence with this answer to "is it a heading?" beats the best one
  ///     with the other, in weights; 0 or more, and very large for lines whose label was known
  public record Told(SectionLabel label, long margin) {
    /// Whether the answer can be trusted: measured on headings and lines that the model had not learnt.
    public boolean isSure() {
      return margin >= SURE;
    }
  }

  /// The likeliest labels of lines.
  ///
  /// @param lines in order, none blank
  /// @param known the label of a line that is sure, by its index; null where none is
  public List<Told> labels(List<String> lines, IntFunction<@Nullable SectionLabel> known) {
    List<int[]> features = LineFeatures.of(lines);
    int[][] scores = new int[lines.size()][];
    for (int i = 0; i < scores.length; i++) {
      SectionLabel label = known.apply(i);
      scores[i] = label == null ? scores(features.get(i)) : only(label);
    }
    int[] best = best(scores, steps);
    long[][] through = through(scores);
    List<Told> told = new ArrayList<>();
    for (int i = 0; i < best.length; i++) {
      SectionLabel label = SectionLabel.of(best[i]);
      long other = Long.MIN_VALUE / 2;
      for (int l = label.isHeading() ? 0 : 1; l < SectionLabel.COUNT; l += 2) {
        other = Math.max(other, through[i][l]);
      }
      told.add(new Told(label, through[i][best[i]] - other));
    }
    return List.copyOf(told);
  }

  /// The sum of the best sequence through each label of each line.
  private long[][] through(int[][] scores) {
    int labels = SectionLabel.COUNT;
    long[][] sums = new long[scores.length][labels];
    for (int i = 0; i < scores.length; i++) {
      for (int label = 0; label < labels; label++) {
        long best = i == 0 ? steps[labels][label] : Long.MIN_VALUE;
        for (int before = 0; i > 0 && before < labels; before++) {
          best = Math.max(best, sums[i - 1][before] + steps[before][label]);
        }
        sums[i][label] = best + scores[i][label];
      }
    }
    long[] after = new long[labels];
    for (int i = scores.length - 1; i >= 0; i--) {
      long[] here = new long[labels];
      for (int label = 0; label < labels; label++) {
        long best = i + 1 == scores.length ? 0 : Long.MIN_VALUE;
        for (int next = 0; i + 1 < scores.length && next < labels; next++) {
          best = Math.max(best, steps[label][next] + scores[i + 1][next] + after[next]);
        }
        here[label] = best;
        sums[i][label] += best;
      }
      after = here;
    }
    return sums;
  }

  private int[] scores(int[] features) {
    int[] scores = new int[SectionLabel.COUNT];
    for (int feature : features) {
      byte[] weights = rows[feature];
      if (weights != null) {
        for (int label = 0; label < scores.length; label++) {
          scores[label] += weights[label];
        }
      }
    }
    return scores;
  }

  private static int[] only(SectionLabel known) {
    int[] scores = new int[SectionLabel.COUNT];
    Arrays.fill(scores, Integer.MIN_VALUE / 4);
    scores[known.number()] = 0;
    return scores;
  }

  /// The sequence with the highest sum of scores and steps; of several the one with the lowest labels last.
  ///
  /// @param scores by line and label
  /// @param steps by label and next label, the last row for the first line
  public static int[] best(int[][] scores, int[][] steps) {
    int length = scores.length;
    int[] path = new int[length];
    if (length == 0) {
      return path;
    }
    int labels = scores[0].length;
    int[][] from = new int[length][labels];
    long[] sums = new long[labels];
    for (int label = 0; label < labels; label++) {
      sums[label] = (long) scores[0][label] + steps[labels][label];
    }
    for (int i = 1; i < length; i++) {
      long[] next = new long[labels];
      for (int label = 0; label < labels; label++) {
        int best = 0;
        for (int before = 1; before < labels; before++) {
          if (sums[before] + steps[before][label] > sums[best] + steps[best][label]) {
            best = before;
          }
        }
        from[i][label] = best;
        next[label] = sums[best] + steps[best][label] + scores[i][label];
      }
      sums = next;
    }
    for (int label = 1; label < labels; label++) {
      path[length - 1] = sums[label] > sums[path[length - 1]] ? label : path[length - 1];
    }
    for (int i = length - 1; i > 0; i--) {
      path[i - 1] = from[i][path[i]];
    }
    return path;
  }

  /// The model that ships with Metier, read once.
  public static SectionModel standard() {
    return Standard.MODEL;
  }

  /// The model in service in a home, or the one that ships with Metier where none was installed.
  ///
  /// @throws SectionModelException if the home's model cannot be used
  public static SectionModel of(Home home) {
    return home.model(LearnedPart.SECTIONS)
        .inService(SectionModelFile::read, SectionModel::standard);
  }

  private static final class Standard {
    static final SectionModel MODEL = SectionModelFile.ofMetier();
  }
}
