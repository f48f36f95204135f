package org.metier.monitoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How the values of one field, or a score, were spread. Immutable; counts alone, and none of fewer people
/// than asked for.
///
/// @param name of the field
/// @param edges between the bins of a field of numbers, ascending; a value equal to an edge is above it. Empty
///     for a field of categories
/// @param categories of a field of categories, in order, the last of them [#OTHER]; empty for numbers
/// @param counts per bin or category
/// @param unknown people without a value
public record FieldProfile(String name, List<Double> edges, List<String> categories,
    List<Long> counts, long unknown) {
  /// Categories of too few people, and those that were not there before.
  public static final String OTHER = "(other)";

  private static final int BINS = 10;

  public FieldProfile {
    edges = List.copyOf(edges);
    categories = List.copyOf(categories);
    counts = List.copyOf(counts);
    if (!edges.isEmpty() && !categories.isEmpty()) {
      throw new IllegalArgumentException(name + ": is of numbers or of categories, not both");
    }
    int bins = categories.isEmpty() ? edges.size() + 1 : categories.size();
    if (counts.size() != bins) {
      throw new IllegalArgumentException(
          name + ": expected " + bins + " counts, were " + counts.size());
    }
    if (unknown < 0 || counts.stream().anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException(name + ": counts must be at least 0");
    }
    for (int i = 1; i < edges.size(); i++) {
      if (!(edges.get(i - 1) < edges.get(i))) {
        throw new IllegalArgumentException(name + ": edges must ascend");
      }
    }
  }

  /// A field of numbers, in ten bins of as many people each, fewer where values repeat or a bin would hold
  /// too few.
  ///
  /// @param values NaN where unknown
  /// @param least people in a bin, at least 1
  public static FieldProfile ofNumbers(String name, double[] values, int least) {
    double[] known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    int bins = Math.clamp(known.length / Math.max(1, least), 1, BINS);
    List<Double> edges = new ArrayList<>();
    int from = 0;
    for (int b = 1; b < bins; b++) {
      int at = (int) ((long) b * known.length / bins);
      // A repeated value stays in one bin: the edge is where it begins.
      while (at > from && known[at - 1] == known[at]) {
        at--;
      }
      if (at - from >= least && known.length - at >= least) {
        edges.add(known[at]);
        from = at;
      }
    }
    return count(new FieldProfile(name, edges, List.of(), zeros(edges.size() + 1), 0), values);
  }

  /// A field of categories. Those of too few people are counted together.
  ///
  /// @param values empty where unknown
  /// @param least people in a category
  public static FieldProfile ofCategories(String name, String[] values, int least) {
    Map<String, Long> counted = new TreeMap<>();
    for (String value : values) {
      if (!value.isEmpty()) {
        counted.merge(value, 1L, Long::sum);
      }
    }
    List<String> categories = new ArrayList<>();
    counted.forEach((value, count) -> {
      if (count >= least && !value.equals(OTHER)) {
        categories.add(value);
      }
    });
    categories.add(OTHER);
    return count(new FieldProfile(name, List.of(), categories, zeros(categories.size()), 0),
        values);
  }

  private static List<Long> zeros(int length) {
    return Collections.nCopies(length, 0L);
  }

  boolean isOfNumbers() {
    return categories.isEmpty();
  }

  /// Other values in the same bins.
  public FieldProfile again(double[] values) {
    if (!isOfNumbers()) {
      throw new IllegalArgumentException(name + " is a field of categories, not of numbers");
    }
    return count(this, values);
  }

  /// Other values in the same categories.
  public FieldProfile again(String[] values) {
    if (isOfNumbers()) {
      throw new IllegalArgumentException(name + " is a field of numbers, not of categories");
    }
    return count(this, values);
  }

  private static FieldProfile count(FieldProfile bins, double[] values) {
    double[] edges = bins.edges.stream().mapToDouble(Double::doubleValue).toArray();
    long[] counts = new long[edges.length + 1];
    long unknown = 0;
    for (double value : values) {
      if (Double.isNaN(value)) {
        unknown++;
      } else {
        int at = Arrays.binarySearch(edges, value);
        counts[at >= 0 ? at + 1 : -at - 1]++;
      }
    }
    return bins.with(counts, unknown);
  }

  private static FieldProfile count(FieldProfile bins, String[] values) {
    long[] counts = new long[bins.categories.size()];
    long unknown = 0;
    for (String value : values) {
      if (value.isEmpty()) {
        unknown++;
      } else {
        int at = bins.categories.indexOf(value);
        counts[at < 0 ? counts.length - 1 : at]++;
      }
    }
    return bins.with(counts, unknown);
  }

  private FieldProfile with(long[] other, long otherUnknown) {
    return new FieldProfile(name, edges, categories, Arrays.stream(other).boxed().toList(),
        otherUnknown);
  }

  /// People with a value.
  public long known() {
    return counts.stream().mapToLong(Long::longValue).sum();
  }

  /// Of all people, the share without a value; 0 for nobody.
  public double unknownShare() {
    long people = known() + unknown;
    return people == 0 ? 0 : (double) unknown / people;
  }
}
