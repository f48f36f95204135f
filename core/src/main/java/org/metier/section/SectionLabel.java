package org.metier.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a line of a CV is: the heading of a section, or a line of one.
public record SectionLabel(SectionKind kind, boolean isHeading) {
  /// How many there are.
  public static final int COUNT = 2 * SectionKind.values().length;

  /// Its place among all labels, from 0.
  public int number() {
    return 2 * kind.ordinal() + (isHeading ? 1 : 0);
  }

  public static SectionLabel of(int number) {
    return new SectionLabel(SectionKind.values()[number / 2], number % 2 == 1);
  }

  /// Such as `experience` and `experience.heading`.
  public String name() {
    return kind.name().toLowerCase(Locale.ROOT) + (isHeading ? ".heading" : "");
  }

  /// The names of all labels in their order.
  public static List<String> names() {
    List<String> names = new ArrayList<>();
    for (int label = 0; label < COUNT; label++) {
      names.add(of(label).name());
    }
    return List.copyOf(names);
  }
}
