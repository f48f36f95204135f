package org.metier.training.potential;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.metier.monitoring.FieldProfile;
import org.metier.potential.Field;
import org.metier.potential.FieldType;

/// How the values of features are spread over the people of a table.
final class FieldProfiles {
  /// What the score is called in a baseline: one less the chance of work.
  static final String NEED = "need";

  /// So few people are no bin.
  private static final int LEAST = 20;

  private FieldProfiles() {}

  /// NaN where unknown; of a category the place of the value.
  static double[] values(Spells spells, Field field) {
    int number = spells.specification().featureNumber(field.name());
    return IntStream.range(0, spells.size())
        .mapToDouble(person -> spells.value(person, number))
        .toArray();
  }

  static FieldProfile of(Spells spells, Field field) {
    double[] values = values(spells, field);
    return field.type() instanceof FieldType.Category(List<String> names)
        ? FieldProfile.ofCategories(field.name(), named(values, names), LEAST)
        : FieldProfile.ofNumbers(field.name(), values, LEAST);
  }

  /// Counts the same bins.
  static FieldProfile again(FieldProfile before, Spells spells, Field field) {
    double[] values = values(spells, field);
    return field.type() instanceof FieldType.Category(List<String> names)
        ? before.again(named(values, names))
        : before.again(values);
  }

  static FieldProfile ofNeed(double[] need) {
    return FieldProfile.ofNumbers(NEED, need, LEAST);
  }

  private static String[] named(double[] values, List<String> names) {
    return Arrays.stream(values)
        .mapToObj(value -> Double.isNaN(value) ? "" : names.get((int) value))
        .toArray(String[]::new);
  }
}
