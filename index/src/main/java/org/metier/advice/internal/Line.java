package org.metier.advice.internal;

import java.util.Set;
import java.util.TreeSet;
import org.metier.coding.IscoCodes;
import org.metier.taxonomy.Taxonomy;

/// A person's line of work, as the index knows it.
///
/// @param occupations URIs
/// @param unitGroups ISCO-08 codes of four digits that these lie in
public record Line(Set<String> occupations, Set<String> unitGroups) {
  private static final int UNIT_GROUP_DIGITS = 4;

  public Line {
    occupations = Set.copyOf(occupations);
    unitGroups = Set.copyOf(unitGroups);
  }

  public static Line of(Set<String> occupations, Taxonomy taxonomy) {
    Set<String> groups = new TreeSet<>();
    for (String uri : occupations) {
      String group = unitGroup(uri, taxonomy);
      if (!group.isEmpty()) {
        groups.add(group);
      }
    }
    return new Line(occupations, groups);
  }

  /// Whether the taxonomy ties a skill to one of these occupations, or to another one of their unit groups.
  public boolean isUsual(int skill, Taxonomy taxonomy) {
    for (int occupation : taxonomy.occupationsUsing(skill)) {
      String uri = taxonomy.uri(occupation);
      if (occupations.contains(uri) || unitGroups.contains(unitGroup(uri, taxonomy))) {
        return true;
      }
    }
    return false;
  }

  /// The ISCO-08 code of the unit group that an occupation lies in; empty without one.
  public static String unitGroup(String uri, Taxonomy taxonomy) {
    String code = IscoCodes.of(taxonomy, uri);
    return code.length() == UNIT_GROUP_DIGITS ? code : "";
  }
}
