package org.metier.potential;

/// How many people a model learnt from.
///
/// @param people all of them, at least 1
/// @param exits whose outcome came about within the time that was looked at
/// @param censored who were last seen before the horizon without it
public record TrainedOn(int people, int exits, int censored) {
  public TrainedOn {
    if (people < 1 || exits < 0 || censored < 0 || (long) exits + censored > people) {
      throw new IllegalArgumentException("exits and censored must be among the people, was "
          + exits + " and " + censored + " of " + people);
    }
  }
}
