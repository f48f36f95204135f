package org.metier.interchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.metier.rank.Forest;
import org.metier.rank.Tree;
import tools.jackson.databind.JsonNode;

/// XGBoost's JSON dump: a list of trees as nested nodes.
///
/// An inner node has `nodeid`, `split` (a feature's name), `split_condition`, `yes` (the child for lower
/// values), `no`, `missing`, `cover` and `children`; a leaf `nodeid`, `leaf` and `cover`.
final class XgboostDump {
  private static final String DUMP = "dump it again with with_stats=True, dump_format=\"json\"";

  private XgboostDump() {}

  static ForeignModel read(String text) throws FormatProblem {
    JsonNode dump = JsonModel.parse(text);
    if (dump.size() > ForeignModel.MAX_TREES) {
      throw new FormatProblem("has " + dump.size() + " trees, more than " + ForeignModel.MAX_TREES,
          "train a smaller model");
    }
    TreeSet<String> names = new TreeSet<>(XgboostDump::compareNames);
    List<NestedTree> trees = new ArrayList<>();
    for (JsonNode root : dump) {
      NestedTree tree = new NestedTree(root, trees.size());
      names.addAll(tree.names);
      trees.add(tree);
    }
    if (names.isEmpty()) {
      throw new FormatProblem("tests no feature", DUMP);
    }
    Map<String, Integer> numbers = new HashMap<>();
    names.forEach(name -> numbers.put(name, numbers.size()));
    List<Tree> grown = new ArrayList<>();
    for (NestedTree tree : trees) {
      tree.numbers = numbers;
      grown.add(tree.toTree(0));
    }
    return new ForeignModel(List.copyOf(names), Forest.of(names.size(), 0, grown));
  }

  /// `f2` before `f10`.
  private static int compareNames(String a, String b) {
    boolean areNumbered = a.matches("f\\d{1,6}") && b.matches("f\\d{1,6}");
    return areNumbered && a.length() != b.length()
        ? Integer.compare(a.length(), b.length())
        : a.compareTo(b);
  }

  /// Nodes by their order in the file.
  private static final class NestedTree extends SourceTree {
    private final List<JsonNode> nodes = new ArrayList<>();
    private final List<int[]> children = new ArrayList<>();
    private final TreeSet<String> names = new TreeSet<>();
    private Map<String, Integer> numbers = Map.of();

    NestedTree(JsonNode root, int tree) throws FormatProblem {
      add(root, "tree " + tree + " ");
    }

    private int add(JsonNode node, String where) throws FormatProblem {
      int number = nodes.size();
      nodes.add(node);
      int[] own = {-1, -1};
      children.add(own);
      if (!node.path("cover").isNumber()) {
        throw new FormatProblem(
            where + "has a node without \"cover\", which reasons are shared out by",
            DUMP);
      }
      if (node.path("leaf").isNumber()) {
        return number;
      }
      if (!node.path("split_condition").isNumber() || node.path("split").asString("").isEmpty()) {
        throw new FormatProblem(where + "has a node that is neither a leaf nor a split by a number",
            DUMP);
      }
      names.add(node.path("split").asString(""));
      JsonNode both = node.path("children");
      for (JsonNode child : both) {
        int id = child.path("nodeid").asInt(-1);
        if (id == node.path("yes").asInt(-2)) {
          own[0] = add(child, where);
        } else if (id == node.path("no").asInt(-2)) {
          own[1] = add(child, where);
        }
      }
      if (both.size() != 2 || own[0] < 0 || own[1] < 0) {
        throw new FormatProblem(
            where + "has a split without the children that \"yes\" and \"no\" name",
            DUMP);
      }
      return number;
    }

    @Override
    boolean isLeaf(int node) {
      return children.get(node)[0] < 0;
    }

    @Override
    int feature(int node) {
      return numbers.getOrDefault(nodes.get(node).path("split").asString(""), -1);
    }

    @Override
    double threshold(int node) {
      return SinglePrecision.highestBelow(nodes.get(node).path("split_condition").floatValue());
    }

    @Override
    boolean missingGoesLeft(int node) {
      return nodes.get(node).path("missing").asInt(-1) == nodes.get(node).path("yes").asInt(-2);
    }

    @Override
    int left(int node) {
      return children.get(node)[0];
    }

    @Override
    int right(int node) {
      return children.get(node)[1];
    }

    @Override
    double value(int node) {
      return nodes.get(node).path("leaf").floatValue();
    }

    @Override
    double cover(int node) {
      return nodes.get(node).path("cover").doubleValue();
    }
  }

  static String write(ForeignModel model) {
    StringBuilder json = new StringBuilder("[");
    if (model.forest().offset() != 0) {
      json.append("\n{\"nodeid\":0,\"leaf\":")
          .append(model.forest().offset())
          .append(",\"cover\":1.0},");
    }
    for (Tree tree : model.forest().trees()) {
      json.append('\n');
      node(json, model.features(), tree, 0);
      json.append(',');
    }
    if (json.length() > 1) {
      json.setLength(json.length() - 1);
    }
    return json.append("\n]\n").toString();
  }

  /// Recursion is at most [Tree#MAX_DEPTH] deep.
  private static void node(StringBuilder json, List<String> features, Tree tree, int node) {
    json.append("{\"nodeid\":").append(node);
    if (tree.isLeaf(node)) {
      json.append(",\"leaf\":").append(tree.value(node));
    } else {
      int missing = tree.missingGoesLeft(node) ? tree.left(node) : tree.right(node);
      json.append(",\"split\":")
          .append(JsonModel.quoted(features.get(tree.feature(node))))
          .append(",\"split_condition\":")
          .append(SinglePrecision.above(tree.threshold(node)))
          .append(",\"yes\":")
          .append(tree.left(node))
          .append(",\"no\":")
          .append(tree.right(node))
          .append(",\"missing\":")
          .append(missing);
    }
    json.append(",\"cover\":").append(tree.cover(node));
    if (!tree.isLeaf(node)) {
      json.append(",\"children\":[");
      node(json, features, tree, tree.left(node));
      json.append(',');
      node(json, features, tree, tree.right(node));
      json.append(']');
    }
    json.append('}');
  }
}
