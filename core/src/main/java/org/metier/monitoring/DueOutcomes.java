package org.metier.monitoring;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.metier.audit.RecordPlace;

/// Scores of one question by one model, each with what came of it, as far as that is due: of a chance of work within 26
/// weeks, 26 weeks after it was said. Whoever finds work does so before that day, and whoever does not is known only on
/// it, so that outcomes counted as they come in would make any forecast look too low. Immutable; pseudonyms are those of
/// the audit log.
///
/// @param question code of what was scored
/// @param model hash, 64 hexadecimal digits
/// @param horizonWeeks how far ahead the scores look
/// @param due in the order of the log
public record DueOutcomes(String question, String model, int horizonWeeks, List<Due> due,
    Account account) {

  /// A person, or a spell of one, whose outcome is due and known.
  ///
  /// @param entry number of the score in the log
  /// @param chance that was said, 0 to 1
  /// @param came whether it came about
  /// @param inputs where what it was computed from is sealed; null where that was not kept
  public record Due(long entry, Instant scoredAt, String pseudonym, double chance, boolean came,
      @Nullable RecordPlace inputs) {}

  /// What became of the scores and outcomes that were looked at; a person counts with their first score by the model, or
  /// the first since a spell began.
  ///
  /// @param people scored by the model
  /// @param notDue of them, those whose horizon is not over
  /// @param firstDueAt when the first of these is due; null when there is none
  /// @param withoutOutcome of those who are due, those whose outcome is not known
  /// @param erased of those who are due, those whose pseudonym leads nowhere any more
  /// @param outcomesWithoutScore outcomes of people whom the model did not score, or not since their spell began
  /// @param unknownRows rows without an outcome
  /// @param rejected rows that could not be used, by reason
  /// @param problems the first of these, with their place
  /// @param otherModels hashes of other models with scores of the question, oldest first
  public record Account(int people, int notDue, @Nullable Instant firstDueAt, int withoutOutcome,
      int erased, int outcomesWithoutScore, int unknownRows, Map<String, Integer> rejected,
      List<String> problems, List<String> otherModels) {
    public Account {
      rejected = Collections.unmodifiableMap(new TreeMap<>(rejected));
      problems = List.copyOf(problems);
      otherModels = List.copyOf(otherModels);
    }
  }

  public DueOutcomes {
    due = List.copyOf(due);
  }

  /// Of the outcomes that are due, the share that is not known, 0 to 1; 0 when none is due. Who is missing may differ from
  /// who is not, and then no comparison holds.
  public double missingShare() {
    int all = due.size() + account.withoutOutcome();
    return all == 0 ? 0 : (double) account.withoutOutcome() / all;
  }
}
