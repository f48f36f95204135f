package org.metier.benchmarks.spans;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.metier.skill.internal.SpanFigures;

/// What an evaluation of span finding found.
///
/// @param learntFrom sentences that the trained systems learnt from
/// @param sentences that all systems were measured on
/// @param skills spans that people marked as skills there
/// @param knowledge spans that people marked as knowledge there
/// @param modelBytes of Metier's model as a file
/// @param systems by name, Metier first
public record SpanReport(int learntFrom, int sentences, int skills, int knowledge, long modelBytes,
    Map<String, Outcome> systems) {
  public SpanReport {
    systems = Collections.unmodifiableMap(new LinkedHashMap<>(systems));
  }

  /// A system's figures on one kind of span, or on both together.
  ///
  /// @param strict where both ends must be right
  /// @param overlapping where one shared token is enough
  public record Kind(SpanFigures strict, SpanFigures overlapping) {}

  /// A system's figures.
  ///
  /// @param sentencesPerSecond on one thread, once all sentences were seen before
  /// @param tokensPerSecond likewise, in the tokens of the data
  public record Outcome(Kind skills, Kind knowledge, Kind both, double sentencesPerSecond,
      double tokensPerSecond) {}
}
