package org.metier.match;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.metier.json.Json;
import org.metier.rank.Forest;
import org.metier.rank.Tree;
import org.metier.rank.TreeNodes;

/// The JSON of a model file, as it stands there.
///
/// @param features names of the features, in the order in which `TreeNodes.feature` counts them
/// @param trees whose outputs are added to `offset`
record RankerFile(int formatVersion, String kind, List<String> features, double offset,
    List<TreeNodes> trees) {
  static final int FORMAT_VERSION = 1;
  static final String KIND = "ranker";

  private static final int MAX_TREES = 5_000;
  private static final int MAX_NODES = 1_000_000;

  /// @param file for messages
  static RankerModel parse(Path file, String json) {
    try {
      requireFormat(file, json);
      RankerFile content = Json.read(json, RankerFile.class);
      requireSchema(file, content.features);
      requireSize(file, content.trees);
      List<Tree> trees = new ArrayList<>();
      for (int t = 0; t < content.trees.size(); t++) {
        trees.add(tree(file, t, content.trees.get(t)));
      }
      return new RankerModel(content.features,
          Forest.of(content.features.size(), content.offset, trees));
    } catch (IllegalArgumentException e) {
      throw new ModelFileException(file, String.valueOf(e.getMessage()), ModelFile.REMEDY, e);
    }
  }

  private static Tree tree(Path file, int number, TreeNodes nodes) {
    try {
      return nodes.tree();
    } catch (IllegalArgumentException e) {
      throw new ModelFileException(file, "tree " + number + ": " + e.getMessage(), ModelFile.REMEDY,
          e);
    }
  }

  private static void requireFormat(Path file, String json) {
    Optional<String> kind = Json.scalar(json, "kind");
    if (!kind.equals(Optional.of(KIND))) {
      throw new ModelFileException(file, "is not a ranker: expected \"kind\":\"" + KIND + "\"",
          "name a file that ./metier train ranker wrote");
    }
    Optional<String> version = Json.scalar(json, "formatVersion");
    if (!version.equals(Optional.of(Integer.toString(FORMAT_VERSION)))) {
      throw new ModelFileException(file, "\"formatVersion\" is not " + FORMAT_VERSION
          + ", the one this release reads", "use the release that wrote it, or train it again");
    }
  }

  static void requireSchema(Path file, List<String> found) {
    List<String> known = Feature.names();
    for (int f = 0; f < Math.max(found.size(), known.size()); f++) {
      String here = f < found.size() ? "\"" + found.get(f) + "\"" : "missing";
      String expected = f < known.size() ? "\"" + known.get(f) + "\"" : "the end of the list";
      if (!here.equals(expected)) {
        throw new ModelFileException(file, "its feature " + f + " is " + here
            + ", but this release computes " + expected + " there",
            "train the model again with this release");
      }
    }
  }

  private static void requireSize(Path file, List<TreeNodes> trees) {
    int nodes = trees.stream().mapToInt(n -> n.feature().size()).sum();
    if (trees.size() > MAX_TREES || nodes > MAX_NODES) {
      throw new ModelFileException(file, "has " + trees.size() + " trees of " + nodes
          + " nodes in all, more than " + MAX_TREES + " or " + MAX_NODES, "train a smaller model");
    }
  }

  /// The model's bytes: equal models have equal ones. A tree per line; doubles as
  /// [Double#toString(double)] writes them, which reads back to the same bits.
  static String format(RankerModel model) {
    Forest forest = model.forest();
    return "{\"formatVersion\":" + FORMAT_VERSION + ",\n\"kind\":\"" + KIND + "\",\n\"features\":"
        + model.features().stream().collect(Collectors.joining("\",\"", "[\"", "\"]"))
        + ",\n\"offset\":" + forest.offset() + ",\n\"trees\":["
        + forest.trees().stream().map(TreeNodes::format).collect(Collectors.joining(","))
        + "\n]}\n";
  }
}
