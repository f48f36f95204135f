package org.metier.coding.learned;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// A model and how well its like did on advertisements that were held out.
///
/// @param model trained on all advertisements
/// @param measures `accuracyAt1`, `accuracyAt3`, `expectedCalibrationError` (0 to 1) and `heldOut` (how
///     many), of a model trained on four fifths, on the other fifth; near-duplicates stand together
/// @param settings of the training, by name
public record TrainedCoder(OccupationModel model, Map<String, Double> measures,
    Map<String, String> settings) {
  public TrainedCoder {
    measures = Collections.unmodifiableMap(new TreeMap<>(measures));
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
  }

  /// Names the features that the model reads.
  public String features() {
    return AdFeatures.SCHEMA;
  }
}
