package org.metier.training;

import java.util.stream.IntStream;
import org.metier.text.Language;

/// A text with its candidates, and which of them are right. Not copied: whoever makes one leaves the arrays
/// alone.
///
/// @param hasEncoder whether the candidates were found with an encoder
/// @param fold of the cross-validation in which the text is held out
/// @param isTitle false for a text that is no job title, so that no candidate is right
/// @param rows features per candidate
/// @param isRight by candidate
@SuppressWarnings("ArrayRecordComponent") // never compared
record JudgedTitle(Language language, boolean hasEncoder, int fold, boolean isTitle,
    double[][] rows, boolean[] isRight) {
  boolean hasRight() {
    return IntStream.range(0, rows.length).anyMatch(i -> isRight[i]);
  }
}
