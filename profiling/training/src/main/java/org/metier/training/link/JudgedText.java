package org.metier.training.link;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.metier.training.TrainingDataException;
import org.metier.training.internal.boosting.RankedLists;

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

  /// Texts as lists to learn from: those that have a right candidate, 1 for it and 0 for the others.
  ///
  /// @throws TrainingDataException if none has
  static RankedLists lists(List<JudgedText> texts) {
    List<double[]> rows = new ArrayList<>();
    List<Integer> grades = new ArrayList<>();
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (JudgedText text : texts) {
      if (text.hasRight()) {
        for (int i = 0; i < text.rows().length; i++) {
          rows.add(text.rows()[i]);
          grades.add(text.isRight()[i] ? 1 : 0);
        }
        starts.add(rows.size());
      }
    }
    if (rows.isEmpty()) {
      throw new TrainingDataException("none of " + texts.size()
          + " texts has its right concept among its candidates; are they of this taxonomy?");
    }
    return new RankedLists(rows.toArray(double[][]::new),
        grades.stream().mapToInt(Integer::intValue).toArray(),
        starts.stream().mapToInt(Integer::intValue).toArray());
  }
}
