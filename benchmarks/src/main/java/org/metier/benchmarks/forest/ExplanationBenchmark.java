package org.metier.benchmarks.forest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.jspecify.annotations.Nullable;
import org.metier.rank.Contributions;
import org.metier.rank.Forest;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// The time to explain the twenty rows that somebody looks at: together, one by one, and by XGBoost's
/// path-dependent TreeSHAP over the same trees and covers, by one thread. Both have to give the same values
/// before, as far as floats can.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = {"-Xms1g", "-Xmx1g", "--enable-native-access=ALL-UNNAMED"})
public class ExplanationBenchmark {
  private static final int ROWS = 20;
  private static final int LISTS = 100;

  @Param({"300"})
  int trees;

  @Param({"32", "64"})
  int leaves;

  @Param({"40"})
  int features;

  private Forest forest = Forest.of(1, 0, List.of());
  private final List<double[]> lists = new ArrayList<>();
  private final List<DMatrix> matrices = new ArrayList<>();
  private @Nullable Booster booster;
  private int next;

  @Setup
  public void generate() throws Exception {
    var generated = new GeneratedForest(42, features);
    forest = generated.forest(trees, leaves);
    booster = XGBoost.loadModel(XgboostJson.write(forest).getBytes(StandardCharsets.UTF_8));
    booster.setParams(Map.of("nthread", 1));
    for (int l = 0; l < LISTS; l++) {
      double[] rows = generated.rows(ROWS);
      lists.add(rows);
      float[] narrow = new float[rows.length];
      for (int i = 0; i < rows.length; i++) {
        narrow[i] = (float) rows[i];
      }
      matrices.add(new DMatrix(narrow, ROWS, features, Float.NaN));
    }
    requireSameValues();
  }

  private void requireSameValues() throws Exception {
    List<Contributions> ours = forest.explain(lists.getFirst(), ROWS);
    float[][] theirs = contributions(matrices.getFirst());
    for (int r = 0; r < ROWS; r++) {
      if (!(Math.abs(ours.get(r).residual()) < 1e-9)) {
        throw new IllegalStateException("the contributions of row " + r + " do not add up");
      }
      for (int f = 0; f < features; f++) {
        if (!(Math.abs(ours.get(r).value(f) - theirs[r][f]) < 1e-3)) {
          throw new IllegalStateException("feature " + f + " of row " + r + " has "
              + ours.get(r).value(f) + " by Metier and " + theirs[r][f] + " by XGBoost");
        }
      }
    }
  }

  @TearDown
  public void close() {
    matrices.forEach(DMatrix::dispose);
    if (booster != null) {
      booster.dispose();
    }
  }

  private int next() {
    next = (next + 1) % LISTS;
    return next;
  }

  @Benchmark
  public List<Contributions> together() {
    return forest.explain(lists.get(next()), ROWS);
  }

  @Benchmark
  public List<Contributions> oneByOne() {
    double[] rows = lists.get(next());
    List<Contributions> explained = new ArrayList<>();
    for (int r = 0; r < ROWS; r++) {
      explained.add(forest.explain(Arrays.copyOfRange(rows, r * features, (r + 1) * features)));
    }
    return explained;
  }

  @Benchmark
  public float[][] xgboost() throws Exception {
    return contributions(matrices.get(next()));
  }

  private float[][] contributions(DMatrix rows) throws Exception {
    if (booster == null) {
      throw new IllegalStateException("generate first");
    }
    return booster.predictContrib(rows, 0);
  }
}
