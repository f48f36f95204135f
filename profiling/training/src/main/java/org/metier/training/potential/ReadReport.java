package org.metier.training.potential;

import java.util.List;

/// What became of the rows of a table: every row is accepted or refused, and counted.
///
/// @param rows in all
/// @param accepted whose people are learnt from or measured on
/// @param exits accepted rows that ended in the outcome
/// @param censored accepted rows that were last seen going on
/// @param unstatedEnds accepted rows that say neither; taken as last seen at their length
/// @param refused rows with a cell that cannot be read
/// @param problems the first twenty of these, with line and field, never with the cell's content
public record ReadReport(int rows, int accepted, int exits, int censored, int unstatedEnds,
    int refused, List<String> problems) {
  static final int MOST_PROBLEMS = 20;

  public ReadReport {
    problems = List.copyOf(problems);
    if (accepted + refused != rows || exits + censored + unstatedEnds != accepted) {
      throw new IllegalArgumentException("rows must be accepted or refused, each once, was " + rows
          + " = " + accepted + " + " + refused);
    }
  }
}
