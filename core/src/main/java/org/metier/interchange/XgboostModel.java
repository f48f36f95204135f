package org.metier.interchange;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.metier.rank.Forest;
import org.metier.rank.Tree;
import tools.jackson.databind.JsonNode;

/// Reads XGBoost's JSON model. Each tree has parallel arrays with an entry per node; a leaf has left child -1
/// and its value in `split_conditions`.
final class XgboostModel {
  private static final String TRAIN = "train it with booster gbtree for one score";
  private static final String SAVE = "save it again with save_model(\"model.json\")";

  private XgboostModel() {}

  static ForeignModel read(String text) throws FormatProblem {
    JsonNode learner = part(JsonModel.parse(text), "learner");
    JsonNode param = part(learner, "learner_model_param");
    JsonNode booster = part(learner, "gradient_booster");
    String name = booster.path("name").asString("");
    if (!name.equals("gbtree")) {
      throw new FormatProblem("has booster \"" + name + "\"; expected gbtree", TRAIN);
    }
    int features = (int) number(param, "num_feature");
    boolean hasTargets = param.has("num_target") && number(param, "num_target") > 1;
    if (hasTargets || number(param, "num_class") > 1) {
      throw new FormatProblem("gives several scores a row", TRAIN);
    }
    JsonNode trees = part(part(booster, "model"), "trees");
    if (trees.size() > ForeignModel.MAX_TREES) {
      throw new FormatProblem("has " + trees.size() + " trees, more than " + ForeignModel.MAX_TREES,
          "train a smaller model");
    }
    List<Tree> grown = new ArrayList<>();
    for (JsonNode tree : trees) {
      grown.add(new Columns(tree, grown.size()).toTree(0));
    }
    return new ForeignModel(features(learner, features),
        Forest.of(features, offset(learner, param), grown));
  }

  /// XGBoost keeps the base score as it is after the objective's link.
  private static double offset(JsonNode learner, JsonNode param) throws FormatProblem {
    float base = (float) number(param, "base_score");
    String objective = part(learner, "objective").path("name").asString("");
    if (objective.startsWith("rank:") || objective.equals("reg:squarederror")
        || objective.equals("binary:logitraw")) {
      return base;
    }
    if (objective.equals("binary:logistic") || objective.equals("reg:logistic")) {
      return -StrictMath.log(1 / (double) base - 1);
    }
    throw new FormatProblem("has objective \"" + objective + "\"", "train it with rank:ndcg,"
        + " rank:pairwise, rank:map, reg:squarederror or binary:logistic");
  }

  private static List<String> features(JsonNode learner, int count) throws FormatProblem {
    JsonNode names = learner.path("feature_names");
    if (names.isEmpty()) {
      return IntStream.range(0, count).mapToObj(f -> "f" + f).toList();
    }
    if (names.size() != count) {
      throw new FormatProblem("names " + names.size() + " features, but num_feature is " + count,
          SAVE);
    }
    List<String> features = new ArrayList<>();
    names.forEach(name -> features.add(name.asString("")));
    return features;
  }

  private static JsonNode part(JsonNode node, String name) throws FormatProblem {
    JsonNode part = node.path(name);
    if (part.isMissingNode()) {
      throw new FormatProblem("lacks \"" + name + "\"", SAVE);
    }
    return part;
  }

  /// Numbers stand as text, since 3.1 in brackets.
  private static double number(JsonNode node, String name) throws FormatProblem {
    JsonNode value = part(node, name);
    String text = value.isNumber() ? value.toString() : value.asString("");
    try {
      return Double.parseDouble(text.replaceFirst("^\\[(.*)]$", "$1"));
    } catch (NumberFormatException e) {
      throw new FormatProblem("\"" + name + "\" is no single number", SAVE);
    }
  }

  private static final class Columns extends SourceTree {
    private final int[] left;
    private final int[] right;
    private final int[] feature;
    private final float[] condition;
    private final boolean[] missingGoesLeft;
    private final double[] cover;

    Columns(JsonNode tree, int number) throws FormatProblem {
      String where = "tree " + number + " ";
      if (!tree.path("categories").isEmpty()) {
        throw new FormatProblem(where + "splits by categories", TRAIN);
      }
      int nodes = part(tree, "left_children").size();
      left = new int[nodes];
      right = new int[nodes];
      feature = new int[nodes];
      condition = new float[nodes];
      missingGoesLeft = new boolean[nodes];
      cover = new double[nodes];
      for (int node = 0; node < nodes; node++) {
        left[node] = (int) entry(tree, "left_children", node, where);
        right[node] = (int) entry(tree, "right_children", node, where);
        feature[node] = (int) entry(tree, "split_indices", node, where);
        condition[node] = (float) entry(tree, "split_conditions", node, where);
        missingGoesLeft[node] = entry(tree, "default_left", node, where) != 0;
        cover[node] = entry(tree, "sum_hessian", node, where);
        if (left[node] != -1 && (outside(left[node], nodes) || outside(right[node], nodes))) {
          throw new FormatProblem(where + "has a child outside of its " + nodes + " nodes", SAVE);
        }
      }
      if (nodes == 0) {
        throw new FormatProblem(where + "has no node", SAVE);
      }
    }

    private static boolean outside(int child, int nodes) {
      return child < 0 || child >= nodes;
    }

    private static double entry(JsonNode tree, String name, int node, String where)
        throws FormatProblem {
      JsonNode entry = part(tree, name).path(node);
      if (entry.isBoolean()) {
        return entry.booleanValue() ? 1 : 0;
      }
      if (!entry.isNumber()) {
        throw new FormatProblem(where + "lacks a number in \"" + name + "\" for node " + node,
            SAVE);
      }
      return entry.doubleValue();
    }

    @Override
    boolean isLeaf(int node) {
      return left[node] == -1;
    }

    @Override
    int feature(int node) {
      return feature[node];
    }

    @Override
    double threshold(int node) {
      return SinglePrecision.highestBelow(condition[node]);
    }

    @Override
    boolean missingGoesLeft(int node) {
      return missingGoesLeft[node];
    }

    @Override
    int left(int node) {
      return left[node];
    }

    @Override
    int right(int node) {
      return right[node];
    }

    @Override
    double value(int node) {
      return condition[node];
    }

    @Override
    double cover(int node) {
      return cover[node];
    }
  }
}
