package org.metier.match.model;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.metier.home.internal.WholeFile;
import org.metier.json.Json;
import org.metier.match.feature.Feature;
import org.metier.rank.Forest;
import org.metier.rank.Tree;
import org.metier.rank.TreeNodes;

/// The JSON of a model file, as it stands there.
///
/// @param sha256 of all that follows it, as [#format] writes it; absent in version 1
/// @param features names of the features, in the order in which `TreeNodes.feature` counts them
/// @param trees whose outputs are added to `offset`
record RankerFile(int formatVersion, String kind, @Nullable String sha256, List<String> features,
    double offset, List<TreeNodes> trees) {
  static final int FORMAT_VERSION = 2;
  private static final int FIRST_VERSION = 1;
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
      RankerModel model = new RankerModel(content.features,
          Forest.of(content.features.size(), content.offset, trees));
      requireWhole(file, content, model);
      return model;
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
    String version = Json.scalar(json, "formatVersion").orElse("missing");
    if (!version.equals(Integer.toString(FORMAT_VERSION))
        && !version.equals(Integer.toString(FIRST_VERSION))) {
      throw new ModelFileException(file,
          "\"formatVersion\" is " + version + ", but this release reads "
              + FIRST_VERSION + " and " + FORMAT_VERSION,
          "use the release that wrote it, or train it again");
    }
  }

  private static void requireWhole(Path file, RankerFile content, RankerModel model) {
    String expected = content.formatVersion == FIRST_VERSION ? null : sha256(body(model));
    if (!Objects.equals(content.sha256, expected)) {
      throw new ModelFileException(file, "its \"sha256\" is " + content.sha256
          + ", but its content has " + expected + ", so that it was changed after it was written",
          ModelFile.REMEDY);
    }
  }

  private static String sha256(String text) {
    return WholeFile.sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  /// A model may have been trained on fewer features than this release computes, never on others.
  static void requireSchema(Path file, List<String> found) {
    Set<String> known = new HashSet<>(Feature.names());
    for (int f = 0; f < found.size(); f++) {
      if (!known.remove(found.get(f))) {
        throw new ModelFileException(
            file, "its feature " + f + " is \"" + found.get(f) + "\", which"
                + (found.subList(0, f).contains(found.get(f))
                    ? " stands there twice"
                    : " this release does not compute"),
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
    String body = body(model);
    return "{\"formatVersion\":" + FORMAT_VERSION + ",\n\"kind\":\"" + KIND + "\",\n\"sha256\":\""
        + sha256(body) + "\",\n" + body;
  }

  private static String body(RankerModel model) {
    Forest forest = model.forest();
    return "\"features\":"
        + model.features().stream().collect(Collectors.joining("\",\"", "[\"", "\"]"))
        + ",\n\"offset\":" + forest.offset() + ",\n\"trees\":["
        + forest.trees().stream().map(TreeNodes::format).collect(Collectors.joining(","))
        + "\n]}\n";
  }
}
