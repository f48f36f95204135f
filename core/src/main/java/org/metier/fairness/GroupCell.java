package org.metier.fairness;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.metier.fairness.Figure.Basis;

/// A group of people and what was measured of it.
///
/// @param values of the breakdown's attributes, in their order; empty for people of whom it is not known
/// @param isReference whether the others are compared with it
/// @param people in the group; null when hidden
/// @param hidden bases whose figures are left out because they rest on too few people, or would give away a
///     group of too few
/// @param figures that are shown and defined
public record GroupCell(List<String> values, boolean isReference, @Nullable Integer people,
    Set<Basis> hidden, Map<Figure, Finding> figures) {
  public GroupCell {
    values = List.copyOf(values);
    hidden = Collections.unmodifiableSet(new TreeSet<>(hidden));
    figures = FairnessReport.ordered(figures);
    for (Figure figure : figures.keySet()) {
      if (hidden.contains(figure.basis())) {
        throw new IllegalArgumentException(
            figure + " of " + values + " is shown, but its basis is hidden");
      }
    }
    if ((people == null) != hidden.contains(Basis.PEOPLE)) {
      throw new IllegalArgumentException(
          "people must be null just when hidden, in the group " + values);
    }
  }
}
