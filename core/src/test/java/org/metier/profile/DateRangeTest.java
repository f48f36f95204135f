package org.metier.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class DateRangeTest {
  private static PartialDate date(int year, @Nullable Integer month) {
    return new PartialDate(year, month, null);
  }

  /// From what is not dated, which may go on, over what goes on, to the earliest end. A bare year lasts until its
  /// December.
  private static final List<@Nullable DateRange> LATEST_FIRST = Arrays.asList(null,
      new DateRange(date(1990, 1), null, true), new DateRange(null, date(2020, null), false),
      new DateRange(date(2001, 1), date(2020, 11), false),
      new DateRange(date(2019, 12), null, false),
      new DateRange(date(2000, 1), date(2019, 3), false),
      new DateRange(null, date(1988, 5), false));

  @RepeatedTest(20)
  void the_latest_comes_first_whatever_the_order_before(RepetitionInfo run) {
    List<@Nullable DateRange> ranges = new ArrayList<>(LATEST_FIRST);
    Collections.shuffle(ranges, new Random(run.getCurrentRepetition())); // the repetition is the seed
    ranges.sort(DateRange::latestFirst);
    assertEquals(LATEST_FIRST, ranges);
  }
}
