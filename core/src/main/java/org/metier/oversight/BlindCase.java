package org.metier.oversight;

import java.util.function.Function;
import java.util.function.Supplier;
import org.metier.audit.DecisionRecord;

/// A score that was asked for and is not computed yet. Under a policy of own ratings first there is no way to it but
/// [#rate]: the rating is on the disk and in the audit log before the scorer is called, so that nobody, and no defect of a
/// portal's page, can show the score earlier. That the model abstains is an answer like a score, recorded and revealed in its
/// place. Thread-safe.
///
/// A case that was rated once may be looked at again, and be scored anew, without another rating.
public final class BlindCase<T> {
  private final Oversight oversight;
  private final CaseId id;
  private final Supplier<T> scorer;
  private final Function<T, ? extends DecisionRecord> recorded;

  BlindCase(Oversight oversight, CaseId id, Supplier<T> scorer,
      Function<T, ? extends DecisionRecord> recorded) {
    this.oversight = oversight;
    this.id = id;
    this.scorer = scorer;
    this.recorded = recorded;
  }

  /// Whether an own rating is to be given before the score may be seen.
  public boolean needsRating() {
    return oversight.isBlindFirst()
        && oversight.find(id).flatMap(Case::firstRating).isEmpty();
  }

  /// Keeps the member of staff's own rating, then computes, records and reveals the score.
  ///
  /// @param by role or pseudonym of the member of staff, a code
  public Revealed<T> rate(Rating own, String by) {
    oversight.rate(id, own, by);
    return scored();
  }

  /// Computes, records and reveals the score of a case that was rated, or under a policy that asks for no rating.
  ///
  /// @throws OversightException if it needs a rating; nothing is computed then
  public Revealed<T> reveal() {
    if (needsRating()) {
      throw new OversightException(
          id + " needs the own rating of a member of staff before its score is shown");
    }
    return scored();
  }

  private Revealed<T> scored() {
    T score = scorer.get();
    return oversight.reveal(id, score, recorded.apply(score));
  }
}
