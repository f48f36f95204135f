package org.metier.training.link;

/// Hears how far the training of a linker has come. Called on the training thread; should return at once.
@FunctionalInterface
public interface LinkProgress {
  /// @param what such as "models"
  /// @param done how many such things are done, from 1
  /// @param of how many there will be
  void done(String what, int done, int of);
}
