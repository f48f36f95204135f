package org.metier.coding;

import java.util.List;
import org.metier.feed.StatedCode;
import org.metier.vacancy.Vacancy;

/// A vacancy as it was understood.
///
/// @param vacancy with its occupations, or with a review that says what a person is asked to decide
/// @param misses occupation codes that the source states and nobody knows: neither the taxonomy nor a
///     crosswalk, or whose target the taxonomy does not have
public record Coded(Vacancy vacancy, List<StatedCode> misses) {
  public Coded {
    misses = List.copyOf(misses);
  }
}
