package org.metier.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.metier.audit.AbstentionRecord;
import org.metier.audit.AuditEvent;
import org.metier.audit.AuditLog;
import org.metier.audit.DecisionRecord;
import org.metier.audit.ScoreRecord;
import org.metier.audit.internal.PersonSecret;
import org.metier.home.Home;

/// What staff and persons say of scores, kept in a home: see [BlindCase] for how a score comes to be shown.
///
/// Everything said is kept as it was said, sealed with the person's key, until the person is erased or the case is due; a
/// new score never touches it. Each of it is an entry of the audit log too, as codes and numbers without the words.
///
/// Thread-safe, and open to any number of processes. Reading a person's cases costs one small file; [#counts] and [#pairs]
/// read those of all.
public final class Oversight {
  private final AuditLog log;
  private final OversightPolicy policy;
  private final CaseFiles files;

  private Oversight(Home home, AuditLog log, OversightPolicy policy) {
    this.log = log;
    this.policy = policy;
    files = new CaseFiles(home.oversight(), log.keys());
  }

  /// Under the policy of the home.
  public static Oversight of(Home home, AuditLog log) {
    return new Oversight(home, log, OversightPolicy.of(home));
  }

  /// Begins to ask for a score, which is not computed yet.
  ///
  /// @param scorer computes the score, once it may be shown
  /// @param recorded what the audit log is to keep of it: a [ScoreRecord], whose `score` is the chance, 0 to 1, or an
  ///     [AbstentionRecord] where the model abstained
  public <T> BlindCase<T> begin(CaseId id, Supplier<T> scorer,
      Function<T, ? extends DecisionRecord> recorded) {
    return new BlindCase<>(this, id, scorer, recorded);
  }

  boolean isBlindFirst() {
    return policy.isBlindFirst();
  }

  /// What was said of a case.
  public Optional<Case> find(CaseId id) {
    return files.read(id.person())
        .stream()
        .filter(c -> c.question().equals(id.question()))
        .findFirst();
  }

  /// All cases of a person, in the order in which they were begun.
  public List<Case> of(String person) {
    return files.read(person);
  }

  /// Writes to the log before the case, so that nothing holds in a case which the log does not know.
  ///
  /// @param said made of the moment at which it is said
  /// @param event made of the person's pseudonym
  private Case say(CaseId id, Function<Instant, Note> said, Function<String, AuditEvent> event) {
    return log.exclusively(() -> {
      Note note = said.apply(log.now());
      log.record(id.person(), event);
      return keep(id, note);
    });
  }

  /// Under the lock of the log, which knows of it already.
  private Case keep(CaseId id, Note note) {
    List<Case> cases = new ArrayList<>(files.read(id.person()));
    int at = 0;
    while (at < cases.size() && !cases.get(at).question().equals(id.question())) {
      at++;
    }
    Case before = at < cases.size() ? cases.get(at) : new Case(id.question(), List.of());
    Case after = before.with(note);
    if (at < cases.size()) {
      cases.set(at, after);
    } else {
      cases.add(after);
    }
    files.write(id.person(), cases);
    return after;
  }

  Case rate(CaseId id, Rating own, String by) {
    return log.exclusively(() -> {
      boolean wasBlind = find(id).stream().flatMap(Case::answers).findFirst().isEmpty();
      return say(id, at -> new Note.Rated(at, by, own, wasBlind),
          pseudonym -> new AuditEvent.Rated(pseudonym, id.question(), by, own.chance(),
              wasBlind));
    });
  }

  <T> Revealed<T> reveal(CaseId id, T score, DecisionRecord record) {
    return log.exclusively(() -> {
      boolean wasRatedFirst = find(id).flatMap(Case::firstRating).isPresent();
      return switch (record) {
        case ScoreRecord scored -> shown(id, score, scored, wasRatedFirst);
        case AbstentionRecord abstained -> {
          long entry = log.recordDecision(id.person(), abstained);
          yield new Revealed<>(score, keep(id, new Note.Abstained(log.now(), abstained.model(),
              abstained.reason(), wasRatedFirst, entry)), entry);
        }
      };
    });
  }

  private <T> Revealed<T> shown(CaseId id, T score, ScoreRecord record, boolean wasRatedFirst) {
    if (!(record.score() >= 0 && record.score() <= 1)) {
      throw new IllegalArgumentException(
          "a score that staff look at must be a chance of 0 to 1, was " + record.score());
    }
    long entry = log.recordScore(id.person(), record);
    Case after = say(id,
        at -> new Note.Shown(at, record.model(), record.band(), record.score(),
            wasRatedFirst, entry),
        pseudonym -> new AuditEvent.Revealed(pseudonym, id.question(), record.model(),
            record.score(), wasRatedFirst));
    return new Revealed<>(score, after, entry);
  }

  /// Puts a rating in place of the score that was shown last. It holds against every later score until it is lifted.
  ///
  /// @param by role or pseudonym of the member of staff, a code
  /// @param text may be empty unless the reason is [OverrideReason#OTHER]
  /// @throws OversightException if no score of the case was shown, or the model abstained since
  public Case override(CaseId id, Rating to, OverrideReason reason, String text, String by) {
    return log.exclusively(() -> {
      Optional<Case> file = find(id);
      if (file.flatMap(Case::abstention).isPresent()) {
        throw new OversightException(id + " has no score to override: the model abstained, so the"
            + " rating of staff is all there is");
      }
      Note.Shown shown = file.flatMap(Case::shown)
          .orElseThrow(() -> new OversightException(
              id + " has no score that was shown, so there is nothing to override"));
      return say(id,
          at -> new Note.Overridden(at, by, reason, text, shown.model(), shown.chance(), to),
          pseudonym -> new AuditEvent.Overridden(pseudonym, id.question(), by, reason.name(),
              shown.model(), shown.chance(), to.chance()));
    });
  }

  /// Takes an override back, so that the score counts again.
  ///
  /// @param text says why
  /// @throws OversightException if none holds
  public Case lift(CaseId id, String text, String by) {
    return log.exclusively(() -> {
      if (find(id).flatMap(Case::override).isEmpty()) {
        throw new OversightException(id + " has no override that holds");
      }
      return say(id, at -> new Note.Lifted(at, by, text),
          pseudonym -> new AuditEvent.OverrideLifted(pseudonym, id.question(), by, "LIFTED"));
    });
  }

  /// Keeps that the person disagrees; whoever looks at the score from now on sees it beside it.
  public Case disagree(CaseId id, String text) {
    return say(id, at -> new Note.Disagreed(at, text),
        pseudonym -> new AuditEvent.Disagreed(pseudonym, id.question()));
  }

  /// Keeps what became of the person, for evaluation.
  ///
  /// @param on day on which it was certain
  public Case happened(CaseId id, boolean isPositive, LocalDate on) {
    return say(id, at -> new Note.Happened(at, isPositive, on),
        pseudonym -> new AuditEvent.Happened(pseudonym, id.question(), isPositive));
  }

  /// How often staff went along with each model, by its hash.
  ///
  /// @param from the first moment whose showings count
  /// @param until the first moment whose showings do not
  public List<OversightCounts> counts(Instant from, Instant until) {
    Map<String, Tally> byModel = new TreeMap<>();
    files.forEach(cases -> cases.forEach(one -> Tally.count(one, from, until, byModel)));
    return byModel.entrySet().stream().map(e -> e.getValue().counts(e.getKey())).toList();
  }

  /// Ratings beside the first answer of a model, in all cases in which one was asked, ordered by their own numbers, so that their order says
  /// nothing of who they are about.
  public List<RatedPair> pairs() {
    List<RatedPair> pairs = new ArrayList<>();
    files.forEach(cases -> cases.forEach(one -> pair(one).ifPresent(pairs::add)));
    pairs.sort(Comparator.comparing(RatedPair::question)
        .thenComparing(RatedPair::model)
        .thenComparing(pair -> String.valueOf(pair.score()))
        .thenComparing(pair -> String.valueOf(pair.own()))
        .thenComparing(pair -> String.valueOf(pair.override()))
        .thenComparing(pair -> String.valueOf(pair.outcome())));
    return pairs;
  }

  private static Optional<RatedPair> pair(Case one) {
    return one.answers().findFirst().map(answer -> switch (answer) {
      case Note.Shown shown -> pair(one, shown.model(), shown.chance());
      case Note.Abstained abstained -> pair(one, abstained.model(), null);
    });
  }

  private static RatedPair pair(Case one, String model, @Nullable Double score) {
    return new RatedPair(one.question(), model,
        one.firstRating().map(r -> r.own().chance()).orElse(null),
        one.firstRating().map(Note.Rated::wasBlind).orElse(false), score,
        one.override().map(o -> o.to().chance()).orElse(null),
        one.outcome().map(Note.Happened::isPositive).orElse(null));
  }

  /// Whether something is kept that is sealed with a person's key.
  public boolean isKept(PersonSecret secret) {
    return files.isThere(secret);
  }

  /// Deletes the cases of a person. Their key is not touched; see [org.metier.audit.AuditLog] for what else is sealed with
  /// it.
  ///
  /// @return how many
  public int erase(String person) {
    return log.exclusively(() -> files.erase(person));
  }

  /// Deletes the cases of which nothing was said for as long as the policy keeps them.
  ///
  /// @return how many
  /// @throws OversightException once all others are done, if files could not be read
  public int purge() {
    Instant before = log.now()
        .atZone(java.time.ZoneOffset.UTC)
        .minusMonths(policy.retentionMonths())
        .toInstant();
    return log.exclusively(
        () -> files.retain(one -> !one.notes().getLast().at().isBefore(before)));
  }
}
