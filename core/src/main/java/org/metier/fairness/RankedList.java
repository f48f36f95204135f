package org.metier.fairness;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a ranker showed to one person, best first. Immutable.
///
/// @param pseudonym of the person
/// @param items at least one
public record RankedList(String pseudonym, List<Item> items) {
  /// A vacancy, or what else is ranked.
  ///
  /// @param grade how good it was for the person, 0 to 30; null when that is not known
  /// @param groups attribute to value, such as the size of the employer; what is not known is left out
  public record Item(@Nullable Integer grade, Map<String, String> groups) {
    public Item {
      if (grade != null && (grade < 0 || grade > 30)) {
        throw new IllegalArgumentException("grade must be 0 to 30, was " + grade);
      }
      groups = Collections.unmodifiableMap(new TreeMap<>(groups));
    }
  }

  public RankedList {
    if (items.isEmpty()) {
      throw new IllegalArgumentException("a ranked list holds at least one item");
    }
    items = List.copyOf(items);
  }

  boolean isGraded() {
    return items.stream().allMatch(item -> item.grade() != null);
  }

  int[] grades() {
    return items.stream().mapToInt(item -> item.grade() == null ? 0 : item.grade()).toArray();
  }
}
