package org.metier.benchmarks.forest;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.metier.rank.Forest;
import org.metier.rank.Tree;

/// Writes a forest as XGBoost's JSON model, schema 2.1. XGBoost sends a value to the left if it is *less*
/// than the condition, and compares floats: the condition is the next float above the threshold, which is
/// the same for rows of floats. Leaves keep their value in `split_conditions`.
final class XgboostJson {
  private static final int NO_PARENT = Integer.MAX_VALUE;

  private XgboostJson() {}

  static String write(Forest forest) {
    int trees = forest.trees().size();
    String all = IntStream.range(0, trees)
        .mapToObj(t -> tree(forest.trees().get(t), t, forest.featureCount()))
        .collect(Collectors.joining(","));
    return """
        {"learner":{"attributes":{},"feature_names":[],"feature_types":[],\
        "gradient_booster":{"model":{"gbtree_model_param":{"num_parallel_tree":"1","num_trees":"%d"},\
        "iteration_indptr":[%s],"tree_info":[%s],"trees":[%s]},"name":"gbtree"},\
        "learner_model_param":{"base_score":"%s","boost_from_average":"1","num_class":"0",\
        "num_feature":"%d","num_target":"1"},\
        "objective":{"name":"reg:squarederror","reg_loss_param":{"scale_pos_weight":"1"}}},\
        "version":[2,1,4]}"""
        .formatted(trees, list(trees + 1, String::valueOf),
            list(trees, t -> "0"), all, (float) forest.offset(), forest.featureCount());
  }

  private static String tree(Tree tree, int number, int features) {
    int nodes = tree.nodeCount();
    int[] parent = new int[nodes];
    parent[0] = NO_PARENT;
    for (int n = 0; n < nodes; n++) {
      if (!tree.isLeaf(n)) {
        parent[tree.left(n)] = n;
        parent[tree.right(n)] = n;
      }
    }
    return """
        {"base_weights":[%s],"categories":[],"categories_nodes":[],"categories_segments":[],\
        "categories_sizes":[],"default_left":[%s],"id":%d,"left_children":[%s],"loss_changes":[%s],\
        "parents":[%s],"right_children":[%s],"split_conditions":[%s],"split_indices":[%s],\
        "split_type":[%s],"sum_hessian":[%s],"tree_param":{"num_deleted":"0","num_feature":"%d",\
        "num_nodes":"%d","size_leaf_vector":"1"}}""".formatted(list(nodes, n -> "0.0"),
        list(nodes, n -> tree.missingGoesLeft(n) ? "1" : "0"), number,
        list(nodes, n -> String.valueOf(tree.left(n))), list(nodes, n -> "0.0"),
        list(nodes, n -> String.valueOf(parent[n])),
        list(nodes, n -> String.valueOf(tree.right(n))), list(nodes, n -> condition(tree, n)),
        list(nodes, n -> String.valueOf(Math.max(0, tree.feature(n)))), list(nodes, n -> "0"),
        list(nodes, n -> String.valueOf((float) tree.cover(n))), features, nodes);
  }

  private static String condition(Tree tree, int node) {
    return String.valueOf(tree.isLeaf(node)
        ? (float) tree.value(node)
        : Math.nextUp((float) tree.threshold(node)));
  }

  private static String list(int count, IntFunction<String> item) {
    return IntStream.range(0, count).mapToObj(item).collect(Collectors.joining(","));
  }
}
