package org.metier.encoder;

/// Hears how far the training of an encoder has come. Called on the training thread; should return at once.
@FunctionalInterface
public interface EncoderProgress {
  /// Listens to nothing.
  EncoderProgress SILENT = (round, rounds) -> {};

  /// All texts were learnt from once more.
  ///
  /// @param round its number, from 1
  /// @param rounds how many there will be
  void learnt(int round, int rounds);
}
