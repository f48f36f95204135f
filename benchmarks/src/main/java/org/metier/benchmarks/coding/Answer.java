package org.metier.benchmarks.coding;

import java.util.List;

/// What a system says of one advertisement.
///
/// @param groups unit groups, best first, each once
/// @param confidence in the first, 0 to 1; NaN for a system that gives none
record Answer(List<String> groups, double confidence) {
  Answer {
    groups = List.copyOf(groups);
  }
}
