package org.metier.ledger;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.metier.feed.FeedProblem;
import org.metier.feed.ProblemCode;

/// The account of one delivery of one source. While and after it is taken in, `received` is the sum of
/// [#ends]: the constructor refuses anything else.
///
/// @param number of the run within its source, from 1
/// @param feed name of the delivery
/// @param format that was read; null while unknown
/// @param message what is to be done, for a run that did not complete
/// @param cursor how many records of the feed are accounted for and committed
/// @param fingerprint tells whether another delivery is the same one
/// @param received records of the feed so far
/// @param ends of the received records; each has just one
/// @param reasons of the ends of the received records
/// @param lost records that were not in the feed and ended by that: `ABSENT`, `NOT_SEEN_AGAIN`,
///     `PAST_DEADLINE`
/// @param waiting records that are absent from the feed and wait for a person's word
/// @param purged records that ended so long ago that the source's terms let them be kept no longer
/// @param problems how often each problem occurred, of rejected records and left-out fields alike
/// @param examples the first ones of each problem, at most [#MAX_EXAMPLES]
/// @param coverage how many of the accepted records have each field
/// @param accepted how many records could be used
/// @param alarms fields that fell silent
/// @param before how many records of the source were in each state when the run began
/// @param after the same at its end
public record Run(String source, int number, RunState state, String feed, @Nullable String format,
    Instant startedAt, @Nullable Instant endedAt, @Nullable String message, int cursor,
    String fingerprint, int received, Map<RecordEnd, Integer> ends, Map<EndReason, Integer> reasons,
    Map<EndReason, Integer> lost, int waiting, int purged, Map<ProblemCode, Integer> problems,
    List<FeedProblem> examples, Map<String, Integer> coverage, int accepted,
    List<SilentField> alarms, Map<RecordState, Integer> before, Map<RecordState, Integer> after) {
  /// Examples kept of each problem.
  public static final int MAX_EXAMPLES = 20;

  public Run {
    int ended = sum(ends);
    if (received != ended) {
      throw new IllegalArgumentException("run " + number + " of " + source + " received " + received
          + " records, but " + ended + " ended");
    }
    ends = ordered(RecordEnd.class, ends);
    reasons = ordered(EndReason.class, reasons);
    lost = ordered(EndReason.class, lost);
    problems = ordered(ProblemCode.class, problems);
    before = ordered(RecordState.class, before);
    after = ordered(RecordState.class, after);
    coverage = Collections.unmodifiableMap(new TreeMap<>(coverage));
    examples = List.copyOf(examples);
    alarms = List.copyOf(alarms);
  }

  private static <E extends Enum<E>> Map<E, Integer> ordered(Class<E> type,
      Map<E, Integer> counts) {
    Map<E, Integer> ordered = new EnumMap<>(type);
    counts.forEach((key, count) -> {
      if (count != 0) {
        ordered.put(key, count);
      }
    });
    return Collections.unmodifiableMap(ordered);
  }

  private static int sum(Map<?, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// How many received records ended so.
  public int count(RecordEnd end) {
    return ends.getOrDefault(end, 0);
  }

  /// Records received without an end: 0, by construction; stated so that a reader need not trust it.
  public int difference() {
    return received - sum(ends);
  }
}
