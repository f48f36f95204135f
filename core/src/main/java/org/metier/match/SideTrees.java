package org.metier.match;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.metier.match.feature.Feature;
import org.metier.match.reason.Side;
import org.metier.match.reason.SideSplit;
import org.metier.rank.Contributions;
import org.metier.rank.Forest;
import org.metier.rank.Tree;

/// A forest's trees by the side that their features belong to. Immutable and thread-safe.
final class SideTrees {
  private static final Feature[] FEATURES = Feature.values();

  private final Map<Side, Forest> pure = new EnumMap<>(Side.class);
  private final Forest mixed;

  private SideTrees(Forest forest) {
    Map<Side, List<Tree>> ofSide = new EnumMap<>(Side.class);
    for (Side side : Side.values()) {
      ofSide.put(side, new ArrayList<>());
    }
    List<Tree> ofSeveral = new ArrayList<>();
    for (Tree tree : forest.trees()) {
      Set<Side> sides = sides(tree);
      List<Tree> where = sides.size() > 1
          ? ofSeveral
          : ofSide.getOrDefault(sides.isEmpty() ? Side.MARKET : sides.iterator().next(), ofSeveral);
      where.add(tree);
    }
    ofSide.forEach((side, trees) -> pure.put(side, part(trees)));
    mixed = part(ofSeveral);
  }

  static SideTrees of(Forest forest) {
    return new SideTrees(forest);
  }

  private static Forest part(List<Tree> trees) {
    return Forest.of(FEATURES.length, 0, trees);
  }

  private static Set<Side> sides(Tree tree) {
    Set<Side> sides = EnumSet.noneOf(Side.class);
    for (int node = 0; node < tree.nodeCount(); node++) {
      if (!tree.isLeaf(node)) {
        sides.add(FEATURES[tree.feature(node)].side());
      }
    }
    return sides;
  }

  SideSplit split() {
    return mixed.trees().isEmpty() ? SideSplit.TREES : SideSplit.SHAPLEY;
  }

  /// What the side's own trees are for nobody in particular.
  double base(Side side) {
    return trees(side).base();
  }

  /// The shares of the trees that test several sides, row by row; empty when there are no such trees.
  List<Contributions> shared(double[] rows, int count) {
    return mixed.trees().isEmpty() ? List.of() : mixed.explain(rows, count);
  }

  /// The side's own trees, and its share of those that test several sides, row by row.
  ///
  /// @param shared what [#shared] gives for the same rows
  double[] values(Side side, double[] rows, int count, List<Contributions> shared) {
    double[] values = new double[count];
    trees(side).score(rows, count, values);
    for (int row = 0; row < shared.size(); row++) {
      for (Feature feature : FEATURES) {
        values[row] += feature.side() == side ? shared.get(row).value(feature.ordinal()) : 0;
      }
    }
    return values;
  }

  /// All that the side's features can move, row by row: its own trees, and those that test several sides.
  double[] moved(Side side, double[] rows, int count) {
    double[] moved = new double[count];
    trees(side).score(rows, count, moved);
    if (!mixed.trees().isEmpty()) {
      double[] ofSeveral = new double[count];
      mixed.score(rows, count, ofSeveral);
      for (int row = 0; row < count; row++) {
        moved[row] += ofSeveral[row];
      }
    }
    return moved;
  }

  private Forest trees(Side side) {
    return pure.getOrDefault(side, mixed);
  }
}
