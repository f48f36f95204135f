package org.metier.allocation;

import java.util.ArrayList;
import java.util.List;

/// How many applications a list brings about: who sees a list reads position `r` with a probability that
/// depends on the position alone, and applies for what was read at a constant rate (the position-based
/// model: Craswell et al., "An Experimental Comparison of Click Position-Bias Models", WSDM 2008).
///
/// What a model of this kind leaves out: that people apply more often for what fits them better, and that
/// a good vacancy at position 1 ends the reading. Estimate both numbers from the portal's own log.
/// Immutable and thread-safe.
///
/// @param readAt probability that position 1, 2, … is read; each above 0, at most 1 and at most the one
///     before it. The length is the number of vacancies that are shown, 1 to 1,000
/// @param applicationRate applications for each vacancy that was read, above 0 and at most 1
public record Examination(List<Double> readAt, double applicationRate) {
  private static final int MAX_SHOWN = 1_000;

  public Examination {
    readAt = List.copyOf(readAt);
    requireShown(readAt.size());
    double before = 1;
    for (int i = 0; i < readAt.size(); i++) {
      double probability = readAt.get(i);
      if (!(probability > 0 && probability <= before)) {
        throw new IllegalArgumentException("the probability of reading position " + (i + 1)
            + " must be above 0 and at most " + before + ", was " + probability);
      }
      before = probability;
    }
    if (!(applicationRate > 0 && applicationRate <= 1)) {
      throw new IllegalArgumentException(
          "applicationRate must be above 0 and at most 1, was " + applicationRate);
    }
  }

  /// Position `r` is read with probability `1 / log2(r + 1)`, the discount of NDCG: 1, 0.63, 0.5, … 0.29 at
  /// position 10.
  ///
  /// @param shown vacancies in a list, 1 to 1,000
  public static Examination logarithmic(int shown, double applicationRate) {
    requireShown(shown);
    List<Double> readAt = new ArrayList<>();
    for (int rank = 1; rank <= shown; rank++) {
      readAt.add(StrictMath.log(2) / StrictMath.log(rank + 1));
    }
    return new Examination(readAt, applicationRate);
  }

  private static void requireShown(int shown) {
    if (shown < 1 || shown > MAX_SHOWN) {
      throw new IllegalArgumentException(
          "a list must show 1 to " + MAX_SHOWN + " vacancies, was " + shown);
    }
  }

  /// Vacancies in a list.
  public int shown() {
    return readAt.size();
  }

  /// Applications to expect from one list for the vacancy at each position, the first at index 0.
  double[] applicationsAt() {
    return readAt.stream().mapToDouble(p -> p * applicationRate).toArray();
  }
}
