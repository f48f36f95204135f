package org.metier.benchmarks.race;

/// Something to be done again and again, on inputs that take turns. Used by one thread.
public interface Work {
  /// @return something that depends on all that was done, so that none of it can be left out
  double run() throws Exception;
}
