package org.metier.link;

import org.metier.rank.Forest;

/// Orders the candidates of a text, and says how sure the answer is.
///
/// @param forest over the features of a [LinkTask]
/// @param confidence in what it puts first
public record LinkRanker(Forest forest, LinkConfidence confidence) {}
