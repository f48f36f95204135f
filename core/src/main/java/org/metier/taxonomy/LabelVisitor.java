package org.metier.taxonomy;

/// Is shown the labels of a taxonomy one by one.
@FunctionalInterface
public interface LabelVisitor {
  /// @param concept its number in the taxonomy
  /// @param rank 0 for the preferred label, then ascending
  void label(int concept, int rank, String label);
}
