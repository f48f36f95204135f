package org.metier.benchmarks.europass;

import java.util.List;

/// One value of a file, with the names of all that it lies in. An element that stands beside others of its
/// name has a number: `workexperience#2`.
///
/// @param path from the root on, in lower case; an attribute begins with `@`
record Leaf(List<String> path, String value) {
  /// Whether the path ends in these names, whatever the numbers.
  boolean endsWith(String... names) {
    int from = path.size() - names.length;
    for (int i = 0; i < names.length; i++) {
      if (from < 0 || !plain(path.get(from + i)).equals(names[i])) {
        return false;
      }
    }
    return true;
  }

  boolean isIn(String name) {
    return path.stream().anyMatch(step -> plain(step).equals(name));
  }

  /// The innermost element of that name that this lies in, as one text; empty when in none.
  String owner(String name) {
    for (int i = path.size() - 1; i >= 0; i--) {
      if (plain(path.get(i)).equals(name)) {
        return String.join("/", path.subList(0, i + 1));
      }
    }
    return "";
  }

  private static String plain(String step) {
    int number = step.indexOf('#');
    return number < 0 ? step : step.substring(0, number);
  }
}
