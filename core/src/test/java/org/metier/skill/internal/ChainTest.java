package org.metier.skill.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ChainTest {
  @RepeatedTest(100)
  void probabilities_are_those_of_all_labellings_counted_one_by_one(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    double[][] nodes = nodes(random, 1 + random.nextInt(5));
    double[] transitions = random.doubles(Chain.TRANSITIONS, -2, 2).toArray();
    double sum = 0;
    double[][] expected = new double[nodes.length][Chain.LABELS];
    int[] best = new int[0];
    double highest = Double.NEGATIVE_INFINITY;
    for (int[] labels : labellings(nodes.length)) {
      double score = Chain.score(nodes, transitions, labels);
      sum += Math.exp(score);
      for (int t = 0; t < labels.length; t++) {
        expected[t][labels[t]] += Math.exp(score);
      }
      if (score > highest) {
        highest = score;
        best = labels;
      }
    }
    Chain.Marginals marginals = Chain.marginals(nodes, transitions);
    assertEquals(Math.log(sum), marginals.logZ(), 1e-9);
    for (int t = 0; t < nodes.length; t++) {
      for (int label = 0; label < Chain.LABELS; label++) {
        assertEquals(expected[t][label] / sum, marginals.labels()[t][label], 1e-9);
      }
    }
    assertArrayEquals(best, Chain.best(nodes, transitions));
  }

  @RepeatedTest(100)
  void the_probability_of_a_span_is_that_of_all_labellings_with_it(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    double[][] nodes = nodes(random, 1 + random.nextInt(5));
    double[] transitions = random.doubles(Chain.TRANSITIONS, -2, 2).toArray();
    int first = random.nextInt(nodes.length);
    int last = first + random.nextInt(nodes.length - first);
    double with = 0;
    double all = 0;
    for (int[] labels : labellings(nodes.length)) {
      double weight = Math.exp(Chain.score(nodes, transitions, labels));
      all += weight;
      with += holds(labels, first, last) ? weight : 0;
    }
    assertEquals(with / all, Chain.marginals(nodes, transitions)
        .span(nodes, transitions, first, last), 1e-9);
  }

  @RepeatedTest(100)
  void chosen_spans_are_likely_enough_and_never_overlap(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    double[][] nodes = nodes(random, 1 + random.nextInt(12));
    double[] transitions = random.doubles(Chain.TRANSITIONS, -2, 2).toArray();
    int before = -1;
    for (Chain.Likely span : Chain.spans(nodes, transitions,
        Chain.marginals(nodes, transitions), 0.2, 5)) {
      assertTrue(span.first() > before && span.last() >= span.first());
      assertTrue(span.probability() > 0.2 && span.last() - span.first() < 5);
      before = span.last();
    }
  }

  @Test
  void a_sure_span_is_chosen() {
    double[][] nodes = {{5, 0, 0}, {0, 5, 0}, {0, 0, 5}, {5, 0, 0}};
    double[] none = new double[Chain.TRANSITIONS];
    List<Chain.Likely> spans = Chain.spans(nodes, none, Chain.marginals(nodes, none), 0.2, 5);
    assertEquals(1, spans.size());
    assertEquals(1, spans.getFirst().first());
    assertEquals(2, spans.getFirst().last());
    assertArrayEquals(new int[]{0, 1, 2, 0}, Chain.best(nodes, none));
  }

  private static boolean holds(int[] labels, int first, int last) {
    if (labels[first] != Chain.FIRST) {
      return false;
    }
    for (int t = first + 1; t <= last; t++) {
      if (labels[t] != Chain.INSIDE) {
        return false;
      }
    }
    return last + 1 == labels.length || labels[last + 1] != Chain.INSIDE;
  }

  private static double[][] nodes(Random random, int length) {
    double[][] nodes = new double[length][];
    for (int t = 0; t < length; t++) {
      nodes[t] = random.doubles(Chain.LABELS, -2, 2).toArray();
    }
    return nodes;
  }

  /// All labellings in which an INSIDE follows a FIRST or INSIDE.
  private static List<int[]> labellings(int length) {
    List<int[]> all = new ArrayList<>();
    int count = (int) Math.pow(Chain.LABELS, length);
    for (int code = 0; code < count; code++) {
      int[] labels = new int[length];
      boolean isAllowed = true;
      int rest = code;
      for (int t = 0; t < length; t++) {
        labels[t] = rest % Chain.LABELS;
        rest /= Chain.LABELS;
        isAllowed &= labels[t] != Chain.INSIDE || (t > 0 && labels[t - 1] != Chain.OUTSIDE);
      }
      if (isAllowed) {
        all.add(labels);
      }
    }
    return all;
  }
}
