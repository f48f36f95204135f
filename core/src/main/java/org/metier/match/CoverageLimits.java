package org.metier.match;

/// Below which coverage Metier gives no score for a side, but says what to ask for. Immutable.
///
/// Whatever the coverage, there is no interest without a wish: where somebody lives is known of many who
/// said nothing about what they want. A limit of 0 puts that aside too.
///
/// @param canDo for fitness, 0 (never abstains) to 1 (abstains unless all is known)
/// @param wantsTo the same for interest
public record CoverageLimits(double canDo, double wantsTo) {
  /// A third of what counts must be known of each side.
  public static final CoverageLimits STANDARD = new CoverageLimits(1 / 3.0, 1 / 3.0);

  public CoverageLimits {
    requireShare("canDo", canDo);
    requireShare("wantsTo", wantsTo);
  }

  private static void requireShare(String name, double limit) {
    if (!(limit >= 0 && limit <= 1)) {
      throw new IllegalArgumentException(name + " must be 0 to 1, was " + limit);
    }
  }
}
