package org.metier.rank.fitting;

import org.metier.rank.Forest;

/// Fits forests to graded lists. Found by [java.util.ServiceLoader], since the module that trains is not
/// everywhere.
public interface ForestFitting {
  /// Fits as many trees as the settings ask for, on all lists, without stopping early. Equal input gives an
  /// equal forest, bit for bit. One thread; does not keep the arrays.
  ///
  /// @param features of every row, the rows of one list next to each other
  /// @param grades relevance per row, 0 (irrelevant) to 30
  /// @param starts first row of each list, and the number of rows at the end
  /// @throws IllegalArgumentException if these do not fit each other
  Forest fit(FeatureColumns features, int[] grades, int[] starts, ForestSettings settings);
}
