package org.metier.audit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.metier.audit.internal.PersonSecret;
import org.metier.match.Ranker;
import org.metier.match.ScoredVacancy;
import org.metier.match.condition.Conditions;
import org.metier.match.model.RankerModel;

/// Computes recorded decisions again and says whether the same comes out, to the bit.
///
/// A ranking's scores are computed from the sealed profile, the rows of the vacancies shown as they were then, policy and
/// prices as they were, and the model as it was kept; not from the index, whose generations go. So a replay proves that
/// these vacancies score so for this profile, and not that the retrieval found no others; the entry names the index's
/// generation for whoever keeps copies. Conditions hide and an employer's cap moves, neither of which changes a score.
///
/// What cannot be computed, whatever the cause, is a [Replayed] of its own with its reason, and the rest goes on.
///
/// Not thread-safe. Costs a decryption and a score for each vacancy shown, and one look at each key.
public final class Replay {
  private final AuditLog log;
  private final Function<RankerModel, Ranker> rankers;
  private final Map<String, Recomputation> scorers = new HashMap<>();
  private final Map<String, Ranker> byModel = new HashMap<>();

  private Replay(AuditLog log, Function<RankerModel, Ranker> rankers) {
    this.log = log;
    this.rankers = rankers;
  }

  /// @param rankers makes a ranker of a model, over the taxonomy at hand and without policy and prices
  public static Replay of(AuditLog log, Function<RankerModel, Ranker> rankers) {
    return new Replay(log, rankers);
  }

  /// Lets scores of a question be computed too.
  public Replay with(String question, Recomputation scorer) {
    scorers.put(question, scorer);
    return this;
  }

  /// Computes the last rankings and scores again.
  ///
  /// @param most how many, at least 1
  public ReplayReport newest(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("most must be at least 1, was " + most);
    }
    Deque<AuditEntry> entries = new ArrayDeque<>();
    log.forEach(entry -> {
      if (entry.event() instanceof AuditEvent.Ranked
          || entry.event() instanceof AuditEvent.Scored) {
        entries.add(entry);
        if (entries.size() > most) {
          entries.remove();
        }
      }
    });
    return run(List.copyOf(entries));
  }

  /// Computes entries again.
  ///
  /// @param entries of rankings and scores; others are passed over
  public ReplayReport run(List<AuditEntry> entries) {
    Map<String, @Nullable PersonSecret> secrets = new HashMap<>();
    entries.forEach(entry -> {
      String subject = entry.event().subject();
      if (subject != null) {
        secrets.put(subject, null);
      }
    });
    log.keys().forEach(secret -> secrets.replace(secret.pseudonym(), secret));
    List<Replayed> all = new ArrayList<>(entries.size());
    for (AuditEntry entry : entries) {
      switch (entry.event()) {
        case AuditEvent.Ranked event -> all.add(attempted(entry.n(),
            () -> ranked(entry.n(), event, secrets.get(event.pseudonym()))));
        case AuditEvent.Scored event -> all.add(attempted(entry.n(),
            () -> scored(entry.n(), event, secrets.get(event.pseudonym()))));
        case AuditEvent.Begun _,AuditEvent.Abstained _,AuditEvent.Rated _,AuditEvent.Revealed _,AuditEvent.Overridden _,AuditEvent.OverrideLifted _,AuditEvent.Disagreed _,AuditEvent.Happened _,AuditEvent.ModelChanged _,AuditEvent.Erased _,AuditEvent.Exported _,AuditEvent.Purged _,AuditEvent.Recovered _ -> {
          // nothing was computed
        }
      }
    }
    return new ReplayReport(all);
  }

  private static Replayed attempted(long n, Supplier<Replayed> computation) {
    try {
      return computation.get();
    } catch (AuditException e) {
      return new Replayed.Failed(n, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      // Its message may name what it was given.
      return new Replayed.Failed(n, "the computation ended with " + e.getClass().getSimpleName());
    }
  }

  private Replayed ranked(long n, AuditEvent.Ranked event, @Nullable PersonSecret secret) {
    if (secret == null) {
      return new Replayed.InputsErased(n);
    }
    Optional<byte[]> bytes = inputs(event.record(), secret);
    Optional<byte[]> model = log.models().find(event.model());
    if (bytes.isEmpty()) {
      return new Replayed.InputsGone(n);
    }
    if (model.isEmpty()) {
      return new Replayed.ModelGone(n, event.model());
    }
    if (!secret.fingerprint(bytes.get()).equals(event.inputs())) {
      return new Replayed.Differs(n, "the inputs are not those that the entry names");
    }
    RankingInputs inputs = RankingInputs.of(bytes.get());
    Ranker ranker = byModel.computeIfAbsent(event.model(),
        hash -> rankers.apply(read(hash, model.get())));
    if (!ranker.taxonomyId().equals(inputs.taxonomy())) {
      return new Replayed.TaxonomyGone(n, inputs.taxonomy());
    }
    List<ScoredVacancy> scores = ranker.with(inputs.policy())
        .with(inputs.pricesOrNone())
        .scores(inputs.profile(), new RecordedCandidates(inputs.shown()), Conditions.NONE,
            inputs.at());
    String first = firstDifference(event, scores);
    return first == null ? new Replayed.Identical(n) : new Replayed.Differs(n, first);
  }

  private static RankerModel read(String hash, byte[] model) {
    return RankerModel.of(Path.of(hash), model);
  }

  private static @Nullable String firstDifference(AuditEvent.Ranked event,
      List<ScoredVacancy> scores) {
    for (int i = 0; i < Math.min(scores.size(), event.shown().size()); i++) {
      ShownVacancy recorded = event.shown().get(i);
      ScoredVacancy now = scores.get(i);
      if (!ShownVacancy.hash(now.vacancy().toString()).equals(recorded.vacancy())) {
        return "place " + (i + 1) + " was another vacancy";
      }
      if (Double.doubleToLongBits(now.score()) != Double.doubleToLongBits(recorded.score())) {
        return "place " + (i + 1) + " scored " + recorded.score() + ", now " + now.score();
      }
    }
    if (scores.size() != event.shown().size()) {
      return event.shown().size() + " vacancies were shown, now " + scores.size();
    }
    return RankingRecorder.result(scores).equals(event.result())
        ? null
        : "the result as a whole";
  }

  private Replayed scored(long n, AuditEvent.Scored event, @Nullable PersonSecret secret) {
    if (secret == null) {
      return new Replayed.InputsErased(n);
    }
    Recomputation scorer = scorers.get(event.question());
    if (scorer == null) {
      return new Replayed.NoScorer(n, event.question());
    }
    Optional<byte[]> inputs = inputs(event.record(), secret);
    if (inputs.isEmpty()) {
      return new Replayed.InputsGone(n);
    }
    if (!secret.fingerprint(inputs.get()).equals(event.inputs())) {
      return new Replayed.Differs(n, "the inputs are not those that the entry names");
    }
    Optional<byte[]> model = log.models().find(event.model());
    if (model.isEmpty()) {
      return new Replayed.ModelGone(n, event.model());
    }
    String result = scorer.result(new String(inputs.get(), StandardCharsets.UTF_8),
        model.get());
    return result.equals(event.result())
        ? new Replayed.Identical(n)
        : new Replayed.Differs(n, "the result, recorded as " + event.result() + ", now " + result);
  }

  private Optional<byte[]> inputs(@Nullable RecordPlace place, PersonSecret secret) {
    return place == null ? Optional.empty() : log.opened(place, secret);
  }
}
