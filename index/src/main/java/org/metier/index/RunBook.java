package org.metier.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.metier.feed.FeedProblem;
import org.metier.feed.ProblemCode;
import org.metier.ledger.EndReason;
import org.metier.ledger.LedgerEntry;
import org.metier.ledger.RecordEnd;
import org.metier.ledger.RecordState;
import org.metier.ledger.Run;
import org.metier.ledger.RunState;
import org.metier.ledger.SilentField;
import org.metier.vacancy.Vacancy;

/// Counts what becomes of the records of one run. Not thread-safe.
final class RunBook {
  final String source;
  final int number;
  private final String feed;
  private final String fingerprint;
  private final Instant startedAt;
  private final Map<RecordState, Integer> before;
  /// Records that were accounted for by an earlier attempt at the same feed.
  private final int resumedAt;
  private int received;
  private int waiting;
  private int purged;
  private int accepted;
  private @Nullable String format;
  private final Map<RecordEnd, Integer> ends = new EnumMap<>(RecordEnd.class);
  private final Map<EndReason, Integer> reasons = new EnumMap<>(EndReason.class);
  private final Map<EndReason, Integer> lost = new EnumMap<>(EndReason.class);
  private final Map<ProblemCode, Integer> problems = new EnumMap<>(ProblemCode.class);
  private final List<FeedProblem> examples = new ArrayList<>();
  private final Map<String, Integer> coverage = new TreeMap<>();
  private List<SilentField> alarms = List.of();

  RunBook(String source, int number, String feed, String fingerprint, Instant startedAt,
      Map<RecordState, Integer> before) {
    this.source = source;
    this.number = number;
    this.feed = feed;
    this.fingerprint = fingerprint;
    this.startedAt = startedAt;
    this.before = before;
    resumedAt = 0;
  }

  /// Goes on where an interrupted run was committed last.
  RunBook(Run interrupted) {
    source = interrupted.source();
    number = interrupted.number();
    feed = interrupted.feed();
    fingerprint = interrupted.fingerprint();
    startedAt = interrupted.startedAt();
    before = interrupted.before();
    resumedAt = interrupted.cursor();
    received = interrupted.received();
    accepted = interrupted.accepted();
    ends.putAll(interrupted.ends());
    reasons.putAll(interrupted.reasons());
    lost.putAll(interrupted.lost());
    purged = interrupted.purged();
    problems.putAll(interrupted.problems());
    examples.addAll(interrupted.examples());
    coverage.putAll(interrupted.coverage());
  }

  int resumedAt() {
    return resumedAt;
  }

  int received() {
    return received;
  }

  Instant startedAt() {
    return startedAt;
  }

  void end(RecordEnd end, EndReason reason) {
    received++;
    ends.merge(end, 1, Integer::sum);
    reasons.merge(reason, 1, Integer::sum);
  }

  /// A record that was counted turned out to end otherwise.
  void move(LedgerEntry from, LedgerEntry to) {
    ends.merge(from.end(), -1, Integer::sum);
    reasons.merge(from.reason(), -1, Integer::sum);
    ends.merge(to.end(), 1, Integer::sum);
    reasons.merge(to.reason(), 1, Integer::sum);
  }

  void lose(EndReason reason) {
    lost.merge(reason, 1, Integer::sum);
  }

  void waiting(int count) {
    waiting = count;
  }

  void purge(int count) {
    purged += count;
  }

  void format(String name) {
    format = name;
  }

  void alarms(List<SilentField> silent) {
    alarms = List.copyOf(silent);
  }

  void problem(FeedProblem problem) {
    int count = problems.merge(problem.code(), 1, Integer::sum);
    if (count <= Run.MAX_EXAMPLES) {
      examples.add(problem);
    }
  }

  /// Counts which fields an accepted record has.
  void cover(Vacancy vacancy) {
    accepted++;
    cover("description", !vacancy.description().isEmpty());
    cover("employer", vacancy.employer() != null);
    cover("workplaces", !vacancy.workplaces().isEmpty());
    cover("remote", vacancy.remote() != null);
    cover("languages", !vacancy.languages().isEmpty());
    cover("education", vacancy.education() != null);
    cover("experienceMonths", vacancy.experienceMonths() != null);
    cover("drivingLicences", !vacancy.drivingLicences().isEmpty());
    cover("contract", vacancy.contract() != null);
    cover("hours", vacancy.hours() != null);
    cover("salary", vacancy.salary() != null);
    cover("positions", vacancy.positions() != null);
    cover("startsOn", vacancy.startsOn() != null);
    cover("postedAt", vacancy.postedAt() != null);
    cover("validThrough", vacancy.validThrough() != null);
    cover("url", vacancy.url() != null);
    cover("applyUrl", vacancy.applyUrl() != null);
  }

  private void cover(String field, boolean isFilled) {
    coverage.merge(field, isFilled ? 1 : 0, Integer::sum);
  }

  Run run(RunState state, @Nullable Instant endedAt, @Nullable String message,
      Map<RecordState, Integer> after) {
    return new Run(source, number, state, feed, format, startedAt, endedAt, message, received,
        fingerprint, received, ends, reasons, lost, waiting, purged, problems, examples, coverage,
        accepted, alarms, before, after);
  }
}
