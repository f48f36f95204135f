package org.metier.match.model;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.metier.home.Home;
import org.metier.home.LearnedPart;
import org.metier.home.internal.WholeFile;
import org.metier.match.feature.Feature;
import org.metier.rank.Forest;
import org.metier.rank.Tree;

/// A trained ranker: a forest and the names of the features it was trained on, as read from and written
/// to Metier's model file.
///
/// The file is UTF-8 JSON of one object:
///
/// | property | content |
/// |---|---|
/// | `formatVersion` | 2; files of version 1, which had no `sha256`, are read as well |
/// | `kind` | `"ranker"` |
/// | `sha256` | of all bytes that follow its line, as [#toBytes] writes them |
/// | `features` | names of [Feature]s, in the order in which `trees` counts them: any of them, each once, so that a model outlives the addition of a feature |
/// | `offset` | score before the first tree |
/// | `trees` | objects of seven equally long arrays with an entry per node, see [Tree]: `feature`, `threshold`, `missingGoesLeft`, `left`, `right`, `value`, `cover` |
///
/// At most 32 MB, 5,000 trees and 1,000,000 nodes. What the model was trained on and how good it is
/// stands in the [ModelCard] beside it. Immutable and thread-safe.
///
/// @param features in the forest's order; each names a [Feature]
public record RankerModel(List<String> features, Forest forest) {
  /// The largest score, either side of 0: above it, contributions could miss the score by more than
  /// [org.metier.match.Match#TOLERANCE] through rounding alone.
  public static final double MAX_SCORE = 10_000;

  public RankerModel {
    features = List.copyOf(features);
    for (String feature : features) {
      if (!feature.matches("[A-Z][A-Z0-9_]{0,63}")) {
        throw new IllegalArgumentException(
            "a feature's name must be capitals, digits and '_', such as SALARY_RATIO");
      }
    }
    if (features.size() != forest.featureCount()) {
      throw new IllegalArgumentException("the forest has " + forest.featureCount()
          + " features, but " + features.size() + " are named");
    }
    double largest = Math.abs(forest.offset());
    for (Tree tree : forest.trees()) {
      largest += largestOutput(tree);
    }
    if (!(largest <= MAX_SCORE)) {
      throw new IllegalArgumentException("a score of the model can be as large as " + largest
          + ", but at most " + MAX_SCORE + " can be explained exactly");
    }
  }

  /// The same model for rows of all of this release's features, in their order.
  public Forest aligned() {
    List<String> all = Feature.names();
    if (features.equals(all)) {
      return forest;
    }
    List<Tree> trees = forest.trees().stream().map(tree -> renumbered(tree, all)).toList();
    return Forest.of(all.size(), forest.offset(), trees);
  }

  private Tree renumbered(Tree tree, List<String> all) {
    int nodes = tree.nodeCount();
    int[] feature = new int[nodes];
    int[] left = new int[nodes];
    int[] right = new int[nodes];
    boolean[] missingGoesLeft = new boolean[nodes];
    double[][] numbers = new double[3][nodes];
    for (int node = 0; node < nodes; node++) {
      feature[node] = tree.isLeaf(node) ? -1 : all.indexOf(features.get(tree.feature(node)));
      left[node] = tree.left(node);
      right[node] = tree.right(node);
      missingGoesLeft[node] = tree.missingGoesLeft(node);
      numbers[0][node] = tree.threshold(node);
      numbers[1][node] = tree.value(node);
      numbers[2][node] = tree.cover(node);
    }
    return new Tree(feature, numbers[0], missingGoesLeft, left, right, numbers[1], numbers[2]);
  }

  private static double largestOutput(Tree tree) {
    double largest = 0;
    for (int node = 0; node < tree.nodeCount(); node++) {
      largest = Math.max(largest, Math.abs(tree.value(node)));
    }
    return largest;
  }

  /// A model over all of this release's features.
  public static RankerModel of(Forest forest) {
    return new RankerModel(Feature.names(), forest);
  }

  /// The model that ships with Metier.
  public static RankerModel standard() {
    return RankerFile.parse(Path.of("metier-core.jar", "ranker.json"),
        ModelFile.ofMetier("ranker.json"));
  }

  /// The model in service in a home, or the one that ships with Metier where none was installed.
  ///
  /// @throws ModelFileException if the home's model cannot be used
  public static RankerModel of(Home home) {
    return home.model(LearnedPart.RANKER).inService(RankerModel::read, RankerModel::standard);
  }

  /// @throws ModelFileException if the file cannot be read, is no model, was changed after it was written,
  ///     or was trained on a feature that this release does not compute
  public static RankerModel read(Path file) {
    return RankerFile.parse(file, ModelFile.read(file));
  }

  /// A model from the content of its file.
  ///
  /// @param name of the file, for messages
  /// @throws ModelFileException as [#read]
  public static RankerModel of(Path name, byte[] content) {
    return RankerFile.parse(name, new String(content, StandardCharsets.UTF_8));
  }

  /// Replaces the file as a whole; creates its folder when missing.
  ///
  /// @throws ModelFileException if the file cannot be written
  public void write(Path file) {
    ModelFile.write(file, toBytes());
  }

  /// The content of the model file: equal models have equal bytes.
  public byte[] toBytes() {
    return RankerFile.format(this).getBytes(StandardCharsets.UTF_8);
  }

  /// The hash of [#toBytes], 64 hexadecimal digits: what `sha256sum` says of the file.
  public String sha256() {
    return WholeFile.sha256(toBytes());
  }
}
