package org.metier.potential;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.metier.audit.AbstentionRecord;
import org.metier.audit.AuditLog;
import org.metier.audit.DecisionRecord;
import org.metier.audit.ReasonShare;
import org.metier.audit.ScoreRecord;
import org.metier.home.internal.WholeFile;
import org.metier.json.Json;

/// Records assessments in the audit log, with all that they can be computed again from: what was known is sealed with the
/// person's key, model and specification are kept in the log's archive. [AssessmentReplay] computes them again.
/// Thread-safe.
public final class AssessmentRecorder {
  private static final int REASONS = 5;

  private final AuditLog log;
  private final Scorer scorer;
  private final String model;

  private AssessmentRecorder(AuditLog log, Scorer scorer, String model) {
    this.log = log;
    this.scorer = scorer;
    this.model = model;
  }

  /// Keeps the scorer's model and its specification in the log's archive.
  public static AssessmentRecorder of(AuditLog log, Scorer scorer) {
    log.models().keep(AssessmentReplay.specificationBytes(scorer.specification()));
    return new AssessmentRecorder(log, scorer, log.models().keep(scorer.model().toBytes()));
  }

  /// The code of what is scored: `potential-26w` for a chance within 26 weeks.
  public String question() {
    return AssessmentReplay.QUESTION + scorer.model().horizonWeeks() + "w";
  }

  /// What the log keeps of an assessment, whether it came to a score or abstained: for
  /// [org.metier.oversight.Oversight#begin], which records it itself.
  ///
  /// @param facts that the scorer assessed
  public DecisionRecord decisionRecord(Facts facts, Assessment assessment) {
    return switch (assessment) {
      case Assessment.Scored scored -> scoreRecord(facts, scored);
      case Assessment.Abstained abstained -> new AbstentionRecord(question(),
          AssessmentInputs.of(scorer, facts).toJson(), model,
          abstained.reasons().getFirst().code());
    };
  }

  /// What the log keeps of a score: for [org.metier.oversight.Oversight#begin], which records it itself.
  ///
  /// @param facts that the scorer assessed
  /// @param scored what came of it
  public ScoreRecord scoreRecord(Facts facts, Assessment.Scored scored) {
    List<ReasonShare> reasons = scored.score()
        .contributions()
        .stream()
        .filter(c -> c.value() != 0)
        .sorted(Comparator.comparingDouble((Contribution c) -> -Math.abs(c.value())))
        .limit(REASONS)
        .map(c -> new ReasonShare(c.field(), c.value()))
        .toList();
    return new ScoreRecord(question(), AssessmentInputs.of(scorer, facts).toJson(), model,
        result(scored), scored.score().chance(), scored.band().name(), reasons);
  }

  /// Records an assessment of a person, before anybody is shown it. Of an abstention the log keeps the first reason and a
  /// fingerprint of what was known, and there is nothing to compute again.
  ///
  /// @param person id that the portal gave them, never a name
  /// @return number of the entry
  public long record(String person, Facts facts, Assessment assessment) {
    return switch (assessment) {
      case Assessment.Scored scored -> log.recordScore(person, scoreRecord(facts, scored));
      case Assessment.Abstained abstained -> log.recordAbstention(person, question(),
          AssessmentInputs.of(scorer, facts).toJson(), model,
          abstained.reasons().getFirst().code());
    };
  }

  /// A hash of bands, chance, interval, every contribution and the trace.
  static String result(Assessment.Scored scored) {
    return WholeFile.sha256(Json.write(scored).getBytes(StandardCharsets.UTF_8));
  }
}
