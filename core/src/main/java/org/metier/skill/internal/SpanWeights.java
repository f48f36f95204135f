package org.metier.skill.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The weights of two chains, one for skills and one for knowledge, over hashed features. A weight is a byte and a
/// scale. Immutable and thread-safe; about 20 bytes a feature in memory.
public final class SpanWeights {
  /// Chains: 0 finds skills, 1 knowledge.
  public static final int KINDS = 2;
  /// Weights of a feature: by kind and label.
  public static final int WIDTH = KINDS * Chain.LABELS;
  /// The most tokens of a span.
  public static final int LONGEST_SPAN = 30;

  private static final double LARGEST = Byte.MAX_VALUE;

  private final int[] hashes;
  private final byte[] weights;
  private final double scale;
  private final double[][] transitions;
  private final double[] thresholds;
  /// Open addressing: the hashes, and where their weights begin, or -1.
  private final int[] slots;
  private final int[] places;

  /// @param hashes of the features, ascending; not copied
  /// @param weights [#WIDTH] bytes a feature; not copied
  /// @param scale what one step of a byte stands for, finite and above 0
  /// @param transitions [Chain#TRANSITIONS] weights by kind; not copied
  /// @param thresholds by kind: the least probability of a span, 0 to 1; not copied
  /// @throws IllegalArgumentException if the parts do not fit together
  public SpanWeights(int[] hashes, byte[] weights, double scale, double[][] transitions,
      double[] thresholds) {
    if (weights.length != hashes.length * WIDTH) {
      throw new IllegalArgumentException(hashes.length + " features need "
          + hashes.length * WIDTH + " weights, but there are " + weights.length);
    }
    if (!(scale > 0 && Double.isFinite(scale))) {
      throw new IllegalArgumentException("scale must be above 0, was " + scale);
    }
    if (transitions.length != KINDS
        || Arrays.stream(transitions).anyMatch(t -> t.length != Chain.TRANSITIONS)) {
      throw new IllegalArgumentException(
          "expected " + KINDS + " times " + Chain.TRANSITIONS + " transitions");
    }
    if (thresholds.length != KINDS
        || Arrays.stream(thresholds).anyMatch(t -> !(t >= 0 && t <= 1))) {
      throw new IllegalArgumentException("expected " + KINDS + " thresholds of 0 to 1, were "
          + Arrays.toString(thresholds));
    }
    this.hashes = hashes;
    this.weights = weights;
    this.scale = scale;
    this.transitions = transitions;
    this.thresholds = thresholds;
    int size = Integer.highestOneBit(Math.max(1, hashes.length)) * 4;
    slots = new int[size];
    places = new int[size];
    fill();
  }

  private void fill() {
    Arrays.fill(places, -1);
    for (int f = 0; f < hashes.length; f++) {
      if (f > 0 && hashes[f] <= hashes[f - 1]) {
        throw new IllegalArgumentException("feature " + f + " is not above the one before");
      }
      int slot = slot(hashes[f]);
      while (places[slot] >= 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = hashes[f];
      places[slot] = f * WIDTH;
    }
  }

  private int slot(int hash) {
    return (hash * 0x9E3779B9) >>> 7 & (slots.length - 1);
  }

  /// Rounds learnt weights to bytes and keeps the features that weigh most.
  ///
  /// @param learnt [#WIDTH] weights a feature, in the order of `hashes`
  /// @param most how many features to keep
  public static SpanWeights quantised(int[] hashes, float[] learnt, double[][] transitions,
      double[] thresholds, int most) {
    float[] sizes = new float[hashes.length];
    float largest = Float.MIN_NORMAL;
    List<Integer> kept = new ArrayList<>();
    for (int f = 0; f < hashes.length; f++) {
      for (int w = f * WIDTH; w < (f + 1) * WIDTH; w++) {
        sizes[f] = Math.max(sizes[f], Math.abs(learnt[w]));
      }
      largest = Math.max(largest, sizes[f]);
      kept.add(f);
    }
    double scale = largest / LARGEST;
    kept.removeIf(f -> Math.round(sizes[f] / scale) == 0);
    kept.sort(Comparator.comparingDouble((Integer f) -> -sizes[f])
        .thenComparingInt(f -> hashes[f]));
    if (kept.size() > most) {
      kept.subList(most, kept.size()).clear();
    }
    kept.sort(Comparator.comparingInt(f -> hashes[f]));
    int[] keptHashes = new int[kept.size()];
    byte[] bytes = new byte[kept.size() * WIDTH];
    for (int k = 0; k < keptHashes.length; k++) {
      int f = kept.get(k);
      keptHashes[k] = hashes[f];
      for (int w = 0; w < WIDTH; w++) {
        bytes[k * WIDTH + w] = (byte) Math.round(learnt[f * WIDTH + w] / scale);
      }
    }
    return new SpanWeights(keptHashes, bytes, scale, transitions, thresholds);
  }

  /// A found span of tokens.
  ///
  /// @param kind 0 for a skill, 1 for knowledge
  /// @param first its first token
  /// @param last its last token
  /// @param confidence probability that its surest token is part of a span of this kind, 0 to 1
  public record Found(int kind, int first, int last, double confidence) {}

  /// The spans of a sentence, skills first, each kind in order of appearance.
  ///
  /// @param features of each token
  public List<Found> find(int[][] features) {
    List<Found> found = new ArrayList<>();
    double[][] all = scores(features);
    for (int kind = 0; kind < KINDS; kind++) {
      double[][] nodes = new double[features.length][];
      for (int t = 0; t < nodes.length; t++) {
        nodes[t] = Arrays.copyOfRange(all[t], kind * Chain.LABELS, (kind + 1) * Chain.LABELS);
      }
      Chain.Marginals marginals = Chain.marginals(nodes, transitions[kind]);
      for (Chain.Likely span : Chain.spans(nodes, transitions[kind], marginals,
          thresholds[kind], LONGEST_SPAN)) {
        double outside = 1;
        for (int t = span.first(); t <= span.last(); t++) {
          outside = Math.min(outside, marginals.labels()[t][Chain.OUTSIDE]);
        }
        found.add(new Found(kind, span.first(), span.last(),
            Math.clamp(1 - outside, Double.MIN_NORMAL, 1)));
      }
    }
    return found;
  }

  private double[][] scores(int[][] features) {
    double[][] scores = new double[features.length][WIDTH];
    int[] sums = new int[WIDTH];
    for (int t = 0; t < features.length; t++) {
      Arrays.fill(sums, 0);
      for (int hash : features[t]) {
        int place = place(hash);
        if (place >= 0) {
          for (int w = 0; w < WIDTH; w++) {
            sums[w] += weights[place + w];
          }
        }
      }
      for (int w = 0; w < WIDTH; w++) {
        scores[t][w] = sums[w] * scale;
      }
    }
    return scores;
  }

  private int place(int hash) {
    int slot = slot(hash);
    while (places[slot] >= 0) {
      if (slots[slot] == hash) {
        return places[slot];
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return -1;
  }

  /// The same weights with other thresholds.
  public SpanWeights withThresholds(double skill, double knowledge) {
    return new SpanWeights(hashes, weights, scale, transitions, new double[]{skill, knowledge});
  }

  /// Of the features, ascending.
  public int[] hashes() {
    return hashes.clone();
  }

  /// [#WIDTH] bytes a feature.
  public byte[] weights() {
    return weights.clone();
  }

  /// What one step of a byte stands for.
  public double scale() {
    return scale;
  }

  /// [Chain#TRANSITIONS] weights by kind.
  public double[][] transitions() {
    return Arrays.stream(transitions).map(double[]::clone).toArray(double[][]::new);
  }

  /// The least probability of a span, by kind.
  public double[] thresholds() {
    return thresholds.clone();
  }
}
