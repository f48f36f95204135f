package org.metier.training;

import java.util.stream.IntStream;

/// A text with its candidates, and which of them are right. Not copied: whoever makes one leaves the arrays
/// alone.
///
/// @param group of texts that are measured together, such as a language's code
/// @param hasEncoder whether the candidates were found with an encoder
/// @param fold of the cross-validation in which the text is held out
/// @param isAnswerable false for a text without a right answer, such as one that is no job title
/// @param rows features per candidate
/// @param isRight by candidate
@SuppressWarnings("ArrayRecordComponent") // never compared
record JudgedText(String group, boolean hasEncoder, int fold, boolean isAnswerable,
    double[][] rows, boolean[] isRight) {
  boolean hasRight() {
    return IntStream.range(0, rows.length).anyMatch(i -> isRight[i]);
  }
}
