package org.metier.rank;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.metier.rank.GrownForests.Shape;

/// Every engine gives the bits of a walk through the trees' nodes, added up as [Forest] defines.
class EnginesAgreeTest {
  @RepeatedTest(150)
  void the_packed_walk_agrees_with_the_plain_one(RepetitionInfo run) {
    var example = new Example(run.getCurrentRepetition());

    example.assertBits(new PackedTrees(example.summed.trees()));
  }

  @RepeatedTest(150)
  void vectors_agree_with_the_plain_walk(RepetitionInfo run) {
    assumeTrue(VectorSupport.isOffered());
    var example = new Example(run.getCurrentRepetition());

    example.assertBits(VectorTrees.of(example.summed.trees(), example.thresholds));
  }

  @RepeatedTest(100)
  void a_batch_scores_as_its_rows_do_alone(RepetitionInfo run) {
    var example = new Example(run.getCurrentRepetition());
    double[] scores = new double[example.count];

    example.forest.score(example.rows, example.count, scores);

    for (int r = 0; r < example.count; r++) {
      assertBits(example.score(r), scores[r]);
      assertBits(example.score(r), example.forest.score(example.row(r)));
    }
  }

  /// 70 features, so that not all can be wrong in the same way, and more than 255 thresholds in each.
  @Test
  void thresholds_that_one_byte_cannot_number_are_told_apart() {
    var example = new Example(7, 2, 400, 60, Shape.BUSHY, 1000);

    assertEquals(true, example.thresholds.columnCount > 4);
    assumeTrue(VectorSupport.isOffered());
    example.assertBits(VectorTrees.of(example.summed.trees(), example.thresholds));
  }

  @Test
  void leaves_up_to_what_a_byte_numbers_are_told_apart() {
    var example = new Example(8, 5, 20, LeafMasks.MAX_LEAVES, Shape.BUSHY, 500);

    assumeTrue(VectorSupport.isOffered());
    example.assertBits(VectorTrees.of(example.summed.trees(), example.thresholds));
  }

  private static void assertBits(double expected, double actual) {
    assertEquals(Double.doubleToRawLongBits(expected), Double.doubleToRawLongBits(actual),
        () -> "expected " + expected + ", was " + actual);
  }

  /// A forest and rows, and the plain walk through them.
  private static final class Example {
    final Forest forest;
    final SummedTrees summed;
    final Thresholds thresholds;
    final int count;
    final double[] rows;

    Example(int seed) {
      this(new Random(seed));
    }

    private Example(Random random) {
      this(random.nextInt(), 4 + random.nextInt(random.nextBoolean() ? 8 : 60), random.nextInt(60),
          1 << random.nextInt(8), Shape.values()[random.nextInt(3)],
          1 + random.nextInt(random.nextBoolean() ? 30 : 1000));
    }

    Example(int seed, int features, int trees, int leaves, Shape shape, int count) {
      var grown = new GrownForests(new Random(seed), features);
      forest = grown.forest(trees, leaves, shape);
      summed = SummedTrees.of(forest.offset(), forest.trees());
      thresholds = new Thresholds(features, summed.trees());
      this.count = count;
      rows = grown.rows(count);
    }

    double[] row(int r) {
      int width = forest.featureCount();
      return Arrays.copyOfRange(rows, r * width, (r + 1) * width);
    }

    double score(int r) {
      double score = forest.offset();
      for (Tree tree : forest.trees()) {
        score += tree.isLeaf(0) ? tree.value(0) : 0;
      }
      return score + sum(r);
    }

    double sum(int r) {
      double sum = 0;
      double[] row = row(r);
      for (Tree tree : forest.trees()) {
        if (!tree.isLeaf(0)) {
          int node = 0;
          while (!tree.isLeaf(node)) {
            node = tree.child(node, row);
          }
          sum += tree.value(node);
        }
      }
      return sum;
    }

    void assertBits(Engine engine) {
      int width = forest.featureCount();
      var block = new Block(width, new PackedTrees(summed.trees()).columnCount(),
          thresholds.columnCount);
      for (int first = 0; first < count; first += Block.ROWS) {
        int size = Math.min(Block.ROWS, count - first);
        block.takeRows(rows, first, size, width);
        engine.sum(block, size);
        double[] expected = new double[size];
        int from = first;
        Arrays.setAll(expected, r -> sum(from + r));
        assertArrayEquals(expected, Arrays.copyOf(block.sums, size));
      }
    }
  }
}
