package org.metier.match;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.metier.match.condition.Condition;
import org.metier.match.reason.Question;
import org.metier.vacancy.VacancyId;

/// The best matches, and what was hidden for which condition. Immutable.
///
/// @param matches best first
/// @param hidden candidates that a condition hides, best first, explained by nothing but that; those
///     that failed several count for each
/// @param hiddenBy how many candidates each condition hid; conditions that hid none are left out
/// @param questions to the person, or to the employer where profiles were ranked: whose answers could
///     move the scores of `matches` most, on average, at most [#MAX_QUESTIONS]
/// @param full how many candidates were left out, and not even scored, because as many people as may have them open
///     at a time have them open; see [org.metier.allocation.OfferBook]
public record Matches(List<Match> matches, List<Hidden> hidden, Map<Condition, Integer> hiddenBy,
    List<Question> questions, int full) {
  /// A short list is answered, a long one is not.
  public static final int MAX_QUESTIONS = 5;

  /// A candidate that was not shown. To see it explained, rank again with
  /// [org.metier.match.condition.Conditions#showing].
  ///
  /// @param score that it would have had
  /// @param failed at least one
  public record Hidden(String profileId, VacancyId vacancy, double score, Set<Condition> failed) {
    public Hidden {
      if (failed.isEmpty()) {
        throw new IllegalArgumentException(vacancy + " is hidden for no condition");
      }
      failed = Collections.unmodifiableSet(new TreeSet<>(failed));
    }
  }

  public Matches {
    matches = List.copyOf(matches);
    hidden = List.copyOf(hidden);
    hiddenBy = Collections.unmodifiableMap(new TreeMap<>(hiddenBy));
    questions = List.copyOf(questions);
    if (!hiddenBy.equals(count(hidden))) {
      throw new IllegalArgumentException(
          "hiddenBy must count what is hidden, " + count(hidden) + ", was " + hiddenBy);
    }
    if (full < 0) {
      throw new IllegalArgumentException("full must be at least 0, was " + full);
    }
  }

  static Map<Condition, Integer> count(List<Hidden> hidden) {
    Map<Condition, Integer> counts = new EnumMap<>(Condition.class);
    hidden.forEach(h -> h.failed().forEach(c -> counts.merge(c, 1, Integer::sum)));
    return counts;
  }

  /// The same, of candidates that others were left out of because they were full.
  public Matches withFull(int count) {
    return new Matches(matches, hidden, hiddenBy, questions, count);
  }

  /// Those hidden by a condition, best first.
  public List<Hidden> hiddenBy(Condition condition) {
    return hidden.stream().filter(h -> h.failed().contains(condition)).toList();
  }
}
