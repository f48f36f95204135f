package org.metier.rank;

import java.util.ArrayList;
import java.util.List;

/// The trees of a forest as they are summed: those that test something in their order, the others as a
/// constant. Immutable and thread-safe.
///
/// @param trees with at least one decision each
/// @param constant the forest's offset and its trees of one leaf
record SummedTrees(List<Tree> trees, double constant) {
  SummedTrees {
    trees = List.copyOf(trees);
  }

  static SummedTrees of(double offset, List<Tree> trees) {
    List<Tree> deciding = new ArrayList<>();
    double constant = offset;
    for (Tree tree : trees) {
      if (tree.isLeaf(0)) {
        constant += tree.value(0);
      } else {
        deciding.add(tree);
      }
    }
    return new SummedTrees(deciding, constant);
  }
}
