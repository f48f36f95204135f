package org.metier.training.potential;

import java.util.EnumSet;
import java.util.Set;
import org.metier.potential.Family;

/// How models of job potential are trained.
///
/// @param families that compete; held-out people choose between them
/// @param hasTrees whether trees are grown on what the linear part leaves over: the challenger
/// @param folds of the people, 3 to 20, for choosing and calibrating
/// @param replicates of the bootstrap, 20 to 200
/// @param mostToChooseOn people that candidates are compared on at most; more only make it slower
/// @param seed of every random choice
public record TrainingSettings(Set<Family> families, boolean hasTrees, int folds, int replicates,
    int mostToChooseOn, long seed) {
  /// Linear models of both families, five folds, fifty replicates, seed 1.
  public static final TrainingSettings DEFAULT = new TrainingSettings(
      EnumSet.allOf(Family.class), false, 5, 50, 10_000, 1);

  public TrainingSettings {
    families = Set.copyOf(families);
    if (families.isEmpty()) {
      throw new IllegalArgumentException("families must name at least one, was empty");
    }
    requireRange("folds", folds, 3, 20);
    requireRange("replicates", replicates, 20, 200);
    requireRange("mostToChooseOn", mostToChooseOn, 1_000, Integer.MAX_VALUE);
  }

  private static void requireRange(String name, int value, int low, int high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(
          name + " must be " + low + " to " + high + ", was " + value);
    }
  }

  /// The same with trees.
  public TrainingSettings withTrees() {
    return new TrainingSettings(families, true, folds, replicates, mostToChooseOn, seed);
  }

  /// The same for one family alone.
  public TrainingSettings of(Family family) {
    return new TrainingSettings(EnumSet.of(family), hasTrees, folds, replicates, mostToChooseOn,
        seed);
  }
}
