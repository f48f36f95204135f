package org.metier.potential;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.metier.home.internal.WholeFile;
import org.metier.json.Json;
import org.metier.rank.Forest;
import org.metier.rank.Tree;
import org.metier.rank.TreeNodes;

/// The JSON of a model file, as it stands there.
///
/// @param sha256 of the JSON of `model`, as [Json#write] writes it
record PotentialFile(int formatVersion, String kind, String sha256, Content model) {
  static final int FORMAT_VERSION = 1;
  static final String KIND = "potential";

  private static final int MAX_BYTES = 32 << 20;
  private static final int MAX_TREES = 5_000;
  private static final int MAX_NODES = 1_000_000;
  private static final String REMEDY = "restore it, train the model again with ./metier train"
      + " potential, or go back with ./metier models --back potential";

  /// A [PotentialModel], with its forest as trees.
  record Content(String specificationSha256, String specificationName, int horizonWeeks,
      Family family, Link link, List<String> features, double intercept,
      List<Column> columns, List<Double> weights, double forestOffset, List<TreeNodes> trees,
      CalibrationMap calibration, Uncertainty uncertainty, List<TrainedField> trainedFields,
      TrainedOn trainedOn) {
    static Content of(PotentialModel model) {
      return new Content(model.specificationSha256(), model.specificationName(),
          model.horizonWeeks(), model.family(), model.link(), model.features(), model.intercept(),
          model.columns(), model.weights(), model.forest().offset(),
          model.forest()
              .trees()
              .stream()
              .map(tree -> Json.read(TreeNodes.format(tree), TreeNodes.class))
              .toList(),
          model.calibration(), model.uncertainty(), model.trainedFields(), model.trainedOn());
    }

    PotentialModel toModel() {
      List<Tree> grown = new ArrayList<>();
      for (int t = 0; t < trees.size(); t++) {
        try {
          grown.add(trees.get(t).tree());
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException("tree " + t + ": " + e.getMessage(), e);
        }
      }
      return new PotentialModel(specificationSha256, specificationName, horizonWeeks, family, link,
          features, intercept, columns, weights,
          Forest.of(Math.max(1, features.size()), forestOffset, grown), calibration, uncertainty,
          trainedFields, trainedOn);
    }
  }

  static String format(PotentialModel model) {
    String content = Json.write(Content.of(model));
    return "{\"formatVersion\":" + FORMAT_VERSION + ",\n\"kind\":\"" + KIND + "\",\n\"sha256\":\""
        + hash(content) + "\",\n\"model\":" + content + "}\n";
  }

  static PotentialModel read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw bad(file, "is larger than " + MAX_BYTES + " bytes");
      }
      return parse(file,
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (NoSuchFileException e) {
      throw new PotentialException(
          file + ": there is no such file; name one that ./metier train potential wrote", e);
    } catch (CharacterCodingException e) {
      throw new PotentialException(file + ": is not UTF-8 text; " + REMEDY, e);
    } catch (IOException e) {
      throw new PotentialException(file + ": cannot be read (" + e.getClass().getSimpleName()
          + "); give this user the right to read it", e);
    }
  }

  static PotentialModel parse(Path file, String json) {
    try {
      if (!Json.scalar(json, "kind").equals(Optional.of(KIND))) {
        throw new PotentialException(file + ": is no model of job potential: expected \"kind\":\""
            + KIND + "\"; name a file that ./metier train potential wrote");
      }
      String version = Json.scalar(json, "formatVersion").orElse("missing");
      if (!version.equals(Integer.toString(FORMAT_VERSION))) {
        throw new PotentialException(file + ": \"formatVersion\" is " + version
            + ", but this release reads " + FORMAT_VERSION + "; use the release that wrote it, or"
            + " train it again");
      }
      PotentialFile read = Json.read(json, PotentialFile.class);
      requireSize(file, read.model.trees);
      String hash = hash(Json.write(read.model));
      if (!hash.equals(read.sha256)) {
        throw bad(file, "its \"sha256\" is " + read.sha256 + ", but its content has " + hash
            + ", so that it was changed after it was written");
      }
      return read.model.toModel();
    } catch (IllegalArgumentException e) {
      throw new PotentialException(file + ": " + e.getMessage() + "; " + REMEDY, e);
    }
  }

  private static void requireSize(Path file, List<TreeNodes> trees) {
    int nodes = trees.stream().mapToInt(n -> n.feature().size()).sum();
    if (trees.size() > MAX_TREES || nodes > MAX_NODES) {
      throw bad(file, "has " + trees.size() + " trees of " + nodes + " nodes in all, more than "
          + MAX_TREES + " or " + MAX_NODES);
    }
  }

  private static String hash(String content) {
    return WholeFile.sha256(content.getBytes(StandardCharsets.UTF_8));
  }

  private static PotentialException bad(Path file, String problem) {
    return new PotentialException(file + ": " + problem + "; " + REMEDY);
  }
}
