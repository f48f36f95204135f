package org.metier.training.judgment;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How likely a person is to look at what stands at a position, relative to the first. Immutable.
///
/// @param source how it came to be known
/// @param ofPosition from position 1 on, each above 0; 1 for the first. The last one stands for all positions
///     after it
/// @param clicks that the estimate rests on, by the same positions; empty where it was given
public record Propensities(Source source, List<Double> ofPosition, List<Long> clicks) {
  /// How it came to be known.
  public enum Source {
    /// By lot: the portal shuffled positions and said so.
    SHUFFLED,
    /// From the same vacancy at several positions of the same person's lists.
    REPEATED,
    /// The caller said so.
    GIVEN,
    /// Nothing is corrected: every position counts alike.
    NONE
  }

  /// Every position counts alike.
  public static final Propensities ALIKE = new Propensities(Source.NONE, List.of(1.0), List.of());

  public Propensities {
    ofPosition = List.copyOf(ofPosition);
    clicks = List.copyOf(clicks);
    if (ofPosition.isEmpty() || ofPosition.getFirst() != 1) {
      throw new IllegalArgumentException(
          "the propensity of position 1 must be 1, of all propensities " + ofPosition);
    }
    for (double propensity : ofPosition) {
      if (!(propensity > 0 && propensity < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("a propensity must be above 0, was " + propensity);
      }
    }
    if (!clicks.isEmpty() && clicks.size() != ofPosition.size()) {
      throw new IllegalArgumentException(
          clicks.size() + " counts of clicks for " + ofPosition.size() + " positions");
    }
  }

  /// `1/position^power`: the form that studies of search results found to fit, with 1 or so (Joachims,
  /// Swaminathan, Schnabel, WSDM 2017, section 6).
  ///
  /// @param positions how many, the last one standing for all after it; at least 1
  /// @param power 0 for no bias
  public static Propensities ofPower(double power, int positions) {
    if (!(power >= 0 && power <= 10) || positions < 1) {
      throw new IllegalArgumentException("power must be 0 to 10 and positions at least 1, were "
          + power + " and " + positions);
    }
    return new Propensities(Source.GIVEN, IntStream.rangeClosed(1, positions)
        .mapToObj(position -> StrictMath.pow(position, -power))
        .toList(), List.of());
  }

  /// @param position from 1
  public double at(int position) {
    return ofPosition.get(Math.min(position, ofPosition.size()) - 1);
  }

  /// What evidence from a position counts: the inverse of its propensity (Horvitz, Thompson 1952; for learning
  /// to rank Joachims, Swaminathan, Schnabel, "Unbiased Learning-to-Rank with Biased Feedback", WSDM 2017),
  /// clipped so that no single click far down outweighs many: clipping gives up some correction for less
  /// variance (ibid., section 4).
  ///
  /// @param clip at least 1; 1 corrects nothing
  /// @return above 0, at most `clip`
  public double weight(int position, double clip) {
    if (!(clip >= 1)) {
      throw new IllegalArgumentException("clip must be at least 1, was " + clip);
    }
    return Math.min(clip, 1 / at(position));
  }

  @Override
  public String toString() {
    return source + " " + ofPosition.stream()
        .map(propensity -> String.format(java.util.Locale.ROOT, "%.3f", propensity))
        .collect(Collectors.joining(" "));
  }
}
