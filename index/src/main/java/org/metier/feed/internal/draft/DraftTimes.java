package org.metier.feed.internal.draft;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.metier.feed.ProblemCode;
import org.metier.vacancy.Vacancy;

/// The dates of one record, from 1990 to 2099. Not thread-safe.
final class DraftTimes {
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  private final DraftTerms.Problems problems;
  private @Nullable Instant postedAt;
  private @Nullable Instant validThrough;
  private @Nullable LocalDate startsOn;

  DraftTimes(DraftTerms.Problems problems) {
    this.problems = problems;
  }

  void postedAt(String field, @Nullable Instant instant) {
    postedAt = inRange(field, instant);
  }

  void validThrough(String field, @Nullable Instant instant) {
    validThrough = inRange(field, instant);
    if (validThrough != null && postedAt != null && validThrough.isBefore(postedAt)) {
      problems.note(ProblemCode.DEADLINE_BEFORE_POSTING, field, validThrough.toString(),
          "a date after the publication, " + postedAt);
    }
  }

  private @Nullable Instant inRange(String field, @Nullable Instant instant) {
    if (instant != null && (instant.isBefore(EARLIEST) || !instant.isBefore(LATEST))) {
      problems.note(ProblemCode.BAD_DATE, field, instant.toString(), "a date from 1990 to 2099");
      return null;
    }
    return instant;
  }

  void startsOn(@Nullable LocalDate day) {
    boolean isInRange = day != null && day.getYear() >= 1990 && day.getYear() < 2100;
    startsOn = isInRange ? day : null;
  }

  /// Gives the vacancy its dates.
  void fill(Vacancy.Builder vacancy) {
    vacancy.postedAt(postedAt).validThrough(validThrough).startsOn(startsOn);
  }
}
