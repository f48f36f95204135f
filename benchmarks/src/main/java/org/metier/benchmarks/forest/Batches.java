package org.metier.benchmarks.forest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.metier.rank.Forest;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// A forest, and at least 8,000 rows cut into batches that take turns: one repeated batch would let the
/// branch predictor learn it.
@State(Scope.Benchmark)
public class Batches {
  private static final int ROWS = 8_000;

  @Param({"300", "1000"})
  int trees;

  @Param({"32", "64"})
  int leaves;

  @Param({"40", "136"})
  int features;

  @Param({"1", "10", "100", "1000"})
  int batch;

  Forest forest = Forest.of(1, 0, List.of());
  private final List<double[]> batches = new ArrayList<>();
  private final List<float[]> floats = new ArrayList<>();
  private int next;

  @Setup
  public void generate() {
    var generated = new GeneratedForest(42, features);
    forest = generated.forest(trees, leaves);
    int count = ROWS / batch;
    for (int b = 0; b < count; b++) {
      double[] rows = generated.rows(batch);
      batches.add(rows);
      float[] narrow = new float[rows.length];
      for (int i = 0; i < rows.length; i++) {
        narrow[i] = (float) rows[i];
      }
      floats.add(narrow);
    }
  }

  double[] next() {
    next = next + 1 < batches.size() ? next + 1 : 0;
    return batches.get(next);
  }

  float[] nextFloats() {
    next = next + 1 < floats.size() ? next + 1 : 0;
    return floats.get(next);
  }

  /// Scores some rows by an engine and by a walk through node objects.
  ///
  /// @param engine from a batch, and the same as floats
  /// @throws IllegalStateException if they differ by more than the tolerance
  void requireScores(Engine engine, double tolerance) throws Exception {
    var objects = new ObjectTrees(forest);
    for (int b = 0; b < Math.min(batches.size(), 200); b++) {
      double[] rows = batches.get(b);
      double[] scores = engine.score(rows, floats.get(b));
      for (int r = 0; r < batch; r++) {
        double expected = objects.score(rows, r * features);
        if (!(Math.abs(scores[r] - expected) <= tolerance)) {
          throw new IllegalStateException("the engines disagree on row " + r + " of batch " + b
              + ": " + expected + " by node objects, " + scores[r] + " by the other, features "
              + Arrays.toString(Arrays.copyOfRange(rows, r * features, (r + 1) * features)));
        }
      }
    }
  }

  /// What [#requireScores] compares.
  interface Engine {
    double[] score(double[] rows, float[] asFloats) throws Exception;
  }
}
