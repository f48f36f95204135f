package org.metier.coding.learned;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Multinomial logistic regression by stochastic gradient steps, each feature with a step that shrinks
/// as its gradients add up (Duchi et al., "Adaptive Subgradient Methods", JMLR 2011, one rate a row).
///
/// The hierarchy of ISCO-08 is used: what pulls at a unit group pulls, less, at all of its minor,
/// sub-major and major group, as if each of those had weights of its own that its unit groups share
/// (Salakhutdinov et al., "Learning to Share Visual Appearance", CVPR 2011). So rare unit groups learn
/// from their neighbours.
///
/// Deterministic: the order of rows comes from the seed, sums are taken in a fixed order, and
/// exponentials are those of StrictMath.
final class Softmax {
  /// What a minor, a sub-major and a major group share of the pull at its unit groups.
  private static final float[] SHARED = {0.3f, 0.15f, 0.1f};

  private final Vectors vectors;
  private final Weights weights;
  private final float[] gradients;
  private final float[] scores;
  private final float rate;
  /// By level and class, the number of the group at that level.
  private final int[][] groupOf;
  private final float[][] groupPull;

  private Softmax(Vectors vectors, int features, List<String> groups, float rate) {
    int classes = groups.size();
    this.vectors = vectors;
    this.rate = rate;
    weights = new Weights(features, classes);
    gradients = new float[features];
    Arrays.fill(gradients, 1e-3f);
    scores = new float[classes];
    groupOf = new int[SHARED.length][classes];
    groupPull = new float[SHARED.length][classes];
    for (int level = 0; level < SHARED.length; level++) {
      int digits = SHARED.length - level;
      List<String> codes = groups.stream().map(g -> g.substring(0, digits)).distinct().toList();
      for (int c = 0; c < classes; c++) {
        groupOf[level][c] = codes.indexOf(groups.get(c).substring(0, digits));
      }
    }
  }

  /// @param groups the unit group of each class
  static Weights train(Vectors vectors, int features, List<String> groups, int epochs, float rate,
      long seed) {
    Softmax softmax = new Softmax(vectors, features, groups, rate);
    SplittableRandom random = new SplittableRandom(seed);
    int[] order = new int[vectors.rows()];
    Arrays.setAll(order, i -> i);
    for (int epoch = 0; epoch < epochs; epoch++) {
      Shuffling.shuffle(order, random);
      float decay = 1 - (float) epoch / epochs;
      for (int row : order) {
        softmax.step(row, decay);
      }
    }
    return softmax.weights;
  }

  private void step(int row, float decay) {
    weights.scores(vectors, row, scores);
    float square = residuals(vectors.classOf(row), vectors.weight(row));
    for (int at = vectors.from(row); at < vectors.to(row); at++) {
      int feature = vectors.feature(at);
      float value = vectors.value(at);
      gradients[feature] += value * value * square;
      float step = decay * rate * value / (float) Math.sqrt(gradients[feature]);
      weights.add(feature, -step, scores);
    }
  }

  /// Turns scores into the gradient by score.
  ///
  /// @return its squared length
  private float residuals(int right, float weight) {
    float highest = Float.NEGATIVE_INFINITY;
    for (float score : scores) {
      highest = Math.max(highest, score);
    }
    float sum = 0;
    for (int c = 0; c < scores.length; c++) {
      scores[c] = scores[c] - highest < -20 ? 0 : (float) StrictMath.exp(scores[c] - highest);
      sum += scores[c];
    }
    for (int c = 0; c < scores.length; c++) {
      scores[c] = weight * (scores[c] / sum - (c == right ? 1 : 0));
    }
    share();
    float square = 0;
    for (float score : scores) {
      square += score * score;
    }
    return square;
  }

  private void share() {
    for (int level = 0; level < SHARED.length; level++) {
      float[] pull = groupPull[level];
      Arrays.fill(pull, 0);
      for (int c = 0; c < scores.length; c++) {
        pull[groupOf[level][c]] += scores[c];
      }
    }
    for (int c = 0; c < scores.length; c++) {
      for (int level = 0; level < SHARED.length; level++) {
        scores[c] += SHARED[level] * groupPull[level][groupOf[level][c]];
      }
    }
  }
}
