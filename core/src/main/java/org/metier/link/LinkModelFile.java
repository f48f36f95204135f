package org.metier.link;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.metier.json.Json;
import org.metier.rank.Forest;
import org.metier.rank.Tree;
import org.metier.rank.TreeNodes;

/// The JSON of a [LinkModel], as it stands in its file.
record LinkModelFile(int formatVersion, String kind, List<String> features, Ranker withEncoder,
    Ranker withoutEncoder) {
  static final int MAX_BYTES = 8 << 20;

  private static final int FORMAT_VERSION = 1;
  private static final int MAX_TREES = 2_000;
  private static final int MAX_NODES = 200_000;
  private static final String REMEDY = "; restore it, or train the model again";

  /// A [LinkRanker], as it stands there.
  record Ranker(LinkConfidence confidence, double offset, List<TreeNodes> trees) {
    Ranker {
      trees = List.copyOf(trees);
    }
  }

  /// @param name of the file, for messages
  /// @param task what it must be for
  static LinkModel parse(String name, byte[] bytes, LinkTask task) {
    String json = text(name, bytes);
    try {
      requireFormat(name, json, task);
      LinkModelFile content = Json.read(json, LinkModelFile.class);
      requireFeatures(name, content.features, task.features());
      int features = task.features().size();
      return new LinkModel(task, ranker(name, content.withEncoder, features),
          ranker(name, content.withoutEncoder, features));
    } catch (IllegalArgumentException e) {
      throw new LinkModelException(name + ": " + e.getMessage() + REMEDY, e);
    }
  }

  private static LinkRanker ranker(String name, Ranker content, int features) {
    int nodes = content.trees.stream().mapToInt(t -> t.feature().size()).sum();
    if (content.trees.size() > MAX_TREES || nodes > MAX_NODES) {
      throw new LinkModelException(name + " has " + content.trees.size() + " trees of " + nodes
          + " nodes in all, more than " + MAX_TREES + " or " + MAX_NODES
          + "; train a smaller model");
    }
    List<Tree> trees = new ArrayList<>();
    for (int t = 0; t < content.trees.size(); t++) {
      trees.add(tree(name, t, content.trees.get(t)));
    }
    return new LinkRanker(Forest.of(features, content.offset, trees),
        content.confidence);
  }

  private static String text(String name, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new LinkModelException(name + " is not UTF-8 text" + REMEDY, e);
    }
  }

  private static Tree tree(String name, int number, TreeNodes nodes) {
    try {
      return nodes.tree();
    } catch (IllegalArgumentException e) {
      throw new LinkModelException(name + ": tree " + number + ": " + e.getMessage() + REMEDY, e);
    }
  }

  private static void requireFormat(String name, String json, LinkTask task) {
    if (!Json.scalar(json, "kind").equals(Optional.of(task.kind()))) {
      throw new LinkModelException(name + " is no model of " + task.kind()
          + ": expected \"kind\":\"" + task.kind() + "\"; name a file that ./metier train "
          + task.kind() + " wrote");
    }
    if (!Json.scalar(json, "formatVersion")
        .equals(Optional.of(Integer.toString(FORMAT_VERSION)))) {
      throw new LinkModelException(name + ": \"formatVersion\" is not " + FORMAT_VERSION
          + ", the one this release reads; use the release that wrote it, or train it again");
    }
  }

  private static void requireFeatures(String name, List<String> found,
      List<String> known) {
    for (int f = 0; f < Math.max(found.size(), known.size()); f++) {
      String here = f < found.size() ? "\"" + found.get(f) + "\"" : "missing";
      String expected = f < known.size() ? "\"" + known.get(f) + "\"" : "the end of the list";
      if (!here.equals(expected)) {
        throw new LinkModelException(name + ": its feature " + f + " is " + here
            + ", but this release computes " + expected
            + " there; train the model again with this release");
      }
    }
  }

  /// A tree per line; doubles as [Double#toString(double)] writes them.
  static String format(LinkModel model) {
    return "{\"formatVersion\":" + FORMAT_VERSION + ",\n\"kind\":\"" + model.task().kind() + "\",\n\"features\":"
        + model.task().features().stream().collect(Collectors.joining("\",\"", "[\"", "\"]"))
        + ",\n\"withEncoder\":" + format(model.withEncoder())
        + ",\n\"withoutEncoder\":" + format(model.withoutEncoder()) + "}\n";
  }

  private static String format(LinkRanker ranker) {
    return "{\"confidence\":" + format(ranker.confidence())
        + ",\n\"offset\":" + ranker.forest().offset() + ",\n\"trees\":["
        + ranker.forest().trees().stream().map(TreeNodes::format).collect(Collectors.joining(","))
        + "\n]}";
  }

  private static String format(LinkConfidence confidence) {
    return "{\"offset\":" + confidence.offset() + ",\"score\":" + confidence.score()
        + ",\"lead\":" + confidence.lead() + ",\"writing\":" + confidence.writing()
        + ",\"covered\":" + confidence.covered() + "}";
  }
}
