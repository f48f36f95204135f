package org.metier.benchmarks.race;

/// What the guard measures. Closed, so that each kind has its unit and its way to fall behind.
public sealed interface Race {
  /// What is done by whom, in the same words from release to release: baselines go by it.
  String name();

  Work ours();

  /// Our processor time beside that of a peer.
  ///
  /// @param theirs the same amount of work, done by the peer
  record Speed(String name, Work ours, Work theirs) implements Race {}

  /// The memory that one run allocates, whether it lives on or not.
  record Memory(String name, Work ours) implements Race {}
}
