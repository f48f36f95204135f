package org.metier.dossier;

import java.util.List;
import org.metier.place.Place;
import org.metier.profile.DateRange;
import org.metier.profile.LanguageSkill;
import org.metier.qualification.EducationLevel;

/// Something about which sources differ. Of the sides, the first is in the profile: that of the person
/// before any document, that of a newer document before an older one's.
public sealed interface Conflict {
  /// At least two, in that order, each with a value of its own.
  List<? extends Side<?>> sides();

  /// Whether the person has not said which side is true: only then is it worth asking.
  default boolean isOpen() {
    return sides().getFirst().source() instanceof Source.Document;
  }

  /// When a job began and ended.
  record JobPeriod(String title, List<Side<DateRange>> sides) implements Conflict {
    public JobPeriod {
      sides = checked(sides);
    }
  }

  /// When a course of education began and ended.
  record EducationPeriod(String title, List<Side<DateRange>> sides) implements Conflict {
    public EducationPeriod {
      sides = checked(sides);
    }
  }

  /// What level a course of education has.
  record Degree(String title, List<Side<EducationLevel>> sides) implements Conflict {
    public Degree {
      sides = checked(sides);
    }
  }

  /// How well the person knows a language.
  record LanguageLevel(String language, List<Side<LanguageSkill>> sides) implements Conflict {
    public LanguageLevel {
      sides = checked(sides);
    }
  }

  /// Where the person lives.
  record Home(List<Side<Place>> sides) implements Conflict {
    public Home {
      sides = checked(sides);
    }
  }

  private static <T> List<Side<T>> checked(List<Side<T>> sides) {
    if (sides.size() < 2) {
      throw new IllegalArgumentException("a conflict must have two sides, had " + sides.size());
    }
    return List.copyOf(sides);
  }
}
