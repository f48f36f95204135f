package org.metier.interchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.metier.rank.Forest;

/// A tree ensemble that another program trained, as a [Forest] that scores rows as that program does.
///
/// Three formats are told from their content:
///
/// | format | written by | scores |
/// |---|---|---|
/// | LightGBM's text (`tree`, `version=v3` or `v4`) | `save_model`, `saveModel` | equal to the bit, but for averaged trees (random forests) |
/// | XGBoost's JSON model (`learner`) | `save_model("m.json")` | its single-precision sums to about 1e-6 |
/// | XGBoost's JSON dump with covers | `dump_model(…, with_stats=True, dump_format="json")` | the same, without a base score: a dump has none |
///
/// Trees go the same way in all three for every row of finite and missing values, those on a threshold included.
/// What a forest cannot say (categories, linear leaves, several classes, dropped trees, zero as missing) is
/// refused by name. At most 64 MB, 5,000 trees and 1,000,000 nodes. Immutable and thread-safe.
///
/// @param features the name of each feature, in the forest's order; of a dump, those that its trees test
public record ForeignModel(List<String> features, Forest forest) {
  static final int MAX_BYTES = 64 << 20;
  static final int MAX_TREES = 5_000;
  static final int MAX_NODES = 1_000_000;

  private static final String SAVE = "save it again as LightGBM text, XGBoost JSON or XGBoost's JSON"
      + " dump with covers";

  public ForeignModel {
    features = List.copyOf(features);
    if (features.size() != forest.featureCount()) {
      throw new IllegalArgumentException("the forest has " + forest.featureCount()
          + " features, but " + features.size() + " are named");
    }
  }

  /// @throws ForeignModelException if the file cannot be read, is of none of the formats, or says what a
  ///     forest cannot
  public static ForeignModel read(Path file) {
    String text = text(file);
    try {
      return parse(text);
    } catch (FormatProblem problem) {
      throw new ForeignModelException(file, String.valueOf(problem.getMessage()), problem.remedy(),
          problem);
    } catch (IllegalArgumentException e) {
      throw new ForeignModelException(file, String.valueOf(e.getMessage()), SAVE, e);
    }
  }

  private static ForeignModel parse(String text) throws FormatProblem {
    String start = text.stripLeading();
    if (start.startsWith("tree\n") || start.startsWith("tree\r\n")) {
      return LightGbmText.read(start);
    }
    if (start.startsWith("[")) {
      return XgboostDump.read(text);
    }
    if (start.startsWith("{")) {
      return XgboostModel.read(text);
    }
    throw new FormatProblem(
        "is no model of LightGBM or XGBoost: expected \"tree\", \"{\" or \"[\" at its"
            + " start",
        SAVE);
  }

  private static String text(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new ForeignModelException(file, "is larger than " + MAX_BYTES + " bytes",
            "train a smaller model");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new ForeignModelException(file, "is not UTF-8 text", SAVE, e);
    } catch (IOException e) {
      throw new ForeignModelException(file, "cannot be read (" + e.getClass().getSimpleName() + ")",
          "name a file that exists and that this user may read", e);
    }
  }

  /// The forest as XGBoost's JSON dump with covers, which Elasticsearch's, OpenSearch's and Vespa's
  /// learning to rank read: a list of trees that test features by name, an offset as a tree of one leaf.
  ///
  /// These read features in single precision and go to the left below a threshold; thresholds are moved so
  /// that every row of single precision goes where it goes in the forest. Equal models give equal text.
  public String toXgboostDump() {
    return XgboostDump.write(this);
  }
}
