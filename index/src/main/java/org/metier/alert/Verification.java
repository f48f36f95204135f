package org.metier.alert;

import org.metier.place.GeoPoint;
import org.metier.work.Salary;
import org.metier.work.WeeklyHours;

/// Whether a vacancy meets an alert: all of its conditions, cheap ones first. Used by one thread.
final class Verification {
  private static final int CONTRACTS = 0xff;
  private static final int LANGUAGES = 0xff << CompiledAlert.LANGUAGE_SHIFT;
  private static final int REMOTE = 0xff << CompiledAlert.REMOTE_SHIFT;

  private final VacancyTerms vacancy;
  private final int[] programs;
  private final double[] numbers;

  Verification(VacancyTerms vacancy, int[] programs, double[] numbers) {
    this.vacancy = vacancy;
    this.programs = programs;
    this.numbers = numbers;
  }

  /// @param start of the alert's program
  boolean isMet(int alert, int start, int end) {
    int flags = programs[start + CompiledAlert.FLAGS];
    int masks = programs[start + CompiledAlert.MASKS];
    return isMet(flags, Condition.CONTRACT, masks & CONTRACTS, vacancy.contractBit)
        && isMet(flags, Condition.LANGUAGE, masks & LANGUAGES, vacancy.languageBit)
        && isMet(flags, Condition.REMOTE, masks & REMOTE, vacancy.remoteBit)
        && isNear(flags, alert * CompiledAlert.NUMBERS)
        && areTermsMet(flags, alert * CompiledAlert.NUMBERS,
            programs[start + CompiledAlert.CURRENCY])
        && areSectionsMet(flags, start + CompiledAlert.SECTIONS, end);
  }

  private static boolean mayBeUnknown(int flags, Condition condition) {
    return (flags & 1 << condition.ordinal()) != 0;
  }

  private static boolean isMet(int flags, Condition condition, int asked, int offered) {
    if (asked == 0) {
      return true;
    }
    return offered == 0 ? mayBeUnknown(flags, condition) : (asked & offered) != 0;
  }

  private boolean isNear(int flags, int at) {
    if ((flags & CompiledAlert.NEAR_FLAG) == 0 || vacancy.isRemote()) {
      return true;
    }
    for (int i = 0; i < vacancy.vectors.length; i++) {
      if (isNear(vacancy.vectors[i], vacancy.points.get(i), at)) {
        return true;
      }
    }
    return vacancy.isPlaceUnknown && mayBeUnknown(flags, Condition.NEAR);
  }

  /// Compares chords on the unit sphere, whose rounding error is below 1e-14; only where they are too
  /// close to each other the exact formula decides.
  private boolean isNear(double[] vector, GeoPoint point, int at) {
    double x = vector[0] - numbers[at + CompiledAlert.X];
    double y = vector[1] - numbers[at + CompiledAlert.Y];
    double z = vector[2] - numbers[at + CompiledAlert.Z];
    double chord = numbers[at + CompiledAlert.CHORD];
    double difference = x * x + y * y + z * z - chord;
    if (Math.abs(difference) > 1e-12 + 1e-9 * chord) {
      return difference < 0;
    }
    GeoPoint centre = new GeoPoint(numbers[at + CompiledAlert.LATITUDE],
        numbers[at + CompiledAlert.LONGITUDE]);
    return centre.distanceKm(point) <= numbers[at + CompiledAlert.RADIUS_KM];
  }

  private boolean areTermsMet(int flags, int at, int currency) {
    if ((flags & CompiledAlert.HOURS_FLAG) != 0) {
      WeeklyHours hours = vacancy.vacancy.hours();
      boolean isMet = hours == null
          ? mayBeUnknown(flags, Condition.HOURS)
          : hours.min() <= numbers[at + CompiledAlert.MAX_HOURS]
              && numbers[at + CompiledAlert.MIN_HOURS] <= hours.max();
      if (!isMet) {
        return false;
      }
    }
    if ((flags & CompiledAlert.PAY_FLAG) != 0) {
      Salary salary = vacancy.vacancy.salary();
      return (salary == null || currency != vacancy.currency)
          ? mayBeUnknown(flags, Condition.PAY)
          : salary.maxPerYear() >= numbers[at + CompiledAlert.PAY_PER_YEAR];
    }
    return true;
  }

  private boolean areSectionsMet(int flags, int start, int end) {
    boolean isWordingAsked = false;
    boolean isWordingMet = false;
    for (int at = start; at < end;) {
      int next = at + 2 + programs[at + 1];
      switch (programs[at]) {
        case CompiledAlert.WORDS -> {
          isWordingAsked = true;
          isWordingMet |= programs[at + 2] == vacancy.language && areWordsMet(at + 3, next);
        }
        default -> {
          if (!isSectionMet(flags, programs[at], at + 2, next)) {
            return false;
          }
        }
      }
      at = next;
    }
    return !isWordingAsked || (vacancy.language < 0
        ? mayBeUnknown(flags, Condition.WORDS)
        : isWordingMet);
  }

  private boolean isSectionMet(int flags, int kind, int from, int end) {
    return switch (kind) {
      case CompiledAlert.OCCUPATIONS -> vacancy.vacancy.occupations().isEmpty()
          ? mayBeUnknown(flags, Condition.OCCUPATION)
          : hasAny(vacancy.occupations, from, end);
      case CompiledAlert.SKILLS -> vacancy.vacancy.skills().isEmpty()
          ? mayBeUnknown(flags, Condition.SKILLS)
          : hasEnoughSkills(from, end);
      case CompiledAlert.COUNTRIES -> hasAny(vacancy.countries, from, end)
          || (vacancy.isCountryUnknown && mayBeUnknown(flags, Condition.COUNTRY));
      case CompiledAlert.SOURCES -> isOneOf(vacancy.source, from, end);
      case CompiledAlert.EMPLOYERS -> !isOneOf(vacancy.employer, from, end);
      default -> throw new IllegalStateException("an alert has a section of kind " + kind);
    };
  }

  private boolean hasAny(IntSet offered, int from, int end) {
    for (int at = from; at < end; at++) {
      if (offered.contains(programs[at])) {
        return true;
      }
    }
    return false;
  }

  private boolean isOneOf(int offered, int from, int end) {
    for (int at = from; at < end; at++) {
      if (programs[at] == offered) {
        return true;
      }
    }
    return false;
  }

  private boolean hasEnoughSkills(int from, int end) {
    int missing = programs[from];
    for (int at = from + 1; at < end && missing > 0; at += 2) {
      if (vacancy.skills.contains(programs[at])) {
        missing -= programs[at + 1];
      }
    }
    return missing <= 0;
  }

  private boolean areWordsMet(int from, int end) {
    boolean isAnyAsked = false;
    boolean isAnyMet = false;
    for (int at = from; at < end; at += 2 + programs[at + 1]) {
      boolean occurs = vacancy.hasPhrase(programs, at + 2, programs[at + 1]);
      switch (programs[at]) {
        case CompiledAlert.ALL -> {
          if (!occurs) {
            return false;
          }
        }
        case CompiledAlert.ANY -> {
          isAnyAsked = true;
          isAnyMet |= occurs;
        }
        default -> {
          if (occurs) {
            return false;
          }
        }
      }
    }
    return isAnyMet || !isAnyAsked;
  }
}
