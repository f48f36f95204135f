package org.metier.fairness;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How scores and groups were brought together.
///
/// @param scored rows of scores
/// @param joined of them, those whose groups are known
/// @param withoutGroups of them, those whose pseudonym is not in the file of groups; they count in the whole, and
///     among people of whom every attribute is unknown
/// @param groupsWithoutScore rows of groups whose pseudonym has no score; they are in no figure
/// @param rejected rows of either file that could not be used, by reason
/// @param problems the first of them, with their place
public record Join(int scored, int joined, int withoutGroups, int groupsWithoutScore,
    Map<String, Integer> rejected, List<String> problems) {
  public Join {
    if (scored != joined + withoutGroups) {
      throw new IllegalArgumentException(scored + " scores are not the sum of " + joined
          + " joined and " + withoutGroups + " without groups");
    }
    rejected = Collections.unmodifiableMap(new TreeMap<>(rejected));
    problems = List.copyOf(problems);
  }
}
