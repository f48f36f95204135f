package org.metier.link;

/// A skill that a mention may mean, as the ranker sees it.
///
/// @param concept its number in the taxonomy
/// @param features one per [SkillFeature], NaN where missing; not copied
/// @param label the label that spoke for it
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SkillCandidate(int concept, double[] features, String label) {}
