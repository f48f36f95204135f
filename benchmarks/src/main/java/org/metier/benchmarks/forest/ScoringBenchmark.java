package org.metier.benchmarks.forest;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// The time of one batch, by one thread: the same trees in Metier's forest, with and without vectors, in
/// LightGBM and XGBoost through their Java interfaces, and as node objects. Before timing, every engine has
/// to give the same scores, XGBoost as far as floats can. Rows are given, so that their making does not
/// count. Smile is not here: it is GPL-3, and only training may see it.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = {"-Xms1g", "-Xmx1g", "--enable-native-access=ALL-UNNAMED"})
public class ScoringBenchmark {
  private static final int ROWS_TO_COMPILE = 1024;
  private static final long MOST_NANOS_TO_COMPILE = TimeUnit.SECONDS.toNanos(30);

  /// Metier's forest.
  @State(Scope.Benchmark)
  public static class Metier {
    private double[] scores = {};

    /// Scores until the forest has found its engine.
    @Setup
    public void compile(Batches batches) throws Exception {
      scores = new double[Math.max(batches.batch, ROWS_TO_COMPILE)];
      double[] rows = new GeneratedForest(1, batches.features).rows(ROWS_TO_COMPILE);
      boolean hasVectors = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
      String best = hasVectors ? "vector" : "packed";
      long start = System.nanoTime();
      while (!batches.forest.engine().equals(best)) {
        batches.forest.score(rows, ROWS_TO_COMPILE, scores);
        if (System.nanoTime() - start > MOST_NANOS_TO_COMPILE) {
          throw new IllegalStateException("the forest scores by " + batches.forest.engine()
              + " and not by " + best + ", which it was given 30 s for");
        }
      }
      batches.requireScores((batch, asFloats) -> score(batches, batch), 0);
    }

    private double[] score(Batches batches, double[] rows) {
      if (batches.batch == 1) {
        scores[0] = batches.forest.score(rows);
      } else {
        batches.forest.score(rows, batches.batch, scores);
      }
      return scores;
    }
  }

  /// Node objects.
  @State(Scope.Benchmark)
  public static class Objects {
    private @Nullable ObjectTrees trees;
    private double[] scores = {};

    @Setup
    public void copy(Batches batches) {
      trees = new ObjectTrees(batches.forest);
      scores = new double[batches.batch];
    }
  }

  /// LightGBM, which reads the forest from its own text format.
  @State(Scope.Benchmark)
  public static class LightGbm {
    private @Nullable LGBMBooster booster;

    @Setup
    public void load(Batches batches) throws Exception {
      unpackNatives();
      booster = LGBMBooster.loadModelFromString(LightGbmWriter.write(batches.forest));
      batches.requireScores((rows, asFloats) -> score(batches, rows), 1e-9);
    }

    /// Its natives have a fixed name in the temporary folder: another process would overwrite them.
    private static void unpackNatives() throws IOException {
      String shared = System.getProperty("java.io.tmpdir");
      System.setProperty("java.io.tmpdir", Files.createTempDirectory("lightgbm").toString());
      LGBMBooster.loadNative();
      System.setProperty("java.io.tmpdir", shared);
    }

    private double[] score(Batches batches, double[] rows) throws Exception {
      if (booster == null) {
        throw new IllegalStateException("load first");
      }
      return batches.batch == 1
          ? new double[]{
            booster.predictForMatSingleRow(rows, PredictionType.C_API_PREDICT_RAW_SCORE)}
          : booster.predictForMat(rows, batches.batch, batches.features, true,
              PredictionType.C_API_PREDICT_RAW_SCORE, "num_threads=1");
    }

    @TearDown
    public void close() throws Exception {
      if (booster != null) {
        booster.close();
      }
    }
  }

  /// XGBoost, which reads the forest from its own JSON format.
  @State(Scope.Benchmark)
  public static class Xgboost {
    private @Nullable Booster booster;

    @Setup
    public void load(Batches batches) throws Exception {
      booster = XGBoost.loadModel(
          XgboostJson.write(batches.forest).getBytes(StandardCharsets.UTF_8));
      booster.setParams(Map.of("nthread", 1));
      batches.requireScores((rows, asFloats) -> {
        float[][] scores = score(batches, asFloats);
        double[] wide = new double[scores.length];
        for (int r = 0; r < wide.length; r++) {
          wide[r] = scores[r][0];
        }
        return wide;
      }, 1e-4);
    }

    private float[][] score(Batches batches, float[] rows) throws Exception {
      if (booster == null) {
        throw new IllegalStateException("load first");
      }
      return booster.inplace_predict(rows, batches.batch, batches.features, Float.NaN);
    }

    @TearDown
    public void close() {
      if (booster != null) {
        booster.dispose();
      }
    }
  }

  @Benchmark
  @Fork(value = 1, jvmArgs = {"-Xms1g", "-Xmx1g", "--add-modules", "jdk.incubator.vector"})
  public double[] metier(Batches batches, Metier metier) {
    return metier.score(batches, batches.next());
  }

  @Benchmark
  public double[] metierWithoutVectors(Batches batches, Metier metier) {
    return metier.score(batches, batches.next());
  }

  @Benchmark
  public double[] nodeObjects(Batches batches, Objects objects) {
    double[] rows = batches.next();
    if (objects.trees == null) {
      throw new IllegalStateException("copy first");
    }
    for (int r = 0; r < batches.batch; r++) {
      objects.scores[r] = objects.trees.score(rows, r * batches.features);
    }
    return objects.scores;
  }

  @Benchmark
  public double[] lightGbm(Batches batches, LightGbm lightGbm) throws Exception {
    return lightGbm.score(batches, batches.next());
  }

  @Benchmark
  public float[][] xgboost(Batches batches, Xgboost xgboost) throws Exception {
    return xgboost.score(batches, batches.nextFloats());
  }
}
