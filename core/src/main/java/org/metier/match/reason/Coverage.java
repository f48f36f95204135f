package org.metier.match.reason;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/// How much is known of what the model would like to know about one side of a pair. Immutable.
///
/// Each [Topic] of the side weighs what an answer could move this pair's score: the difference between
/// the scores with the topic's most and least fitting answer, all else as it is. A topic that the vacancy
/// does not ask about weighs nothing.
///
/// @param share weight of the known topics among all that count, 0 to 1; 0 when none counts, for
///     then nothing is known that speaks for or against the pair
/// @param known topics that both sides say enough about
/// @param unknownOfPerson topics that the profile does not say enough about
/// @param unknownOfVacancy the same for the vacancy; a topic can be unknown on both sides
public record Coverage(double share, Set<Topic> known, Set<Topic> unknownOfPerson,
    Set<Topic> unknownOfVacancy) {
  public Coverage {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share must be 0 to 1, was " + share);
    }
    known = sorted(known);
    unknownOfPerson = sorted(unknownOfPerson);
    unknownOfVacancy = sorted(unknownOfVacancy);
    if (!Collections.disjoint(known, unknownOfPerson)
        || !Collections.disjoint(known, unknownOfVacancy)) {
      throw new IllegalArgumentException("a topic is known or unknown, never both: known " + known
          + ", unknown " + unknownOfPerson + " and " + unknownOfVacancy);
    }
  }

  private static Set<Topic> sorted(Collection<Topic> topics) {
    return Collections.unmodifiableSet(new TreeSet<>(topics));
  }
}
