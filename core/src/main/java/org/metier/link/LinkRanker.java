package org.metier.link;

import org.metier.rank.Forest;

/// Orders the candidates of a title, and says how sure the answer is.
///
/// @param forest over the [LinkFeature]s
/// @param confidence in what it puts first
public record LinkRanker(Forest forest, LinkConfidence confidence) {
  public LinkRanker {
    if (forest.featureCount() != LinkFeature.values().length) {
      throw new IllegalArgumentException("the forest must have " + LinkFeature.values().length
          + " features, had " + forest.featureCount());
    }
  }
}
