package org.metier.match;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /// The side's own trees, and its share of those that test several sides.
  double value(Side side, double[] features) {
    double value = trees(side).score(features);
    if (!mixed.trees().isEmpty()) {
      Contributions shared = mixed.explain(features);
      for (Feature feature : FEATURES) {
        value += feature.side() == side ? shared.value(feature.ordinal()) : 0;
      }
    }
    return value;
  }

  /// All that the side's features can move: its own trees, and those that test several sides.
  double moved(Side side, double[] features) {
    return trees(side).score(features) + mixed.score(features);
  }

  private Forest trees(Side side) {
    return pure.getOrDefault(side, mixed);
  }
}
