package org.metier.training.potential;

import java.util.List;
import org.metier.potential.Specification;
import org.metier.rank.fitting.FeatureColumns;

/// Past spells of people: features at the decision, how long each spell lasted or was seen, and whether it ended in the
/// outcome. Columns of numbers: four bytes for each feature and five for each spell, so that millions fit. There is no
/// place in it for a protected field. Immutable by contract: arrays are not copied.
public final class Spells {
  private final Specification specification;
  private final float[][] columns;
  private final int[] units;
  private final boolean[] isExit;
  /// Empty where each spell is of a person of its own.
  private final int[] owners;

  /// Spells of as many people.
  ///
  /// @param columns one per feature, NaN where unknown
  /// @param units length of each spell, from 1: in which unit it ended, or through which it was seen
  /// @param isExit whether it ended in the outcome; else it is censored
  Spells(Specification specification, float[][] columns, int[] units, boolean[] isExit) {
    this(specification, columns, units, isExit, new int[0]);
  }

  private Spells(Specification specification, float[][] columns, int[] units, boolean[] isExit,
      int[] owners) {
    this.owners = owners;
    this.specification = specification;
    this.columns = columns;
    this.units = units;
    this.isExit = isExit;
    for (int i = 0; i < units.length; i++) {
      if (units[i] < 1) {
        throw new IllegalArgumentException("spell " + i + " must last 1 unit or more, was "
            + units[i]);
      }
    }
  }

  public Specification specification() {
    return specification;
  }

  public int size() {
    return units.length;
  }

  /// @return NaN where unknown
  public double value(int person, int feature) {
    return columns[feature][person];
  }

  /// In units of the outcome's duration, from 1.
  public int units(int person) {
    return units[person];
  }

  /// Whether the spell ended in the outcome; false where it was last seen going on.
  public boolean isExit(int person) {
    return isExit[person];
  }

  /// The same, of people who may have several spells.
  ///
  /// @param owners a number for each spell's person, equal for spells of one person
  Spells ownedBy(int[] owners) {
    if (owners.length != size()) {
      throw new IllegalArgumentException(
          "expected an owner for each of " + size() + " spells, were " + owners.length);
    }
    return new Spells(specification, columns, units, isExit, owners);
  }

  /// A number for the person whose spell it is, equal for spells of one person.
  int owner(int spell) {
    return owners.length == 0 ? spell : owners[spell];
  }

  /// All features of a person, for a scorer.
  double[] values(int person, double[] into) {
    for (int f = 0; f < columns.length; f++) {
      into[f] = columns[f][person];
    }
    return into;
  }

  int features() {
    return columns.length;
  }

  /// The features of some people, for a trainer of trees.
  FeatureColumns columns(int[] people) {
    return new FeatureColumns() {
      @Override
      public int rows() {
        return people.length;
      }

      @Override
      public int features() {
        return columns.length;
      }

      @Override
      public double value(int row, int feature) {
        return columns[feature][people[row]];
      }
    };
  }

  List<String> featureNames() {
    return specification.features().stream().map(f -> f.name()).toList();
  }
}
