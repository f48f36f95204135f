package org.metier.index;

import java.util.List;

/// What a check of the index found.
///
/// @param findings one sentence each, with what to do; empty when everything agrees
/// @param documents looked at, over all generations
/// @param generations looked at
public record CheckReport(List<String> findings, int documents, int generations) {
  public CheckReport {
    findings = List.copyOf(findings);
  }

  public boolean isSound() {
    return findings.isEmpty();
  }
}
