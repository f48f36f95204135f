package org.metier.benchmarks.forest;

import java.util.StringJoiner;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.metier.rank.Forest;
import org.metier.rank.Tree;

/// Writes a forest as LightGBM's text model, version 4. Its trees number inner nodes and leaves apart, a
/// leaf as `-1 - number`, and keep in `decision_type` that a missing value is NaN (8) and goes left (2).
/// It has no offset.
final class LightGbmWriter {
  private static final int NAN_IS_MISSING = 8;
  private static final int MISSING_GOES_LEFT = 2;

  private LightGbmWriter() {}

  /// @throws IllegalArgumentException if the forest has an offset
  static String write(Forest forest) {
    if (forest.offset() != 0) {
      throw new IllegalArgumentException(
          "LightGBM's text has no offset, but the forest has " + forest.offset());
    }
    var text = new StringBuilder(
        "tree\nversion=v4\nnum_class=1\nnum_tree_per_iteration=1\nlabel_index=0\n")
        .append("max_feature_idx=")
        .append(forest.featureCount() - 1)
        .append("\nobjective=regression\nfeature_names=")
        .append(features(forest, "f%d"))
        .append("\nfeature_infos=")
        .append(features(forest, "[-1e308:1e308]"))
        .append("\n\n");
    int number = 0;
    for (Tree tree : forest.trees()) {
      text.append("Tree=").append(number++).append('\n').append(tree(tree)).append("\n\n");
    }
    return text.append("end of trees\n\npandas_categorical:null\n").toString();
  }

  private static String features(Forest forest, String format) {
    return IntStream.range(0, forest.featureCount())
        .mapToObj(format::formatted)
        .collect(Collectors.joining(" "));
  }

  private static String tree(Tree tree) {
    int[] inner = IntStream.range(0, tree.nodeCount()).filter(n -> !tree.isLeaf(n)).toArray();
    int[] leaves = IntStream.range(0, tree.nodeCount()).filter(tree::isLeaf).toArray();
    int[] number = new int[tree.nodeCount()];
    for (int i = 0; i < inner.length; i++) {
      number[inner[i]] = i;
    }
    for (int i = 0; i < leaves.length; i++) {
      number[leaves[i]] = -1 - i;
    }
    IntUnaryOperator decision = n -> NAN_IS_MISSING
        + (tree.missingGoesLeft(n) ? MISSING_GOES_LEFT : 0);
    var lines = new StringJoiner("\n");
    lines.add("num_leaves=" + leaves.length).add("num_cat=0");
    lines.add("split_feature=" + ints(inner, tree::feature));
    lines.add("split_gain=" + ints(inner, n -> 1));
    lines.add("threshold=" + IntStream.of(inner)
        .mapToObj(n -> String.valueOf(tree.threshold(n)))
        .collect(Collectors.joining(" ")));
    lines.add("decision_type=" + ints(inner, decision));
    lines.add("left_child=" + ints(inner, n -> number[tree.left(n)]));
    lines.add("right_child=" + ints(inner, n -> number[tree.right(n)]));
    lines.add("leaf_value=" + IntStream.of(leaves)
        .mapToObj(n -> String.valueOf(tree.value(n)))
        .collect(Collectors.joining(" ")));
    lines.add("leaf_weight=" + ints(leaves, n -> 1)).add("leaf_count=" + ints(leaves, n -> 1));
    lines.add("internal_value=" + ints(inner, n -> 0));
    lines.add("internal_weight=" + ints(inner, n -> 1));
    lines.add("internal_count=" + ints(inner, n -> 1));
    return lines.add("is_linear=0").add("shrinkage=1").toString();
  }

  private static String ints(int[] nodes, IntUnaryOperator ofNode) {
    return IntStream.of(nodes)
        .map(ofNode)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(" "));
  }
}
