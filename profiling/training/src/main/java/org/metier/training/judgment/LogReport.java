package org.metier.training.judgment;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What became of the lines of logs: `lines` is `impressions` plus `events` plus all that was refused.
/// Immutable.
///
/// @param lines that were read, blank ones left out
/// @param impressions that are learnt from
/// @param events that are learnt from, by kind
/// @param refused how many lines each reason refused; those of leaks included
/// @param examples the first places of each reason, with what was wrong; they quote no line
public record LogReport(long lines, long impressions, Map<PortalEvent, Long> events,
    Map<Refusal, Long> refused, Map<Refusal, List<String>> examples) {
  public LogReport {
    events = Collections.unmodifiableMap(new TreeMap<>(events));
    refused = Collections.unmodifiableMap(new TreeMap<>(refused));
    examples = Collections.unmodifiableMap(new TreeMap<>(examples));
    long accounted = impressions + sum(events) + sum(refused);
    if (accounted != lines) {
      throw new IllegalArgumentException(
          lines + " lines were read, but " + accounted + " are accounted for");
    }
  }

  private static long sum(Map<?, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
