package org.metier.benchmarks.coding;

import java.util.List;
import java.util.Map;
import org.metier.coding.learned.CalibrationTable;

/// What an evaluation of occupation coding found.
///
/// @param taxonomy id of the taxonomy
/// @param rows of the test file
/// @param skipped rows that no system was asked about, by reason
/// @param ads asked about
/// @param clusters of near-duplicates among them
/// @param split how training and test were kept apart
/// @param threshold below which an advertisement stays uncoded
/// @param coded share whose first answer is at least that sure
/// @param rightOfCoded share of those whose first answer is right
/// @param expectedCalibrationError of the first answers, 0 to 1
/// @param bands of the first answers' confidence
/// @param systems by name, Metier's own first
/// @param medianMillis of coding one advertisement in full: occupation, skills and requirements
/// @param confusions the most frequent wrong first answers
public record CodingReport(String taxonomy, int rows, Map<String, Integer> skipped, int ads,
    int clusters, String split, double threshold, double coded, double rightOfCoded,
    double expectedCalibrationError, List<CalibrationTable.Band> bands,
    Map<String, Figures> systems, double medianMillis, List<Confusion> confusions) {
  /// @param first share whose first answer is right
  /// @param amongThree share whose first three answers include the right one
  /// @param sample standard error of `first`, as if advertisements were independent
  public record Figures(double first, double amongThree, double sample) {}

  /// @param right unit group by the people who coded
  /// @param answered by the system
  /// @param count how often
  public record Confusion(String right, String rightLabel, String answered, String answeredLabel,
      int count) {}

  public CodingReport {
    skipped = Map.copyOf(skipped);
    bands = List.copyOf(bands);
    systems = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(systems));
    confusions = List.copyOf(confusions);
  }
}
