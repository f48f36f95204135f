package org.metier.potential;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.metier.home.Home;
import org.metier.home.LearnedPart;
import org.metier.home.internal.WholeFile;
import org.metier.rank.Forest;

/// A trained model of job potential: a linear part over [Column]s and a forest over the features themselves, whose sum
/// is the score. Either may be empty. Immutable and thread-safe; a [Scorer] applies it.
///
/// The file is UTF-8 JSON of one object with `formatVersion` 1, `kind` `"potential"`, `sha256` of the model as written
/// below it, and `model` with the components of this record, the forest as its trees. At most 32 MB, 5,000 trees and
/// 1,000,000 nodes. The card beside it says on what it was trained and how good it is.
///
/// @param specificationSha256 of the specification that it was trained under; it scores under no other
/// @param specificationName for messages
/// @param horizonWeeks within which the outcome is forecast
/// @param family how the linear part was fitted
/// @param link how a score turns into a chance
/// @param features names of the specification's features, in order
/// @param intercept the linear part for the mean training person
/// @param columns of the linear part
/// @param weights one per column
/// @param forest over the features in their order, NaN where unknown
/// @param calibration what was learnt on people it had not seen
/// @param uncertainty bootstrap replicates
/// @param trainedFields one per feature, in their order
/// @param trainedOn how many people
public record PotentialModel(String specificationSha256, String specificationName, int horizonWeeks,
    Family family, Link link, List<String> features, double intercept, List<Column> columns,
    List<Double> weights, Forest forest, CalibrationMap calibration, Uncertainty uncertainty,
    List<TrainedField> trainedFields, TrainedOn trainedOn) {
  public PotentialModel {
    features = List.copyOf(features);
    columns = List.copyOf(columns);
    weights = List.copyOf(weights);
    trainedFields = List.copyOf(trainedFields);
    if (!specificationSha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("specificationSha256 must be 64 hexadecimal digits, was "
          + specificationSha256);
    }
    requireColumns(features, columns, weights, intercept);
    if (forest.featureCount() != Math.max(1, features.size())) {
      throw new IllegalArgumentException("the forest must be over the " + features.size()
          + " features, was over " + forest.featureCount());
    }
    if (!features.equals(trainedFields.stream().map(TrainedField::field).toList())) {
      throw new IllegalArgumentException(
          "trainedFields must be one per feature in their order, was otherwise");
    }
    requireReplicates(uncertainty, columns.size(), forest);
  }

  private static void requireColumns(List<String> features, List<Column> columns,
      List<Double> weights, double intercept) {
    if (columns.size() != weights.size() || !Double.isFinite(intercept)
        || !weights.stream().allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "there must be a finite weight for each column and a finite intercept, was "
              + weights.size() + " for " + columns.size());
    }
    Set<String> known = new HashSet<>(features);
    for (Column column : columns) {
      if (!known.contains(column.field())) {
        throw new IllegalArgumentException(
            "a column is read off \"" + column.field() + "\", which is no feature of the model");
      }
    }
  }

  private static void requireReplicates(Uncertainty uncertainty, int columns, Forest forest) {
    switch (uncertainty) {
      case Uncertainty.Refits(List<Uncertainty.Refit> refits) -> {
        if (!forest.trees().isEmpty()) {
          throw new IllegalArgumentException("refits are for models without trees");
        }
        if (refits.stream().anyMatch(refit -> refit.weights().size() != columns)) {
          throw new IllegalArgumentException(
              "each refit must have a weight for each of " + columns + " columns");
        }
      }
      case Uncertainty.Levels levels -> {
        // says nothing of columns
      }
    }
  }

  /// @throws PotentialException if the file cannot be read or is no model; the message says what to do
  public static PotentialModel read(Path file) {
    return PotentialFile.read(file);
  }

  /// The model in service in a home.
  ///
  /// @throws PotentialException if none was put into service, or its file cannot be used
  public static PotentialModel inService(Home home) {
    return home.model(LearnedPart.POTENTIAL)
        .inService(PotentialModel::read, () -> {
          throw new PotentialException(home.folder() + " has no model of job potential in service;"
              + " train one with ./metier train potential --install, none ships with Metier");
        });
  }

  /// The content of the model's file: equal models have equal bytes.
  public byte[] toBytes() {
    return PotentialFile.format(this).getBytes(StandardCharsets.UTF_8);
  }

  /// Of the content of its file, 64 hexadecimal digits.
  public String sha256() {
    return WholeFile.sha256(toBytes());
  }
}
