package org.metier.oversight;

import org.jspecify.annotations.Nullable;

/// A counsellor's rating beside a model's score, for evaluation: says nothing of who, and pairs come in an order that does
/// not tell it.
///
/// @param question a code
/// @param model hash
/// @param own the first rating's chance; null where there was none
/// @param wasBlind whether that came before any score
/// @param score the chance of the first score shown; null where the model abstained instead
/// @param override chance of the override that holds; null for none
/// @param outcome null while unknown
public record RatedPair(String question, String model, @Nullable Double own, boolean wasBlind,
    @Nullable Double score, @Nullable Double override, @Nullable Boolean outcome) {}
