package org.metier.match;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.metier.match.reason.Side;
import org.metier.match.reason.Topic;
import org.metier.rank.Contributions;

/// What the sides of some pairs come to, worked out for all of them together, which costs far less than pair
/// by pair: per pair and [Topic] two evaluations of its side's trees, and where trees test several sides, the
/// exact shares of these.
final class Sides {
  private static final int WIDTH = Scoring.FEATURES;
  private static final Topic[] TOPICS = Topic.values();

  private final SideTrees trees;
  private final Map<Side, double[]> values = new EnumMap<>(Side.class);
  /// Of the first pair all topics, of the second all topics, and so on.
  private final double[] reaches;

  /// @param rows features, one row after another
  /// @param count how many rows
  Sides(SideTrees trees, double[] rows, int count) {
    this.trees = trees;
    reaches = new double[count * TOPICS.length];
    List<Contributions> shared = trees.shared(rows, count);
    for (Side side : Side.values()) {
      values.put(side, trees.values(side, rows, count, shared));
      reach(side, rows, count);
    }
  }

  private void reach(Side side, double[] rows, int count) {
    long topics = 0;
    for (Topic topic : TOPICS) {
      topics += topic.side() == side ? 1 : 0;
    }
    double[] answered = new double[2 * count * (int) topics * WIDTH];
    int at = 0;
    for (Topic topic : TOPICS) {
      for (int pair = 0; pair < count && topic.side() == side; pair++) {
        Answers.mostFitting(topic, rows, pair * WIDTH, answered, at);
        Answers.leastFitting(topic, rows, pair * WIDTH, answered, at + WIDTH);
        at += 2 * WIDTH;
      }
    }
    double[] moved = trees.moved(side, answered, at / WIDTH);
    int next = 0;
    for (Topic topic : TOPICS) {
      for (int pair = 0; pair < count && topic.side() == side; pair++) {
        reaches[pair * TOPICS.length + topic.ordinal()] = Math.abs(moved[next] - moved[next + 1]);
        next += 2;
      }
    }
  }

  /// The side's own trees, and its share of those that test several sides.
  double value(Side side, int pair) {
    return Objects.requireNonNull(values.get(side))[pair];
  }

  /// What the side's own trees are for nobody in particular.
  double base(Side side) {
    return trees.base(side);
  }

  /// How far an answer could move the pair's score: the difference between the most and the least fitting.
  double reach(Topic topic, int pair) {
    return reaches[pair * TOPICS.length + topic.ordinal()];
  }
}
