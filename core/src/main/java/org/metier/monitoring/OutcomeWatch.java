package org.metier.monitoring;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.metier.json.Json;
import org.metier.monitoring.DueOutcomes.Due;

/// A [CalibrationWatch] over an audit log, which counts every score once however often it is shown the same outcomes, and
/// keeps an alarm after people were erased and old entries deleted. Immutable: [#with] gives the next state. As JSON by
/// [Json]; of persons it holds the numbers of entries alone.
///
/// @param format [#FORMAT]
/// @param question code of what was scored
/// @param watch counts and bets
/// @param counted numbers of the entries whose outcome was counted, ascending
public record OutcomeWatch(String format, String question, CalibrationWatch watch,
    List<Long> counted) {
  /// Name and version of the JSON.
  public static final String FORMAT = "metier-outcome-watch-1";

  public OutcomeWatch {
    if (!format.equals(FORMAT)) {
      throw new IllegalArgumentException("format must be " + FORMAT + ", was " + format);
    }
    counted = List.copyOf(new TreeSet<>(counted));
    if (counted.size() != watch.outcomes()) {
      throw new IllegalArgumentException(counted.size() + " entries were counted, but "
          + watch.outcomes() + " outcomes");
    }
  }

  /// A watch of the model of some outcomes that has counted nothing.
  ///
  /// @param falseAlarmRate see [CalibrationWatch]
  public static OutcomeWatch begin(DueOutcomes outcomes, double falseAlarmRate, Instant now) {
    return new OutcomeWatch(FORMAT, outcomes.question(),
        CalibrationWatch.begin(outcomes.model(), falseAlarmRate, now), List.of());
  }

  /// Reads what [Json#write] wrote.
  ///
  /// @throws IllegalArgumentException if the text is no such state; the message names line and property
  public static OutcomeWatch read(String json) {
    return Json.read(json, OutcomeWatch.class);
  }

  /// The state after those that were not counted before, in the order in which they were scored.
  ///
  /// @throws IllegalArgumentException if they are of another question or model
  public OutcomeWatch with(DueOutcomes outcomes, Instant now) {
    if (!outcomes.question().equals(question)
        || !outcomes.model().equals(watch.modelSha256())) {
      throw new IllegalArgumentException("the watch is of " + question + " by model "
          + watch.modelSha256() + ", the outcomes are of " + outcomes.question() + " by "
          + outcomes.model() + "; begin another watch");
    }
    Set<Long> known = new HashSet<>(counted);
    List<Due> more = outcomes.due().stream().filter(due -> known.add(due.entry())).toList();
    double[] forecasts = more.stream().mapToDouble(Due::chance).toArray();
    boolean[] came = new boolean[more.size()];
    for (int i = 0; i < came.length; i++) {
      came[i] = more.get(i).came();
    }
    return more.isEmpty()
        ? this
        : new OutcomeWatch(format, question, watch.with(forecasts, came, now),
            List.copyOf(known));
  }
}
