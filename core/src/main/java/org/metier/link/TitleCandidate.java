package org.metier.link;

/// A concept that a title may mean, as the ranker sees it.
///
/// @param concept its number in the taxonomy
/// @param features one per [LinkFeature], NaN where missing; not copied
@SuppressWarnings("ArrayRecordComponent") // never compared
public record TitleCandidate(int concept, double[] features) {}
