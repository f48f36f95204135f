package org.metier.coding.crosswalk;

import java.util.List;

/// What an imported crosswalk holds and how it fits the taxonomy.
///
/// @param rows read, the header not counted
/// @param codes with a target or a replacement
/// @param replaced codes that only lead to others
/// @param unmapped codes whose replacements lead to no target
/// @param orphans codes with a target that the taxonomy does not have, in order
/// @param unitGroups of ISCO-08 that the taxonomy has
/// @param neverHit unit groups that no code leads to, in order
/// @param skipped rows that could not be used, each with its line and why
public record CrosswalkReport(String scheme, String version, int rows, int codes, int replaced,
    List<String> unmapped, List<Orphan> orphans, int unitGroups, List<String> neverHit,
    List<String> skipped) {
  /// A code whose target the taxonomy does not have.
  public record Orphan(String code, String target) {}

  public CrosswalkReport {
    unmapped = List.copyOf(unmapped);
    orphans = List.copyOf(orphans);
    neverHit = List.copyOf(neverHit);
    skipped = List.copyOf(skipped);
  }
}
