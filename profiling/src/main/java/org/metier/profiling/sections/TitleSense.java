package org.metier.profiling.sections;

/// Tells how much a few words look like a job title.
@FunctionalInterface
public interface TitleSense {
  /// @return 0 for no title at all to 1 for certainty
  double of(String words);
}
