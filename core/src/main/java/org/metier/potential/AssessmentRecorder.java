package org.metier.potential;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.metier.audit.AbstentionRecord;
import org.metier.audit.AuditEvent;
import org.metier.audit.AuditLog;
import org.metier.audit.DecisionRecord;
import org.metier.audit.ReasonShare;
import org.metier.audit.ScoreRecord;
import org.metier.audit.internal.PersonSecret;
import org.metier.home.internal.WholeFile;
import org.metier.json.Json;

/// Records assessments in the audit log, with all that they can be computed again from: what was known is sealed with the
/// person's key, model and specification are kept in the log's archive. [AssessmentReplay] computes them again.
/// Thread-safe.
public final class AssessmentRecorder {
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
  /// @throws IllegalArgumentException if it came of other facts, or of another model
  public ScoreRecord scoreRecord(Facts facts, Assessment.Scored scored) {
    requireOwn(facts, scored);
    List<ReasonShare> reasons = scored.score()
        .strongest()
        .stream()
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
  /// @throws IllegalArgumentException if the assessment came of other facts, or of another model
  public long record(String person, Facts facts, Assessment assessment) {
    requireOwn(facts, assessment);
    return switch (assessment) {
      case Assessment.Scored scored -> log.recordScore(person, scoreRecord(facts, scored));
      case Assessment.Abstained abstained -> log.recordAbstention(person, question(),
          AssessmentInputs.of(scorer, facts).toJson(), model,
          abstained.reasons().getFirst().code());
    };
  }

  /// An assessment of a person, to be recorded with others.
  ///
  /// @param person id that the portal gave them, never a name
  public record Assessed(String person, Facts facts, Assessment assessment) {}

  /// Records many assessments by two writes, one of scores and one of abstentions, before anybody is shown them: for a
  /// night's run of many people, some thousands at a time.
  ///
  /// @return numbers of the entries, in the order of the assessments
  /// @throws IllegalArgumentException if an assessment came of other facts, or of another model; then nothing is
  ///     recorded
  public List<Long> recordAll(List<Assessed> all) {
    all.forEach(assessed -> requireOwn(assessed.facts(), assessed.assessment()));
    List<Assessed> scored = new ArrayList<>();
    List<ScoreRecord> records = new ArrayList<>();
    List<Assessed> abstained = new ArrayList<>();
    for (Assessed assessed : all) {
      switch (assessed.assessment()) {
        case Assessment.Scored score -> {
          scored.add(assessed);
          records.add(scoreRecord(assessed.facts(), score));
        }
        case Assessment.Abstained _ -> abstained.add(assessed);
      }
    }
    long score = scored.isEmpty()
        ? 0
        : log.recordScores(scored.stream().map(Assessed::person).toList(), records);
    long abstention = abstained.isEmpty()
        ? 0
        : log.exclusively(() -> log.recordAll(abstentions(abstained)));
    List<Long> entries = new ArrayList<>(all.size());
    for (Assessed assessed : all) {
      entries.add(assessed.assessment() instanceof Assessment.Scored ? score++ : abstention++);
    }
    return entries;
  }

  private List<AuditEvent> abstentions(List<Assessed> abstained) {
    List<PersonSecret> secrets = log.keys()
        .secrets(abstained.stream().map(Assessed::person).toList());
    List<AuditEvent> events = new ArrayList<>();
    for (int i = 0; i < secrets.size(); i++) {
      Assessed assessed = abstained.get(i);
      byte[] inputs = AssessmentInputs.of(scorer, assessed.facts())
          .toJson()
          .getBytes(StandardCharsets.UTF_8);
      String reason = ((Assessment.Abstained) assessed.assessment()).reasons().getFirst().code();
      events.add(new AuditEvent.Abstained(question(), secrets.get(i).pseudonym(),
          secrets.get(i).fingerprint(inputs), model, reason));
    }
    return events;
  }

  private void requireOwn(Facts facts, Assessment assessment) {
    Trace trace = assessment.trace();
    if (!trace.modelSha256().equals(model) || !trace.inputSha256().equals(facts.sha256())) {
      throw new IllegalArgumentException(
          "the assessment must come of these facts and model " + model
              + ", was of model " + trace.modelSha256() + " and input " + trace.inputSha256()
              + "; record it with the recorder of the scorer that made it");
    }
  }

  /// A hash of bands, chance, interval, every contribution and the trace.
  static String result(Assessment.Scored scored) {
    return WholeFile.sha256(Json.write(scored).getBytes(StandardCharsets.UTF_8));
  }
}
