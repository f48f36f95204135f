package org.metier.index;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.metier.feed.FeedProblem;
import org.metier.feed.ProblemCode;

/// What became of the records of one feed. Always `received = added + updated + unchanged + rejected`.
///
/// @param format that was read
/// @param added vacancies that were not in the index
/// @param updated vacancies that were in it with another content
/// @param unchanged vacancies that were in it just so
/// @param rejected records that cannot be used, each for a reason in `problems`. A record with the key of
///     an earlier one of the same feed is among them: the first one counts, so that the same feed gives the
///     same index every time
/// @param problems how often each problem occurred, rejections and left-out fields alike
/// @param examples the first rejections and the first left-out fields, at most [#MAX_EXAMPLES] of each
///     problem
/// @param coverage how many of the accepted vacancies have each field
public record IngestReport(String source, String format, int received, int added, int updated,
    int unchanged, int rejected, Map<ProblemCode, Integer> problems, List<FeedProblem> examples,
    Map<String, Integer> coverage) {
  /// Examples kept of each problem.
  public static final int MAX_EXAMPLES = 20;

  public IngestReport {
    if (received != added + updated + unchanged + rejected) {
      throw new IllegalArgumentException("received " + received + " records, but accounted for "
          + (added + updated + unchanged + rejected));
    }
    problems = Collections.unmodifiableMap(new TreeMap<>(problems));
    examples = List.copyOf(examples);
    coverage = Collections.unmodifiableMap(new TreeMap<>(coverage));
  }

  /// Vacancies of this feed that are in the index now.
  public int indexed() {
    return added + updated + unchanged;
  }
}
