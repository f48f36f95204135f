package org.metier.section;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.metier.home.internal.WholeFile;
import org.metier.json.Json;

/// Models of sections, to and from UTF-8 JSON files of one object:
///
/// | property | content |
/// |---|---|
/// | `formatVersion` | 1 |
/// | `kind` | `"sections"` |
/// | `featureVersion`, `buckets` | [LineFeatures#VERSION] and [LineFeatures#BUCKETS] |
/// | `labels` | the names of all [SectionLabel]s in their order |
/// | `steps` | for each label, and last for the beginning, the weights of the labels that follow |
/// | `weights` | for the number of each feature the weights of all labels, a signed byte each, in Base64 |
///
/// At most 8 MB.
public final class SectionModelFile {
  private static final String STANDARD = "sections.json";
  private static final int FORMAT = 1;
  private static final String KIND = "sections";
  private static final int MAX_BYTES = 8 << 20;

  private SectionModelFile() {}

  private record Content(int formatVersion, String kind, int featureVersion, int buckets,
      List<String> labels, List<List<Integer>> steps, Map<String, String> weights) {}

  static SectionModel ofMetier() {
    try (InputStream in = SectionModelFile.class.getResourceAsStream(STANDARD)) {
      if (in == null) {
        throw new IllegalStateException("metier-profiling was built without " + STANDARD);
      }
      return parse("metier-profiling.jar/" + STANDARD, in.readAllBytes());
    } catch (IOException e) {
      throw new SectionModelException(
          "metier-profiling.jar/" + STANDARD + " cannot be read; install Metier again", e);
    }
  }

  /// @throws SectionModelException if the file cannot be read, is no model, or was trained on other features
  ///     than this release computes
  public static SectionModel read(Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new SectionModelException(file + " is larger than " + MAX_BYTES
            + " bytes; name a file that ./metier train sections wrote");
      }
      return parse(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new SectionModelException(file + " cannot be read ("
          + e.getClass().getSimpleName() + "); name a file such as sections.json", e);
    }
  }

  private static SectionModel parse(String name, byte[] bytes) {
    Content content;
    try {
      content = Json.read(new String(bytes, StandardCharsets.UTF_8), Content.class);
    } catch (IllegalArgumentException e) {
      throw new SectionModelException(name + " is no model of sections: " + e.getMessage()
          + "; name a file that ./metier train sections wrote", e);
    }
    require(name, "formatVersion", FORMAT, content.formatVersion);
    require(name, "kind", KIND, content.kind);
    require(name, "featureVersion", LineFeatures.VERSION, content.featureVersion);
    require(name, "buckets", LineFeatures.BUCKETS, content.buckets);
    require(name, "labels", SectionLabel.names(), content.labels);
    int[][] steps = content.steps.stream()
        .map(row -> row.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
    if (Arrays.stream(steps).anyMatch(row -> row.length != SectionLabel.COUNT)) {
      throw new SectionModelException(name + ": \"steps\" must hold " + SectionLabel.COUNT
          + " weights a row; train the model again");
    }
    Map<Integer, byte[]> rows = new TreeMap<>();
    content.weights.forEach((feature, weights) -> rows.put(feature(name, feature),
        weights(name, feature, weights)));
    try {
      return new SectionModel(rows, steps);
    } catch (IllegalArgumentException e) {
      throw new SectionModelException(name + ": " + e.getMessage() + "; train the model again", e);
    }
  }

  private static void require(String name, String property, Object expected, Object found) {
    if (!expected.equals(found)) {
      throw new SectionModelException("%s: \"%s\" is %s; expected %s: train the model again"
          .formatted(name, property, found, expected));
    }
  }

  private static int feature(String name, String feature) {
    try {
      int number = Integer.parseInt(feature);
      if (number >= 0 && number < LineFeatures.BUCKETS) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new SectionModelException(badFeature(name, feature), e);
    }
    throw new SectionModelException(badFeature(name, feature));
  }

  private static String badFeature(String name, String feature) {
    return "%s: a feature is \"%s\"; expected a number of 0 to %d: train the model again"
        .formatted(name, feature, LineFeatures.BUCKETS - 1);
  }

  private static byte[] weights(String name, String feature, String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new SectionModelException(
          name + ": the weights of feature " + feature + " are not Base64; train the model again",
          e);
    }
  }

  /// The content of the model file: equal models have equal bytes.
  public static byte[] bytes(SectionModel model) {
    Map<String, String> weights = new TreeMap<>();
    model.rows()
        .forEach((feature, row) -> weights.put("%05d".formatted(feature),
            Base64.getEncoder().encodeToString(row)));
    List<List<Integer>> steps = Arrays.stream(model.steps())
        .map(row -> Arrays.stream(row).boxed().toList())
        .toList();
    return (Json.write(new Content(FORMAT, KIND, LineFeatures.VERSION, LineFeatures.BUCKETS,
        SectionLabel.names(), steps, weights)) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /// The hash of the model file, 64 hexadecimal digits.
  public static String sha256(SectionModel model) {
    return WholeFile.sha256(bytes(model));
  }

  /// Replaces the file as a whole; creates its folder when missing.
  ///
  /// @throws SectionModelException if the file cannot be written
  public static void write(SectionModel model, Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new SectionModelException(
          file + " is the root folder; name a file such as sections.json");
    }
    try {
      Files.createDirectories(folder);
      Path draft = folder.resolve(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
      try {
        Files.write(draft, bytes(model));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new SectionModelException(file + " cannot be written ("
          + e.getClass().getSimpleName() + "); give this user the right to write to its folder", e);
    }
  }
}
