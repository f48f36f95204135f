package org.metier.training;

/// Hears how far training has come. Called on the training thread; should return at once.
@FunctionalInterface
public interface TrainingProgress {
  /// Listens to nothing.
  TrainingProgress SILENT = (tree, trees, ndcgAt10) -> {};

  /// Another tree stands.
  ///
  /// @param tree its number, from 1
  /// @param trees how many there will be at most
  /// @param ndcgAt10 of the model so far, on the validation people
  void treeGrown(int tree, int trees, double ndcgAt10);
}
