package org.metier.benchmarks.europass;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The outcome of one run.
///
/// @param files structured ones, by name
/// @param others such as PDF files, with how each was answered
record EuropassReport(List<StructuredFile> files, List<OtherFile> others) {
  EuropassReport {
    files = List.copyOf(files);
    others = List.copyOf(others);
  }

  /// Fields in a file against fields in its profile.
  ///
  /// @param refusal why it was not read; empty when it was
  record StructuredFile(String name, Map<FieldKind, Integer> stated,
      Map<FieldKind, Integer> profiled, String refusal) {
    StructuredFile {
      stated = new TreeMap<>(stated);
      profiled = new TreeMap<>(profiled);
    }

    int stated(FieldKind kind) {
      return stated.getOrDefault(kind, 0);
    }

    int profiled(FieldKind kind) {
      return profiled.getOrDefault(kind, 0);
    }
  }

  /// How a file was answered that states nothing in fields.
  ///
  /// @param answer the refusal with its advice, or what was read
  record OtherFile(String name, String answer, long millis) {}

  int stated(FieldKind kind) {
    return files.stream().mapToInt(f -> f.stated(kind)).sum();
  }

  /// Of those stated; what a profile has beyond what its file states does not make up for another.
  int found(FieldKind kind) {
    return files.stream().mapToInt(f -> Math.min(f.stated(kind), f.profiled(kind))).sum();
  }
}
