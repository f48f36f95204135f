package org.metier.rank;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A [Tree] as model files hold it: one entry per node in each list, the root first.
public record TreeNodes(List<Integer> feature, List<Double> threshold,
    List<Boolean> missingGoesLeft, List<Integer> left, List<Integer> right, List<Double> value,
    List<Double> cover) {
  public TreeNodes {
    feature = List.copyOf(feature);
    threshold = List.copyOf(threshold);
    missingGoesLeft = List.copyOf(missingGoesLeft);
    left = List.copyOf(left);
    right = List.copyOf(right);
    value = List.copyOf(value);
    cover = List.copyOf(cover);
  }

  /// @throws IllegalArgumentException if the lists are not a tree; the message names the node
  public Tree tree() {
    boolean[] missing = new boolean[missingGoesLeft.size()];
    for (int i = 0; i < missing.length; i++) {
      missing[i] = missingGoesLeft.get(i);
    }
    return new Tree(ints(feature), doubles(threshold), missing, ints(left), ints(right),
        doubles(value), doubles(cover));
  }

  private static int[] ints(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  private static double[] doubles(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /// One line of JSON, led by a line break; doubles as [Double#toString(double)] writes them, which reads
  /// back to the same bits.
  public static String format(Tree tree) {
    return "\n{" + column("feature", tree, tree::feature) + ","
        + column("threshold", tree, tree::threshold) + ","
        + column("missingGoesLeft", tree, tree::missingGoesLeft) + ","
        + column("left", tree, tree::left) + "," + column("right", tree, tree::right) + ","
        + column("value", tree, tree::value) + "," + column("cover", tree, tree::cover) + "}";
  }

  private static String column(String name, Tree tree, IntFunction<Object> ofNode) {
    return IntStream.range(0, tree.nodeCount())
        .mapToObj(node -> String.valueOf(ofNode.apply(node)))
        .collect(Collectors.joining(",", "\"" + name + "\":[", "]"));
  }
}
