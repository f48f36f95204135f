package org.metier.potential;

import java.util.List;

/// What is forecast, and where a table of past spells says how each went. Immutable.
///
/// @param words the outcome that a high chance stands for, such as "back in work within 26 weeks of losing the job"
/// @param horizonWeeks within how many weeks, 1 to 520
/// @param duration field with the length of a spell so far, in its own unit, counted from 1
/// @param weeksPerUnit how many weeks one unit of it is, above 0; the horizon is a whole number of units
/// @param exits flags of which one is set if the spell ended in the outcome
/// @param stillGoing flags of which one is set if the spell had not ended when last looked at; if there are any, a row
///     with no flag at all is counted as of unstated end. May be empty
public record Outcome(String words, int horizonWeeks, String duration, double weeksPerUnit,
    List<String> exits, List<String> stillGoing) {
  private static final int MAX_WEEKS = 520;

  public Outcome {
    exits = List.copyOf(exits);
    stillGoing = List.copyOf(stillGoing);
    if (words.isBlank()) {
      throw new IllegalArgumentException("the outcome must be said in words");
    }
    if (horizonWeeks < 1 || horizonWeeks > MAX_WEEKS) {
      throw new IllegalArgumentException(
          "horizonWeeks must be 1 to " + MAX_WEEKS + ", was " + horizonWeeks);
    }
    if (!(weeksPerUnit > 0 && weeksPerUnit <= horizonWeeks)
        || Math.abs(horizonWeeks / weeksPerUnit - Math.rint(horizonWeeks / weeksPerUnit)) > 1e-9) {
      throw new IllegalArgumentException("the horizon of " + horizonWeeks
          + " weeks must be a whole number of units of weeksPerUnit, was " + weeksPerUnit);
    }
    if (exits.isEmpty()) {
      throw new IllegalArgumentException("exits must name at least one flag, was empty");
    }
  }

  /// The horizon in units of the duration.
  public int horizonUnits() {
    return (int) Math.rint(horizonWeeks / weeksPerUnit);
  }
}
