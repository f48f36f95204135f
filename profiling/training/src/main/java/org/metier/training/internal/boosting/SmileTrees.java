package org.metier.training.internal.boosting;

import java.lang.reflect.Field;
import java.util.Arrays;
import org.metier.rank.fitting.ForestSettings;
import smile.data.DataFrame;
import smile.data.type.DataTypes;
import smile.data.type.StructField;
import smile.math.MathEx;
import smile.model.cart.CART;
import smile.model.cart.InternalNode;
import smile.model.cart.Loss;
import smile.model.cart.Node;
import smile.model.cart.OrdinalNode;
import smile.model.cart.RegressionNode;
import smile.regression.RegressionTree;

/* What one has to know of Smile 6.2.5, read in its class files and held by SmileTreesTest:
 *
 * - CART looks for the best split of a node over all features in a parallel stream of the common pool,
 *   reduced in order of encounter, so that the tree is the same on any number of cores. It draws
 *   random numbers only when it may look at fewer features than there are (mtry), which we never ask.
 *   We seed it all the same: one line against whatever a later release draws.
 * - RegressionTree tries thresholds at most every n/100 rows. The 100 is the system property
 *   smile.regression_tree.bins: whoever sets it gets other trees.
 * - It cannot train with NaN: the sort and the running sums break. So a missing value becomes
 *   MISSING_VALUE, which lies below every threshold, and the exported tree sends missing values left.
 *   Where they belong to the right, the tree needs two splits.
 * - Split gain looks at the mean of the response only, never at second derivatives; those enter through
 *   Loss.output, the Newton step of a leaf.
 * - OrdinalNode has no accessor for its threshold, and dot() rounds it: read by reflection, here alone.
 */
/// Grows regression trees with Smile; the one class that sees it. Not thread-safe.
final class SmileTrees {
  /// Stands for NaN while training.
  static final double MISSING_VALUE = -1e9;

  /// Features must lie between the negative of this and this, so that they stay apart from
  /// [#MISSING_VALUE].
  static final double LARGEST_VALUE = 1e8;

  private static final Field THRESHOLD = thresholdField();

  private final DataFrame frame;
  private final int[][] order;

  /// @param rows features per row, NaN where missing
  SmileTrees(double[][] rows) {
    String[] names = new String[rows[0].length];
    Arrays.setAll(names, i -> "f" + i);
    frame = DataFrame.of(withoutNaN(rows), names);
    order = CART.order(frame);
  }

  /// Grows the tree that follows the lambdas best; its leaves hold Newton steps.
  ///
  /// @param lambda one per row
  /// @param hessian one per row
  /// @param counts how often each row counts, 0 for one to leave out
  GrownTree grow(double[] lambda, double[] hessian, int[] counts, ForestSettings settings) {
    return export(fit(lambda, hessian, counts, settings).root());
  }

  RegressionTree fit(double[] lambda, double[] hessian, int[] counts, ForestSettings settings) {
    MathEx.setSeed(settings.seed());
    int[][] orders = new int[order.length][];
    Arrays.setAll(orders, i -> order[i].clone()); // the fit sorts them in place
    return new RegressionTree(frame, new NewtonStep(lambda, hessian, settings.l2()),
        new StructField("lambda", DataTypes.DoubleType), settings.leaves(), settings.leaves(),
        settings.minLeafRows(), frame.ncol(), counts.clone(), orders);
  }

  static GrownTree export(Node root) {
    int count = count(root);
    GrownTree tree = new GrownTree(new int[count], new double[count], new int[count],
        new int[count], new double[count], new double[count]);
    fill(tree, root, 0);
    return tree;
  }

  private static int count(Node node) {
    return node instanceof InternalNode inner
        ? 1 + count(inner.trueChild()) + count(inner.falseChild())
        : 1;
  }

  /// @return the first number that is still free
  private static int fill(GrownTree tree, Node node, int number) {
    tree.feature()[number] = -1;
    return switch (node) {
      case OrdinalNode inner -> {
        tree.feature()[number] = inner.feature();
        tree.threshold()[number] = threshold(inner);
        tree.left()[number] = number + 1;
        tree.right()[number] = fill(tree, inner.trueChild(), number + 1);
        tree.cover()[number] = inner.size();
        yield fill(tree, inner.falseChild(), tree.right()[number]);
      }
      case RegressionNode leaf -> {
        tree.value()[number] = leaf.output();
        tree.cover()[number] = leaf.size();
        yield number + 1;
      }
      default -> throw new IllegalStateException(
          "Smile grew a " + node.getClass().getName() + " out of numeric features");
    };
  }

  static double[][] withoutNaN(double[][] rows) {
    double[][] copy = new double[rows.length][];
    for (int row = 0; row < rows.length; row++) {
      copy[row] = rows[row].clone();
      for (int feature = 0; feature < copy[row].length; feature++) {
        double value = copy[row][feature];
        if (Double.isNaN(value)) {
          copy[row][feature] = MISSING_VALUE;
        } else if (!(Math.abs(value) <= LARGEST_VALUE)) {
          throw new IllegalArgumentException("feature " + feature + " of row " + row + " must be "
              + -LARGEST_VALUE + " to " + LARGEST_VALUE + " or NaN, was " + value);
        }
      }
    }
    return copy;
  }

  private static double threshold(OrdinalNode node) {
    try {
      return THRESHOLD.getDouble(node);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("Smile's OrdinalNode no longer lets its threshold be read",
          e);
    }
  }

  private static Field thresholdField() {
    try {
      Field field = OrdinalNode.class.getDeclaredField("value");
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(
          "this Smile keeps the threshold of a split elsewhere than 6.2.5 does", e);
    }
  }

  /// Lambdas as Smile's response, Newton steps as what a leaf says.
  private static final class NewtonStep implements Loss {
    private final double[] lambda;
    private final double[] hessian;
    private final double penalty;

    NewtonStep(double[] lambda, double[] hessian, double penalty) {
      this.lambda = lambda;
      this.hessian = hessian;
      this.penalty = penalty;
    }

    @Override
    public double output(int[] rows, int[] counts) {
      double pull = 0;
      double fade = penalty;
      for (int row : rows) {
        pull += lambda[row];
        fade += hessian[row];
      }
      return fade > 0 ? pull / fade : 0;
    }

    @Override
    public double[] response() {
      return lambda;
    }

    @Override
    public double value() {
      return 0; // boosting watches NDCG instead
    }

    @Override
    public double intercept(double[] unused) {
      return 0;
    }

    @Override
    public double[] residual() {
      return lambda;
    }
  }
}
