package org.metier.monitoring;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.metier.audit.AuditEntry;
import org.metier.audit.AuditEvent;
import org.metier.audit.AuditLog;
import org.metier.oversight.OversightCounts;

/// Counts in an audit log how often staff went along with what a model said, as
/// [org.metier.oversight.Oversight#counts] does in the case files; the log keeps entries of erased people and of cases
/// that were deleted after their time. Not thread-safe: one for each reading.
public final class LoggedOverrides {
  private final Instant from;
  private final Instant until;
  private final Map<Key, Seen> cases = new HashMap<>();
  private final Map<String, Instant> firstShown = new LinkedHashMap<>();
  private final Map<String, Instant> lastShown = new HashMap<>();

  /// A case: a person and a question.
  private record Key(String pseudonym, String question) {}

  /// What was said in a case, by model where it is about one.
  private static final class Seen {
    private final Set<String> shown = new TreeSet<>();
    private final Set<String> abstained = new TreeSet<>();
    private final Map<String, AuditEvent.Overridden> overridden = new HashMap<>();
    private @Nullable Boolean wasFirstRatingBlind;
    private boolean holds;
    private boolean isDisputed;
  }

  private LoggedOverrides(Instant from, Instant until) {
    this.from = from;
    this.until = until;
  }

  /// What the log says of a model.
  ///
  /// @param counts of cases
  /// @param since when its scores were first shown, within the time asked for
  /// @param updatedAt when they were last shown
  public record OfModel(OversightCounts counts, Instant since, Instant updatedAt) {
    /// The rate and its alarms. A case is a decision, and one in which an override was ever made an override.
    ///
    /// @param low see [OverrideWatch]
    /// @param high see [OverrideWatch]
    public OverrideWatch watch(double low, double high) {
      return OverrideWatch.begin(counts.model(), low, high, since)
          .with(counts.shown(), counts.overridden(), updatedAt);
    }
  }

  /// By model, in the order in which they were first shown. Costs one reading of the log.
  ///
  /// @param from the first moment whose showings count
  /// @param until the first moment whose showings do not
  public static List<OfModel> of(AuditLog log, Instant from, Instant until) {
    LoggedOverrides reading = new LoggedOverrides(from, until);
    log.forEach(reading::read);
    return reading.counted();
  }

  private void read(AuditEntry entry) {
    switch (entry.event()) {
      case AuditEvent.Revealed e -> {
        if (isWithin(entry)) {
          seen(e.pseudonym(), e.question()).shown.add(e.model());
          firstShown.putIfAbsent(e.model(), entry.at());
          lastShown.put(e.model(), entry.at());
        }
      }
      case AuditEvent.Abstained e -> {
        if (isWithin(entry)) {
          seen(e.pseudonym(), e.question()).abstained.add(e.model());
        }
      }
      case AuditEvent.Rated e -> {
        Seen seen = seen(e.pseudonym(), e.question());
        if (seen.wasFirstRatingBlind == null) {
          seen.wasFirstRatingBlind = e.wasBlind();
        }
      }
      case AuditEvent.Overridden e -> {
        Seen seen = seen(e.pseudonym(), e.question());
        seen.overridden.put(e.model(), e);
        seen.holds = true;
      }
      case AuditEvent.OverrideLifted e -> seen(e.pseudonym(), e.question()).holds = false;
      case AuditEvent.Disagreed e -> seen(e.pseudonym(), e.question()).isDisputed = true;
      case AuditEvent.Begun _,AuditEvent.Scored _,AuditEvent.Ranked _,AuditEvent.Happened _,AuditEvent.ModelChanged _,AuditEvent.Erased _,AuditEvent.Exported _,AuditEvent.Purged _,AuditEvent.Recovered _ -> {
        // no decision of staff
      }
    }
  }

  private boolean isWithin(AuditEntry entry) {
    return !entry.at().isBefore(from) && entry.at().isBefore(until);
  }

  private Seen seen(String pseudonym, String question) {
    return cases.computeIfAbsent(new Key(pseudonym, question), key -> new Seen());
  }

  private List<OfModel> counted() {
    return firstShown.entrySet()
        .stream()
        .map(shown -> new OfModel(counts(shown.getKey()), shown.getValue(),
            lastShown.getOrDefault(shown.getKey(), shown.getValue())))
        .toList();
  }

  private OversightCounts counts(String model) {
    int[] counts = new int[8];
    for (Seen seen : cases.values()) {
      counts[7] += seen.abstained.contains(model) ? 1 : 0;
      if (seen.shown.contains(model)) {
        counts[0]++;
        counts[1] += Boolean.TRUE.equals(seen.wasFirstRatingBlind) ? 1 : 0;
        AuditEvent.Overridden override = seen.overridden.get(model);
        if (override != null) {
          counts[2]++;
          counts[3] += override.to() > override.from() ? 1 : 0;
          counts[4] += override.to() < override.from() ? 1 : 0;
          counts[5] += seen.holds ? 0 : 1;
        }
        counts[6] += seen.isDisputed ? 1 : 0;
      }
    }
    return new OversightCounts(model, counts[0], counts[1], counts[2], counts[3], counts[4],
        counts[5], counts[6], counts[7]);
  }
}
