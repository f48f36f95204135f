package org.metier.training.potential;

import java.util.List;

/// What became of the rows of a table: every row is accepted, outside the population or refused, and counted.
///
/// @param rows in all
/// @param accepted whose people are learnt from or measured on
/// @param exits accepted rows that ended in the outcome
/// @param censored accepted rows that were last seen going on
/// @param unstatedEnds accepted rows that say neither; taken as last seen at their length
/// @param outside readable rows of people who are known not to be of the population, and so not learnt from
/// @param refused rows with a cell that cannot be read
/// @param problems the first twenty of these, with line and field, never with the cell's content
public record ReadReport(int rows, int accepted, int exits, int censored, int unstatedEnds,
    int outside, int refused, List<String> problems) {
  static final int MOST_PROBLEMS = 20;

  public ReadReport {
    problems = List.copyOf(problems);
    if (accepted + outside + refused != rows || exits + censored + unstatedEnds != accepted) {
      throw new IllegalArgumentException("rows must be accepted, outside the population or refused,"
          + " each once, was " + rows + " = " + accepted + " + " + outside + " + " + refused);
    }
  }

  /// What was left out, in a sentence; empty when nothing was.
  public String leftOut() {
    return outside + refused == 0
        ? ""
        : "left out of " + rows + " rows: " + refused + " with a cell that cannot be read, "
            + outside
            + " outside the population";
  }
}
