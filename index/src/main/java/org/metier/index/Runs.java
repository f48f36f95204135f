package org.metier.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.metier.feed.FeedProblem;
import org.metier.ledger.Run;
import org.metier.ledger.RunState;
import org.metier.ledger.SilentField;

/// Compares and ends runs.
final class Runs {
  /// Fewer accepted records tell nothing about a field.
  private static final int LEAST_RECORDS = 20;
  /// So many earlier runs are looked at.
  private static final int LOOK_BACK = 5;
  /// A field counts as one that the source fills from this share on.
  private static final double USUALLY_FILLED = 0.05;
  /// And as silent when it has fallen below this part of its share.
  private static final double SILENT = 0.25;

  private Runs() {}

  static Run ended(Run run, RunState state, Instant at, @Nullable String message) {
    return new Run(run.source(), run.number(), state, run.feed(), run.format(), run.startedAt(), at,
        message, run.cursor(), run.fingerprint(), run.received(), run.ends(), run.reasons(),
        run.lost(), run.waiting(), run.purged(), run.problems(), run.examples(), run.coverage(),
        run.accepted(), run.alarms(), run.before(), run.after());
  }

  static Run withExamples(Run run, List<FeedProblem> examples) {
    return new Run(run.source(), run.number(), run.state(), run.feed(), run.format(),
        run.startedAt(), run.endedAt(), run.message(), run.cursor(), run.fingerprint(),
        run.received(), run.ends(), run.reasons(), run.lost(), run.waiting(), run.purged(),
        run.problems(), examples, run.coverage(), run.accepted(), run.alarms(), run.before(),
        run.after());
  }

  /// The fields that the last complete runs of a source filled, and this one hardly does.
  ///
  /// @param earlier runs of the source, oldest first
  static List<SilentField> silentFields(List<Run> earlier, Run now) {
    List<Run> compared = earlier.stream()
        .filter(r -> r.number() < now.number() && r.state() == RunState.COMPLETE
            && r.accepted() >= LEAST_RECORDS)
        .toList();
    compared = compared.subList(Math.max(0, compared.size() - LOOK_BACK), compared.size());
    List<SilentField> silent = new ArrayList<>();
    if (now.accepted() < LEAST_RECORDS) {
      return silent;
    }
    double accepted = compared.stream().mapToInt(Run::accepted).sum();
    TreeSet<String> fields = new TreeSet<>();
    compared.forEach(r -> fields.addAll(r.coverage().keySet()));
    for (String field : fields) {
      double before = compared.stream().mapToInt(r -> r.coverage().getOrDefault(field, 0)).sum()
          / accepted;
      double share = now.coverage().getOrDefault(field, 0) / (double) now.accepted();
      if (before >= USUALLY_FILLED && share < SILENT * before) {
        silent.add(new SilentField(field, before, share));
      }
    }
    return silent;
  }
}
