package org.metier.fairness;

import java.util.List;

/// All groups that one or two attributes part people into.
///
/// @param kind what they are compared for
/// @param attributes names; of a comparison within a control the protected attribute and then the control
/// @param cells every combination of values, also of nobody
public record Breakdown(Kind kind, List<String> attributes, List<GroupCell> cells) {
  /// What the groups of a breakdown are compared for.
  public enum Kind {
    /// Groups of one protected attribute, with everybody and with the reference group.
    PROTECTED,
    /// Groups of two protected attributes, with everybody and with the two reference groups' intersection.
    INTERSECTION,
    /// Groups of a feature that is not protected, such as regions.
    CONTROL,
    /// Protected groups among people alike in a control feature, with these people alone.
    WITHIN_CONTROL
  }

  public Breakdown {
    attributes = List.copyOf(attributes);
    cells = List.copyOf(cells);
    int wanted = kind == Kind.PROTECTED || kind == Kind.CONTROL ? 1 : 2;
    if (attributes.size() != wanted
        || cells.stream().anyMatch(cell -> cell.values().size() != wanted)) {
      throw new IllegalArgumentException(
          kind + " needs " + wanted + " attributes and as many values in each cell, were "
              + attributes);
    }
  }
}
