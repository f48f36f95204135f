package org.metier.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.metier.allocation.Prices;
import org.metier.home.internal.WholeFile;
import org.metier.json.Json;
import org.metier.match.Match;
import org.metier.match.Matches;
import org.metier.match.Ranker;
import org.metier.match.ScoredVacancy;
import org.metier.match.condition.Conditions;
import org.metier.match.reason.Reason;
import org.metier.profile.CompetenceProfile;

/// Records rankings that are shown, with all that their scores can be computed again from. Thread-safe.
///
/// A ranking costs, beside an entry of the log, an analysis of the text of each vacancy shown and some 1 kB for each: its
/// score with the three strongest reasons in the log, and the row that ranking looked at in the sealed record.
public final class RankingRecorder {
  private static final int REASONS = 3;

  private final AuditLog log;
  private final Ranker ranker;
  private final String model;

  private RankingRecorder(AuditLog log, Ranker ranker, String model) {
    this.log = log;
    this.ranker = ranker;
    this.model = model;
  }

  /// Keeps the ranker's model in the log's archive.
  ///
  /// @param ranker that ranks, with its policy
  public static RankingRecorder of(AuditLog log, Ranker ranker) {
    return new RankingRecorder(log, ranker, log.models().keep(ranker.model().toBytes()));
  }

  /// Records what is shown to or about a person, before it is shown.
  ///
  /// @param profile whose id names the person
  /// @param matches what is shown, as the ranker made it for this profile
  /// @param at the moment for which it was ranked
  /// @param index generation of the index that the candidates came from
  /// @return number of the entry
  public long shown(CompetenceProfile profile, Conditions conditions, Matches matches, Instant at,
      String index) {
    @Nullable
    Prices prices = RankingInputs.prices(matches.matches());
    List<RankingInputs.Candidate> shown = matches.matches()
        .stream()
        .map(match -> new RankingInputs.Candidate(match.vacancy().id().toString(),
            Base64.getEncoder().encodeToString(ranker.row(match.vacancy()))))
        .toList();
    RankingInputs inputs = new RankingInputs(at, ranker.taxonomyId(), profile, conditions,
        ranker.policy(), prices, shown);
    String settings = WholeFile.sha256((Json.write(ranker.policy()) + Json.write(conditions)
        + (prices == null ? "" : prices.id()) + ranker.taxonomyId())
        .getBytes(StandardCharsets.UTF_8));
    String result = result(matches.matches()
        .stream()
        .map(match -> new ScoredVacancy(match.vacancy().id(), match.score()))
        .toList());
    List<ShownVacancy> entries = matches.matches().stream().map(RankingRecorder::shown).toList();
    return log.recordSealed(profile.id(), inputs.toBytes(),
        (pseudonym, fingerprint, place) -> new AuditEvent.Ranked(pseudonym, fingerprint, model,
            result, settings, index, entries, matches.hidden().size(), place));
  }

  private static ShownVacancy shown(Match match) {
    List<ReasonShare> reasons = match.reasons()
        .stream()
        .sorted(Comparator.comparingDouble((Reason r) -> -Math.abs(r.contribution())))
        .limit(REASONS)
        .map(reason -> new ReasonShare(code(reason), reason.contribution()))
        .toList();
    return new ShownVacancy(ShownVacancy.hash(match.vacancy().id().toString()), match.score(),
        reasons);
  }

  /// As the JSON of a match names it.
  private static String code(Reason reason) {
    String name = reason.getClass().getSimpleName();
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  /// Two rankings have the same result when the same vacancies have the same scores, to the bit, in the same order.
  static String result(List<ScoredVacancy> scores) {
    StringBuilder text = new StringBuilder();
    for (ScoredVacancy scored : scores) {
      text.append(scored.vacancy())
          .append('=')
          .append(Long.toHexString(Double.doubleToLongBits(scored.score())))
          .append('\n');
    }
    return WholeFile.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
