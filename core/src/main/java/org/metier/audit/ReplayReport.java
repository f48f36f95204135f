package org.metier.audit;

import java.util.List;

/// What came of computing many recorded decisions again.
///
/// @param all in the order of their entries
public record ReplayReport(List<Replayed> all) {
  public ReplayReport {
    all = List.copyOf(all);
  }

  /// How many came out as they were recorded.
  public long identical() {
    return all.stream().filter(Replayed.Identical.class::isInstance).count();
  }

  /// Those that could not be computed though nothing was erased or due.
  public List<Replayed.Failed> failed() {
    return all.stream()
        .filter(Replayed.Failed.class::isInstance)
        .map(Replayed.Failed.class::cast)
        .toList();
  }

  /// Those that came out otherwise.
  public List<Replayed.Differs> differing() {
    return all.stream()
        .filter(Replayed.Differs.class::isInstance)
        .map(Replayed.Differs.class::cast)
        .toList();
  }
}
