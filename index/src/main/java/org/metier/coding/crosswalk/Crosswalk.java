package org.metier.coding.crosswalk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What the codes of one version of a classification mean. Immutable and thread-safe.
///
/// Codes are compared as they stand, but for space around them and upper or lower case: `a1101` is
/// `A1101`. A code without targets of its own may be replaced by others; replacements are followed as
/// far as they go.
public final class Crosswalk {
  /// A chain of replacements ends here at the latest; classifications are revised every few years.
  private static final int LONGEST_CHAIN = 32;

  private final String scheme;
  private final String version;
  private final Map<String, List<Target>> targets;
  private final Map<String, List<String>> replacements;

  /// What a code means.
  ///
  /// @param concept an ISCO-08 code of 1 to 4 digits, or the URI of an ESCO concept
  /// @param weight share of the code's jobs that this concept has, above 0 and at most 1
  public record Target(String concept, double weight) {
    public Target {
      if (!(weight > 0 && weight <= 1)) {
        throw new IllegalArgumentException("weight must be above 0 and at most 1, was " + weight);
      }
    }
  }

  Crosswalk(String scheme, String version, Map<String, List<Target>> targets,
      Map<String, List<String>> replacements) {
    this.scheme = scheme;
    this.version = version;
    this.targets = copy(targets);
    this.replacements = copy(replacements);
    requireEnds();
  }

  private static <T> Map<String, List<T>> copy(Map<String, List<T>> lists) {
    Map<String, List<T>> copy = new TreeMap<>();
    lists.forEach((code, list) -> copy.put(normal(code), List.copyOf(list)));
    return Collections.unmodifiableMap(copy);
  }

  static String normal(String code) {
    return code.strip().toUpperCase(Locale.ROOT);
  }

  private void requireEnds() {
    for (String code : replacements.keySet()) {
      follow(code, new ArrayList<>(), new LinkedHashSet<>());
    }
  }

  /// The classification, in lower case, such as `rome`.
  public String scheme() {
    return scheme;
  }

  public String version() {
    return version;
  }

  /// How many codes it knows, retired ones included.
  public int size() {
    Set<String> codes = new LinkedHashSet<>(targets.keySet());
    codes.addAll(replacements.keySet());
    return codes.size();
  }

  Map<String, List<Target>> targets() {
    return targets;
  }

  Map<String, List<String>> replacements() {
    return replacements;
  }

  /// What a code means, the weightiest first; equal weights in the order of the file. Weights of several
  /// replacements are shared out equally.
  ///
  /// @return empty for a code that it does not know, or whose replacements lead nowhere
  public List<Target> targets(String code) {
    List<String> codes = new ArrayList<>();
    follow(normal(code), codes, new LinkedHashSet<>());
    Map<String, Double> sums = new java.util.LinkedHashMap<>();
    for (String current : codes) {
      for (Target target : targets.getOrDefault(current, List.of())) {
        sums.merge(target.concept, target.weight / codes.size(), Double::sum);
      }
    }
    return sums.entrySet()
        .stream()
        .map(sum -> new Target(sum.getKey(), Math.min(1, sum.getValue())))
        .sorted((a, b) -> Double.compare(b.weight, a.weight))
        .toList();
  }

  /// Collects the codes with targets that a code leads to.
  private void follow(String code, List<String> ends, Set<String> path) {
    if (targets.containsKey(code)) {
      if (!ends.contains(code)) {
        ends.add(code);
      }
      return;
    }
    if (!path.add(code)) {
      throw new CrosswalkException("crosswalk " + scheme + " " + version
          + ": the replacements " + String.join(" -> ", path) + " -> " + code
          + " go in a circle; remove one of these rows");
    }
    if (path.size() > LONGEST_CHAIN) {
      throw new CrosswalkException("crosswalk " + scheme + " " + version + ": more than "
          + LONGEST_CHAIN + " replacements after " + path.iterator().next()
          + "; name the present code in fewer steps");
    }
    for (String next : replacements.getOrDefault(code, List.of())) {
      follow(next, ends, path);
    }
    path.remove(code);
  }
}
