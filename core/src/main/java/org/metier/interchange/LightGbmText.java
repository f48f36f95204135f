package org.metier.interchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.metier.rank.Forest;
import org.metier.rank.Tree;

/// Reads LightGBM's text model: a head of `name=value` lines, a block of them for each tree, then
/// parameters, which do not matter for scoring.
///
/// A value goes to the left if it is at most the threshold. `decision_type` has a bit for categories (1), one
/// for missing values going left (2), and what counts as missing in the next two (0 nothing, 4 zero, 8 NaN).
/// Where nothing counts as missing, NaN is taken for 0.
final class LightGbmText {
  private static final String TRAIN = "train it without, or leave such features out";

  private static final int CATEGORY = 1;
  private static final int MISSING_GOES_LEFT = 2;
  private static final int WHAT_IS_MISSING = 12;
  private static final int ZERO_IS_MISSING = 4;
  private static final int NAN_IS_MISSING = 8;

  private final Map<String, String> head;
  private final List<Map<String, String>> trees;

  private LightGbmText(Map<String, String> head, List<Map<String, String>> trees) {
    this.head = head;
    this.trees = trees;
  }

  static ForeignModel read(String text) throws FormatProblem {
    Map<String, String> head = new TreeMap<>();
    List<Map<String, String>> trees = new ArrayList<>();
    Map<String, String> block = head;
    boolean isWhole = false;
    for (String line : text.lines().skip(1).toList()) {
      if (line.equals("end of trees")) {
        isWhole = true;
        break;
      }
      if (line.startsWith("Tree=")) {
        block = new TreeMap<>();
        trees.add(block);
      } else if (!line.isBlank()) {
        int equals = line.indexOf('=');
        String name = equals < 0 ? line : line.substring(0, equals);
        if (block.put(name, equals < 0 ? "" : line.substring(equals + 1)) != null) {
          throw new FormatProblem("states \"" + name + "\" twice in one block", "save it again");
        }
      }
    }
    if (!isWhole) {
      throw new FormatProblem("ends without \"end of trees\", so that a part is missing",
          "copy it again");
    }
    return new LightGbmText(head, trees).model();
  }

  private ForeignModel model() throws FormatProblem {
    requireKnown();
    List<String> features = List.of(stated(head, "feature_names").split(" "));
    int last = (int) number(stated(head, "max_feature_idx"), "max_feature_idx");
    if (features.size() != last + 1) {
      throw new FormatProblem(
          "names " + features.size() + " features, but max_feature_idx is " + last,
          "save it again");
    }
    List<Tree> grown = new ArrayList<>();
    for (int t = 0; t < trees.size(); t++) {
      grown.add(tree(t, head.containsKey("average_output") ? trees.size() : 1));
    }
    return new ForeignModel(features, Forest.of(features.size(), 0, grown));
  }

  private void requireKnown() throws FormatProblem {
    String version = stated(head, "version");
    if (!version.equals("v3") && !version.equals("v4")) {
      throw new FormatProblem("is of version \"" + version + "\"; expected v3 or v4",
          "save it with a current LightGBM");
    }
    if (!head.getOrDefault("num_tree_per_iteration", "1").equals("1")) {
      throw new FormatProblem("has several trees an iteration, one for each class",
          "train it to give one score");
    }
    if (trees.size() > ForeignModel.MAX_TREES) {
      throw new FormatProblem("has " + trees.size() + " trees, more than " + ForeignModel.MAX_TREES,
          "train a smaller model");
    }
  }

  private Tree tree(int number, int divisor) throws FormatProblem {
    Map<String, String> block = trees.get(number);
    String where = "tree " + number + " ";
    if (!block.getOrDefault("num_cat", "0").equals("0")) {
      throw new FormatProblem(where + "splits by categories", TRAIN);
    }
    if (!block.getOrDefault("is_linear", "0").equals("0")) {
      throw new FormatProblem(where + "has linear leaves", TRAIN);
    }
    int leaves = (int) number(stated(block, "num_leaves"), "num_leaves");
    if (leaves < 1 || leaves > ForeignModel.MAX_NODES) {
      throw new FormatProblem(where + "has num_leaves=" + leaves, "save it again");
    }
    double[] values = numbers(block, "leaf_value", leaves, where);
    double[] covers = leaves == 1 ? new double[]{1} : numbers(block, "leaf_count", leaves, where);
    return nodes(block, leaves - 1, Arrays.stream(values).map(v -> v / divisor).toArray(), covers,
        where);
  }

  private static Tree nodes(Map<String, String> block, int inner, double[] values, double[] covers,
      String where) throws FormatProblem {
    int[] decision = ints(block, "decision_type", inner, where);
    int[] feature = ints(block, "split_feature", inner, where);
    int[] left = ints(block, "left_child", inner, where);
    int[] right = ints(block, "right_child", inner, where);
    double[] threshold = numbers(block, "threshold", inner, where);
    boolean[] missingGoesLeft = new boolean[inner];
    for (int node = 0; node < inner; node++) {
      missingGoesLeft[node] = missingGoesLeft(decision[node], threshold[node], where);
      requireChild(left[node], inner, where);
      requireChild(right[node], inner, where);
    }
    return new InnerAndLeaves(feature, threshold, missingGoesLeft, left, right, values, covers)
        .toTree(inner == 0 ? ~0 : 0);
  }

  private static boolean missingGoesLeft(int decision, double threshold, String where)
      throws FormatProblem {
    if ((decision & CATEGORY) != 0) {
      throw new FormatProblem(where + "splits by categories", TRAIN);
    }
    boolean isSaidLeft = (decision & MISSING_GOES_LEFT) != 0;
    boolean zeroGoesLeft = 0 <= threshold;
    return switch (decision & WHAT_IS_MISSING) {
      case NAN_IS_MISSING -> isSaidLeft;
      case ZERO_IS_MISSING -> {
        if (isSaidLeft != zeroGoesLeft) {
          throw new FormatProblem(where + "takes zero for a missing value",
              "train it with zero_as_missing=false");
        }
        yield isSaidLeft;
      }
      case 0 -> zeroGoesLeft;
      default -> throw new FormatProblem(where + "has decision_type " + decision, "save it again");
    };
  }

  private static void requireChild(int child, int inner, String where) throws FormatProblem {
    if (child >= inner || child < -inner - 1) {
      throw new FormatProblem(where + "has child " + child + "; expected " + (-inner - 1) + " to "
          + (inner - 1), "save it again");
    }
  }

  /// Inner nodes count from 0, leaves from -1 down.
  private static final class InnerAndLeaves extends SourceTree {
    private final int[] feature;
    private final double[] threshold;
    private final boolean[] missingGoesLeft;
    private final int[] left;
    private final int[] right;
    private final double[] values;
    private final double[] covers;

    InnerAndLeaves(int[] feature, double[] threshold, boolean[] missingGoesLeft, int[] left,
        int[] right, double[] values, double[] covers) {
      this.feature = feature;
      this.threshold = threshold;
      this.missingGoesLeft = missingGoesLeft;
      this.left = left;
      this.right = right;
      this.values = values;
      this.covers = covers;
    }

    @Override
    boolean isLeaf(int node) {
      return node < 0;
    }

    @Override
    int feature(int node) {
      return feature[node];
    }

    @Override
    double threshold(int node) {
      return threshold[node];
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
      return values[~node];
    }

    @Override
    double cover(int node) {
      return covers[~node];
    }
  }

  private static String stated(Map<String, String> block, String name) throws FormatProblem {
    String value = block.get(name);
    if (value == null) {
      throw new FormatProblem("lacks \"" + name + "=\"", "save it again");
    }
    return value;
  }

  private static int[] ints(Map<String, String> block, String name, int length, String where)
      throws FormatProblem {
    double[] numbers = numbers(block, name, length, where);
    int[] ints = new int[length];
    for (int i = 0; i < length; i++) {
      ints[i] = (int) numbers[i];
      if (ints[i] != numbers[i]) {
        throw new FormatProblem(
            where + "has " + name + " " + numbers[i] + "; expected a whole number",
            "save it again");
      }
    }
    return ints;
  }

  private static double[] numbers(Map<String, String> block, String name, int length, String where)
      throws FormatProblem {
    if (length == 0) {
      return new double[0];
    }
    String[] parts = stated(block, name).trim().split(" +");
    if (parts.length != length) {
      throw new FormatProblem(where + "has " + parts.length + " entries of " + name + "; expected "
          + length, "save it again");
    }
    double[] numbers = new double[length];
    for (int i = 0; i < length; i++) {
      numbers[i] = number(parts[i], name);
    }
    return numbers;
  }

  /// An infinite threshold parts what is there from what is missing; the largest number does the same.
  private static double number(String text, String name) throws FormatProblem {
    try {
      return switch (text) {
        case "inf" -> Double.MAX_VALUE;
        case "-inf" -> -Double.MAX_VALUE;
        default -> Double.parseDouble(text);
      };
    } catch (NumberFormatException e) {
      throw new FormatProblem(name + " has an entry that is no number", "save it again");
    }
  }
}
