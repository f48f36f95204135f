package org.metier.training.promotion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.metier.json.Json;
import org.metier.training.TrainingDataException;

/// What a new ranker must keep to before it serves; a portal states its own in a file of JSON, such as
///
/// ```
/// {"formatVersion":1,"peopleAtLeast":100,"ndcgAt10LossAtMost":0.01,"calibrationErrorAtMost":0.05,
///  "calibrationErrorRiseAtMost":0.02,"groupGapAtMost":0.1,"groupGapRiseAtMost":0.03,
///  "topTenKeptAtLeast":5,"topTenChangedShareAtMost":0.5,"coverageLossAtMost":0.1}
/// ```
///
/// which are the defaults. Every property is needed; an unknown one is refused.
///
/// @param formatVersion 1
/// @param peopleAtLeast held-out people with grades that differ; fewer prove nothing
/// @param ndcgAt10LossAtMost how much NDCG@10 may be lost, 0 to 1: the lower end of the interval of the paired
///     difference must not be below its negative, so that the loss is ruled out and not only unseen
/// @param calibrationErrorAtMost of the candidate, 0 to 1
/// @param calibrationErrorRiseAtMost over that of the ranker in service, 0 to 1
/// @param groupGapAtMost NDCG@10 between the best and the worst served group of people, 0 to 1, for each
///     attribute of the group file
/// @param groupGapRiseAtMost over that of the ranker in service, 0 to 1
/// @param topTenKeptAtLeast how many of a person's first ten must stay for them not to count as changed, 0 to 10
/// @param topTenChangedShareAtMost share of people whose first ten change so, 0 to 1
/// @param coverageLossAtMost share of the candidates that nobody is shown any more, 0 to 1
public record PromotionBounds(int formatVersion, int peopleAtLeast, double ndcgAt10LossAtMost,
    double calibrationErrorAtMost, double calibrationErrorRiseAtMost, double groupGapAtMost,
    double groupGapRiseAtMost, int topTenKeptAtLeast, double topTenChangedShareAtMost,
    double coverageLossAtMost) {
  /// Chosen, not measured: sane where nobody has thought of better ones.
  public static final PromotionBounds DEFAULT = new PromotionBounds(1, 100, 0.01, 0.05, 0.02, 0.1,
      0.03, 5, 0.5, 0.1);

  private static final int FORMAT_VERSION = 1;

  public PromotionBounds {
    if (formatVersion != FORMAT_VERSION) {
      throw new IllegalArgumentException("formatVersion must be 1, was " + formatVersion);
    }
    if (peopleAtLeast < 1) {
      throw new IllegalArgumentException("peopleAtLeast must be at least 1, was " + peopleAtLeast);
    }
    if (topTenKeptAtLeast < 0 || topTenKeptAtLeast > RankedPeople.TOP) {
      throw new IllegalArgumentException(
          "topTenKeptAtLeast must be 0 to 10, was " + topTenKeptAtLeast);
    }
    requireShare("ndcgAt10LossAtMost", ndcgAt10LossAtMost);
    requireShare("calibrationErrorAtMost", calibrationErrorAtMost);
    requireShare("calibrationErrorRiseAtMost", calibrationErrorRiseAtMost);
    requireShare("groupGapAtMost", groupGapAtMost);
    requireShare("groupGapRiseAtMost", groupGapRiseAtMost);
    requireShare("topTenChangedShareAtMost", topTenChangedShareAtMost);
    requireShare("coverageLossAtMost", coverageLossAtMost);
  }

  private static void requireShare(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be 0 to 1, was " + value);
    }
  }

  /// @throws TrainingDataException if the file holds no bounds, and says why
  public static PromotionBounds read(Path file) throws IOException {
    try {
      return Json.read(Files.readString(file), PromotionBounds.class);
    } catch (IllegalArgumentException e) {
      throw new TrainingDataException(file + ": " + e.getMessage()
          + "; expected bounds such as " + Json.write(DEFAULT), e);
    }
  }
}
