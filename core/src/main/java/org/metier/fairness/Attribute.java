package org.metier.fairness;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// What parts people into groups, such as sex or region; the group of each case. Immutable.
final class Attribute {
  /// The group of those of whom it is not known.
  static final String UNKNOWN = "";

  private final String name;
  private final Role role;
  private final List<String> values;
  private final int[] codes;

  /// What an attribute is in the report for.
  enum Role {
    PROTECTED, CONTROL
  }

  Attribute(String name, Role role, String[] valueOfCase) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("an attribute needs a name, such as sex");
    }
    this.name = name;
    this.role = role;
    values = List.copyOf(new TreeSet<>(Arrays.asList(valueOfCase)));
    Map<String, Integer> codeOf = new HashMap<>();
    values.forEach(value -> codeOf.put(value, codeOf.size()));
    codes = Arrays.stream(valueOfCase)
        .mapToInt(value -> codeOf.getOrDefault(value, -1))
        .toArray();
  }

  private Attribute(Attribute other, int[] codes) {
    name = other.name;
    role = other.role;
    values = other.values;
    this.codes = codes;
  }

  /// The same of cases in another order.
  Attribute by(int[] order) {
    return new Attribute(this, Arrays.stream(order).map(item -> codes[item]).toArray());
  }

  String name() {
    return name;
  }

  boolean isProtected() {
    return role == Role.PROTECTED;
  }

  /// In order; [#UNKNOWN] first where it occurs.
  List<String> values() {
    return values;
  }

  /// Index into [#values].
  int code(int item) {
    return codes[item];
  }

  /// The value that most cases have, the first of those that tie; unknown only when nothing is known.
  String largest() {
    int[] counts = new int[values.size()];
    for (int code : codes) {
      counts[code]++;
    }
    int best = -1;
    for (int v = 0; v < counts.length; v++) {
      if (!values.get(v).equals(UNKNOWN) && (best < 0 || counts[v] > counts[best])) {
        best = v;
      }
    }
    return best < 0 ? UNKNOWN : values.get(best);
  }
}
