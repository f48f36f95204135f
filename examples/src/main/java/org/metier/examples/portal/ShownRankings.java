package org.metier.examples.portal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.metier.audit.AuditLog;
import org.metier.audit.RankingRecorder;
import org.metier.dossier.Dossier;
import org.metier.home.Home;
import org.metier.index.Matched;
import org.metier.match.Match;
import org.metier.match.Matches;
import org.metier.match.Ranker;
import org.metier.profile.CompetenceProfile;
import org.metier.taxonomy.Taxonomy;

/// Records what is shown to people who signed in, before it is shown, in the audit log of the home: under a keyed pseudonym
/// that the log makes of the id that the portal knows them by. `./metier person export`, `erase` and `disagree` answer them
/// by the same id, and `./metier audit replay` computes again what they were shown. Thread-safe.
final class ShownRankings {
  private final RankingRecorder recorder;

  private ShownRankings(RankingRecorder recorder) {
    this.recorder = recorder;
  }

  /// @param home with an audit log
  /// @throws IllegalArgumentException if there is none: whoever answers for the portal begins it, with the retention that
  ///     they decided on
  static ShownRankings of(Home home, Clock clock, Ranker ranker) {
    if (!AuditLog.exists(home)) {
      throw new IllegalArgumentException(home.folder() + " has no audit log for what is shown to"
          + " people who signed in; begin one with: metier audit begin");
    }
    return new ShownRankings(RankingRecorder.of(AuditLog.open(home, clock), ranker));
  }

  /// The profile of whoever signed in. What a page brought back says nothing of who they are.
  static CompetenceProfile profile(String person, Dossier dossier, Taxonomy taxonomy) {
    return new Dossier(person, dossier.documents(), dossier.corrections()).merged(taxonomy)
        .profile();
  }

  void record(Matched matched) {
    recorder.shown(matched.profile(), matched.conditions(), matched.matches(), matched.at(),
        matched.index());
  }

  /// Records some of what was ranked, where not all of it is shown.
  ///
  /// @param shown of its matches
  void record(Matched matched, List<Match> shown) {
    Matches some = new Matches(shown, List.of(), Map.of(), List.of(), 0);
    recorder.shown(matched.profile(), matched.conditions(), some, matched.at(), matched.index());
  }
}
