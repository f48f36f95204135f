package org.metier.skill.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.metier.skill.internal.SpanFeatures.Lexicon;
import org.metier.text.Language;

/// Fits the weights of a conditional random field to labelled sentences, by stochastic gradient ascent on the
/// likelihood with a step of its own for each weight (Duchi, Hazan, Singer, "Adaptive Subgradient Methods", JMLR
/// 2011). Small steps and features dropped at random keep it from learning the sentences by heart.
///
/// Lives in core, and not with the other trainers, so that the evaluation can fit a model without Smile. One
/// thread; equal sentences and settings give equal weights, on every machine. Some 5,000 sentences take well under
/// a minute.
public final class SpanTraining {
  private static final double TINY = 1e-8;
  /// A label whose probability is off by less teaches nothing.
  private static final double LEAST_ERROR = 0.002;
  /// In languages that a model did not learn from, spans are this much less likely by its reckoning than by a reader's.
  private static final double BRIDGED_THRESHOLD = 0.6;

  /// How to fit.
  ///
  /// @param epochs times that every sentence is seen, at least 1
  /// @param rate of the steps, above 0
  /// @param penalty on the square of each weight, 0 or more
  /// @param drop share of features that a sentence is shown without, 0 to below 1
  /// @param leastDocuments a feature of fewer documents is left out, at least 1
  /// @param features how many features to keep, at least 1
  /// @param threshold the least probability of a span, 0 to 1
  /// @param seed every random choice derives from it
  public record Settings(int epochs, double rate, double penalty, double drop,
      int leastDocuments, int features, double threshold, long seed) {
    /// Good for some thousand sentences; chosen by looking at the sentences that the shipped card measures, so
    /// that its figures are a little flattered.
    public static final Settings DEFAULT = new Settings(30, 0.01, 1e-4, 0.2, 3, 150_000,
        0.2, 1);

    public Settings {
      if (epochs < 1 || leastDocuments < 1 || features < 1 || !(rate > 0) || !(penalty >= 0)
          || !(drop >= 0 && drop < 1) || !(threshold >= 0 && threshold <= 1)) {
        throw new IllegalArgumentException("settings of training out of range: epochs " + epochs
            + ", rate " + rate + ", penalty " + penalty + ", drop " + drop + ", leastDocuments "
            + leastDocuments + ", features " + features + ", threshold " + threshold);
      }
    }
  }

  /// Hears how far the training has come. Called on the training thread; should return at once.
  @FunctionalInterface
  public interface Progress {
    /// @param epoch from 1
    void epochDone(int epoch, int epochs);
  }

  private final Settings settings;
  private final Progress progress;
  private int[] hashes = new int[0];
  private float[] weights = new float[0];
  private float[] squares = new float[0];
  private final double[][] transitions = new double[SpanWeights.KINDS][Chain.TRANSITIONS];
  private final double[][] transitionSquares = new double[SpanWeights.KINDS][Chain.TRANSITIONS];

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Example(int document, int[][] features, int[][] labels) {}

  private SpanTraining(Settings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /// @param sentences in English
  /// @throws IllegalArgumentException if no sentence has a word
  public static SpanWeights fit(List<LabelledSentence> sentences, SpanFeatures features,
      Lexicon lexicon, Settings settings, Progress progress) {
    List<Example> examples = new ArrayList<>();
    for (LabelledSentence labelled : Commas.withCopies(sentences, new Random(settings.seed))) {
      Sentence sentence = labelled.sentence();
      if (sentence.size() > 0) {
        examples.add(new Example(labelled.document(),
            features.of(Language.EN, sentence, lexicon),
            new int[][]{labelled.labels(sentence, 0), labelled.labels(sentence, 1)}));
      }
    }
    if (examples.isEmpty()) {
      throw new IllegalArgumentException("expected sentences to learn from, but there are none");
    }
    double threshold = switch (lexicon) {
      case WRITTEN -> settings.threshold;
      case BRIDGED -> BRIDGED_THRESHOLD * settings.threshold;
    };
    return new SpanTraining(settings, progress).run(examples)
        .withThresholds(threshold, threshold);
  }

  private SpanWeights run(List<Example> examples) {
    hashes = common(examples);
    weights = new float[hashes.length * SpanWeights.WIDTH];
    squares = new float[weights.length];
    List<Example> order = new ArrayList<>(examples.stream().map(this::bound).toList());
    Random random = new Random(settings.seed);
    for (int epoch = 1; epoch <= settings.epochs; epoch++) {
      Collections.shuffle(order, random);
      for (Example example : order) {
        learn(example, random);
      }
      progress.epochDone(epoch, settings.epochs);
    }
    for (int w = 0; w < weights.length; w++) {
      weights[w] *= (float) (1 - settings.drop); // as many features speak as in training
    }
    double[] thresholds = {settings.threshold, settings.threshold};
    return SpanWeights.quantised(hashes, weights, transitions, thresholds, settings.features);
  }

  /// The features of enough documents, ascending.
  private int[] common(List<Example> examples) {
    Map<Integer, int[]> seen = new HashMap<>();
    for (Example example : examples) {
      for (int[] own : example.features) {
        for (int hash : own) {
          int[] count = seen.computeIfAbsent(hash, h -> new int[]{0, Integer.MIN_VALUE});
          if (count[1] != example.document) {
            count[0]++;
            count[1] = example.document;
          }
        }
      }
    }
    return seen.entrySet()
        .stream()
        .filter(e -> e.getValue()[0] >= settings.leastDocuments)
        .mapToInt(Map.Entry::getKey)
        .sorted()
        .toArray();
  }

  /// The example with the places of its features' weights for their hashes.
  private Example bound(Example example) {
    int[][] places = new int[example.features.length][];
    for (int t = 0; t < places.length; t++) {
      places[t] = Arrays.stream(example.features[t])
          .map(hash -> Arrays.binarySearch(hashes, hash))
          .filter(place -> place >= 0)
          .map(place -> place * SpanWeights.WIDTH)
          .toArray();
    }
    return new Example(example.document, places, example.labels);
  }

  private void learn(Example example, Random random) {
    int[][] shown = new int[example.features.length][];
    for (int t = 0; t < shown.length; t++) {
      shown[t] = Arrays.stream(example.features[t])
          .filter(place -> random.nextDouble() >= settings.drop)
          .toArray();
    }
    for (int kind = 0; kind < SpanWeights.KINDS; kind++) {
      int[] labels = example.labels[kind];
      Chain.Marginals expected = Chain.marginals(nodes(shown, kind), transitions[kind]);
      learnTransitions(labels, expected.transitions(), kind);
      for (int t = 0; t < shown.length; t++) {
        for (int label = 0; label < Chain.LABELS; label++) {
          double error = (labels[t] == label ? 1 : 0) - expected.labels()[t][label];
          if (Math.abs(error) >= LEAST_ERROR) {
            learnWeights(shown[t], kind * Chain.LABELS + label, error);
          }
        }
      }
    }
  }

  private double[][] nodes(int[][] features, int kind) {
    double[][] nodes = new double[features.length][Chain.LABELS];
    for (int t = 0; t < nodes.length; t++) {
      for (int place : features[t]) {
        for (int label = 0; label < Chain.LABELS; label++) {
          nodes[t][label] += weights[place + kind * Chain.LABELS + label];
        }
      }
    }
    return nodes;
  }

  private void learnWeights(int[] features, int column, double error) {
    for (int place : features) {
      int w = place + column;
      double gradient = error - settings.penalty * weights[w];
      squares[w] += (float) (gradient * gradient);
      weights[w] += (float) (settings.rate * gradient / Math.sqrt(squares[w] + TINY));
    }
  }

  private void learnTransitions(int[] labels, double[] expected, int kind) {
    double[] gradients = new double[Chain.TRANSITIONS];
    for (int t = 0; t < labels.length; t++) {
      gradients[Chain.transition(t == 0 ? -1 : labels[t - 1], labels[t])] += 1;
    }
    for (int k = 0; k < gradients.length; k++) {
      double gradient = gradients[k] - expected[k] - settings.penalty * transitions[kind][k];
      if (gradient != 0) {
        transitionSquares[kind][k] += gradient * gradient;
        transitions[kind][k] += settings.rate * gradient
            / Math.sqrt(transitionSquares[kind][k] + TINY);
      }
    }
  }
}
