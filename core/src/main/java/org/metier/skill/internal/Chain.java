package org.metier.skill.internal;

import java.util.ArrayList;
import java.util.List;

/// Inference in a linear chain of the labels [#OUTSIDE], [#FIRST] and [#INSIDE] (Lafferty, McCallum, Pereira,
/// "Conditional Random Fields", ICML 2001). A span is one FIRST and the INSIDEs behind it; nothing else may
/// come before an INSIDE. Stateless.
public final class Chain {
  public static final int OUTSIDE = 0;
  public static final int FIRST = 1;
  public static final int INSIDE = 2;
  public static final int LABELS = 3;
  /// Transition weights: from a label, or from the start of the sentence, to a label.
  public static final int TRANSITIONS = (LABELS + 1) * LABELS;

  private static final int START = LABELS;

  private Chain() {}

  /// The place of a transition's weight.
  ///
  /// @param from a label, or -1 for the start of the sentence
  public static int transition(int from, int to) {
    return (from < 0 ? START : from) * LABELS + to;
  }

  private static boolean isAllowed(int from, int to) {
    return to != INSIDE || from == FIRST || from == INSIDE;
  }

  /// The likeliest labels.
  ///
  /// @param nodes a score by token and label
  /// @param transitions [#TRANSITIONS] scores
  public static int[] best(double[][] nodes, double[] transitions) {
    int n = nodes.length;
    int[][] back = new int[n][LABELS];
    double[] scores = new double[LABELS];
    for (int label = 0; label < LABELS; label++) {
      scores[label] = isAllowed(START, label)
          ? nodes[0][label] + transitions[transition(-1, label)]
          : Double.NEGATIVE_INFINITY;
    }
    for (int t = 1; t < n; t++) {
      double[] next = new double[LABELS];
      for (int to = 0; to < LABELS; to++) {
        next[to] = Double.NEGATIVE_INFINITY;
        for (int from = 0; from < LABELS; from++) {
          double score = isAllowed(from, to)
              ? scores[from] + transitions[transition(from, to)]
              : Double.NEGATIVE_INFINITY;
          if (score > next[to]) {
            next[to] = score;
            back[t][to] = from;
          }
        }
        next[to] += nodes[t][to];
      }
      scores = next;
    }
    int[] labels = new int[n];
    int label = 0;
    for (int l = 1; l < LABELS; l++) {
      label = scores[l] > scores[label] ? l : label;
    }
    for (int t = n - 1; t >= 0; t--) {
      labels[t] = label;
      label = back[t][label];
    }
    return labels;
  }

  /// The probabilities of labels.
  ///
  /// @param labels by token and label
  /// @param transitions how often each transition is expected in the sentence, by its place
  /// @param logZ the logarithm of the sum over all labellings
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Marginals(double[][] labels, double[] transitions, double logZ, double[][] forward,
      double[][] backward) {

    /// The probability that a span begins at one token and ends at another.
    double span(double[][] nodes, double[] weights, int first, int last) {
      double score = forward[first][FIRST] - logZ;
      for (int t = first + 1; t <= last; t++) {
        score += nodes[t][INSIDE] + weights[transition(t == first + 1 ? FIRST : INSIDE, INSIDE)];
      }
      if (last + 1 == nodes.length) {
        return StrictMath.exp(score);
      }
      int from = last == first ? FIRST : INSIDE;
      double outside = weights[transition(from, OUTSIDE)] + nodes[last + 1][OUTSIDE]
          + backward[last + 1][OUTSIDE];
      double other = weights[transition(from, FIRST)] + nodes[last + 1][FIRST]
          + backward[last + 1][FIRST];
      return StrictMath.exp(score + outside) + StrictMath.exp(score + other);
    }
  }

  /// The probabilities of labels, by the forward-backward algorithm.
  ///
  /// @param nodes a score by token and label
  /// @param transitions [#TRANSITIONS] scores
  public static Marginals marginals(double[][] nodes, double[] transitions) {
    int n = nodes.length;
    double[][] forward = new double[n][LABELS];
    double[][] backward = new double[n][LABELS];
    for (int label = 0; label < LABELS; label++) {
      forward[0][label] = isAllowed(START, label)
          ? nodes[0][label] + transitions[transition(-1, label)]
          : Double.NEGATIVE_INFINITY;
    }
    double[] terms = new double[LABELS];
    for (int t = 1; t < n; t++) {
      for (int to = 0; to < LABELS; to++) {
        for (int from = 0; from < LABELS; from++) {
          terms[from] = isAllowed(from, to)
              ? forward[t - 1][from] + transitions[transition(from, to)]
              : Double.NEGATIVE_INFINITY;
        }
        forward[t][to] = nodes[t][to] + logSum(terms);
      }
    }
    for (int t = n - 2; t >= 0; t--) {
      for (int from = 0; from < LABELS; from++) {
        for (int to = 0; to < LABELS; to++) {
          terms[to] = isAllowed(from, to)
              ? transitions[transition(from, to)] + nodes[t + 1][to] + backward[t + 1][to]
              : Double.NEGATIVE_INFINITY;
        }
        backward[t][from] = logSum(terms);
      }
    }
    double logZ = logSum(forward[n - 1]);
    return new Marginals(labels(forward, backward, logZ),
        expected(nodes, transitions, forward, backward, logZ), logZ, forward, backward);
  }

  private static double[][] labels(double[][] forward, double[][] backward, double logZ) {
    double[][] labels = new double[forward.length][LABELS];
    for (int t = 0; t < forward.length; t++) {
      for (int label = 0; label < LABELS; label++) {
        labels[t][label] = StrictMath.exp(forward[t][label] + backward[t][label] - logZ);
      }
    }
    return labels;
  }

  private static double[] expected(double[][] nodes, double[] transitions, double[][] forward,
      double[][] backward, double logZ) {
    double[] expected = new double[TRANSITIONS];
    for (int to = 0; to < LABELS; to++) {
      expected[transition(-1, to)] = StrictMath.exp(forward[0][to] + backward[0][to] - logZ);
    }
    for (int t = 1; t < nodes.length; t++) {
      for (int from = 0; from < LABELS; from++) {
        for (int to = 0; to < LABELS; to++) {
          if (isAllowed(from, to)) {
            int place = transition(from, to);
            expected[place] += StrictMath.exp(forward[t - 1][from] + transitions[place]
                + nodes[t][to] + backward[t][to] - logZ);
          }
        }
      }
    }
    return expected;
  }

  /// The non-overlapping spans whose probabilities beyond a threshold sum highest: with the threshold at half of the
  /// F1 that can be had, those of the highest expected F1 (after Lipton et al., "Optimal Thresholding of
  /// Classifiers to Maximize F1 Measure", ECML 2014).
  ///
  /// @param marginals of these nodes and transitions
  /// @param threshold 0 to 1; no span less likely is taken
  /// @param longest the most tokens of a span
  public static List<Likely> spans(double[][] nodes, double[] transitions, Marginals marginals,
      double threshold, int longest) {
    int n = nodes.length;
    double[] best = new double[n + 1];
    Likely[] chosen = new Likely[n + 1];
    for (int end = 1; end <= n; end++) {
      best[end] = best[end - 1];
      for (int start = Math.max(0, end - longest); start < end; start++) {
        if (marginals.labels[start][FIRST] <= threshold
            || marginals.labels[end - 1][OUTSIDE] >= 1 - threshold) {
          continue; // no span can be likelier than its first and last label
        }
        double probability = marginals.span(nodes, transitions, start, end - 1);
        if (best[start] + probability - threshold > best[end]) {
          best[end] = best[start] + probability - threshold;
          chosen[end] = new Likely(start, end - 1, probability);
        }
      }
    }
    List<Likely> spans = new ArrayList<>();
    int at = n;
    while (at > 0) {
      Likely own = chosen[at];
      if (own == null) {
        at--;
      } else {
        spans.add(own);
        at = own.first;
      }
    }
    return spans.reversed();
  }

  /// A span of tokens.
  ///
  /// @param first its first token
  /// @param last its last token
  /// @param probability that just these tokens are a span
  public record Likely(int first, int last, double probability) {}

  /// The score of one labelling.
  public static double score(double[][] nodes, double[] transitions, int[] labels) {
    double score = 0;
    for (int t = 0; t < labels.length; t++) {
      score += nodes[t][labels[t]]
          + transitions[transition(t == 0 ? -1 : labels[t - 1], labels[t])];
    }
    return score;
  }

  private static double logSum(double[] terms) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double term : terms) {
      largest = Math.max(largest, term);
    }
    if (largest == Double.NEGATIVE_INFINITY) {
      return largest;
    }
    double sum = 0;
    for (double term : terms) {
      sum += StrictMath.exp(term - largest);
    }
    return largest + StrictMath.log(sum);
  }
}
