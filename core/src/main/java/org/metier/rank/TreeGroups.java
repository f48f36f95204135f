package org.metier.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The trees of a forest in the order in which they are summed: group by group, within a group as the
/// forest lists them. Trees of one leaf test nothing and belong to no group: they are a constant.
/// Immutable and thread-safe.
final class TreeGroups {
  /// Those with at least one decision.
  final List<Tree> trees;
  /// The first tree of each group, and the number of trees at the end.
  final int[] starts;
  /// The forest's offset and its trees of one leaf.
  final double constant;

  private TreeGroups(List<Tree> trees, int[] starts, double constant) {
    this.trees = List.copyOf(trees);
    this.starts = starts;
    this.constant = constant;
  }

  /// @param groupOfFeature from 0, without a gap
  /// @throws IllegalArgumentException if a tree tests features of two groups
  static TreeGroups of(double offset, List<Tree> trees, int[] groupOfFeature) {
    int count = Arrays.stream(groupOfFeature).max().orElse(0) + 1;
    List<List<Tree>> members = new ArrayList<>();
    for (int g = 0; g < count; g++) {
      members.add(new ArrayList<>());
    }
    double constant = offset;
    for (int t = 0; t < trees.size(); t++) {
      Tree tree = trees.get(t);
      if (tree.isLeaf(0)) {
        constant += tree.value(0);
      } else {
        members.get(groupOf(tree, t, groupOfFeature)).add(tree);
      }
    }
    List<Tree> ordered = new ArrayList<>();
    int[] starts = new int[count + 1];
    for (int g = 0; g < count; g++) {
      ordered.addAll(members.get(g));
      starts[g + 1] = ordered.size();
    }
    return new TreeGroups(ordered, starts, constant);
  }

  private static int groupOf(Tree tree, int number, int[] groupOfFeature) {
    int first = tree.feature(0);
    for (int node = 1; node < tree.nodeCount(); node++) {
      int other = tree.feature(node);
      if (other >= 0 && groupOfFeature[other] != groupOfFeature[first]) {
        throw new IllegalArgumentException("a tree must test features of one group, but tree "
            + number + " tests feature " + first + " of group " + groupOfFeature[first]
            + " and feature " + other + " of group " + groupOfFeature[other]);
      }
    }
    return groupOfFeature[first];
  }

  int count() {
    return starts.length - 1;
  }
}
