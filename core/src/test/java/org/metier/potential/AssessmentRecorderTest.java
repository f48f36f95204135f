package org.metier.potential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.audit.AuditEntry;
import org.metier.audit.AuditEvent;
import org.metier.audit.AuditLog;
import org.metier.audit.AuditSettings;
import org.metier.audit.Replay;
import org.metier.audit.ReplayReport;
import org.metier.audit.Replayed;
import org.metier.audit.ScoreRecord;
import org.metier.home.Home;
import org.metier.match.Ranker;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;

/// A recorded assessment is computed again from the log alone.
class AssessmentRecorderTest {
  private static final Specification SMALL = Examples.specification();
  private static final Facts KNOWN = Facts.of(SMALL,
      Map.of("months", "7.25", "school", "high", "car", "0"));

  private final Home home;
  private final AuditLog log;

  AssessmentRecorderTest(@TempDir Path folder) {
    home = Home.open(folder);
    AuditLog.configure(home, AuditSettings.STANDARD.withForcing(AuditSettings.Forcing.SYSTEM));
    log = AuditLog.open(home,
        Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZoneOffset.UTC));
  }

  private static Scorer scorer(long seed, Family family, int trees) {
    return Scorer.builder(Examples.model(new Random(seed), family, trees), SMALL)
        .leastCoverage(0.2)
        .mostBands(5)
        .build();
  }

  private static Facts random(Random random) {
    Facts.Builder facts = Facts.builder(SMALL);
    facts.amount("months", random.nextDouble(40));
    facts.category("school", List.of("low", "high").get(random.nextInt(2)));
    if (random.nextBoolean()) {
      facts.flag("car", random.nextBoolean());
    }
    return facts.build();
  }

  private ReplayReport replayed() {
    return Replay.of(log, model -> Ranker.of(model, Taxonomy.sample(), TextAnalyzer.create()))
        .with("potential-26w", AssessmentReplay.of(log.models()))
        .newest(1_000);
  }

  private List<AuditEvent> recorded() {
    List<AuditEvent> events = new ArrayList<>();
    log.forEach(entry -> events.add(entry.event()));
    return events;
  }

  @Test
  void a_thousand_assessments_by_models_that_followed_each_other_all_come_out_to_the_bit() {
    Random random = new Random(3);
    for (int model = 0; model < 4; model++) {
      Scorer scorer = scorer(model, Family.values()[model % 2], model / 2 * 20);
      AssessmentRecorder recorder = AssessmentRecorder.of(log, scorer);
      for (int person = 0; person < 250; person++) {
        Facts facts = random(random);
        recorder.record("person-" + person, facts, scorer.assess(facts));
      }
    }
    ReplayReport report = replayed();
    assertEquals(List.of(), report.differing());
    assertEquals(1_000, report.identical());
    assertEquals(4, recorded().stream()
        .filter(AuditEvent.Scored.class::isInstance)
        .map(e -> ((AuditEvent.Scored) e).model())
        .distinct()
        .count());
    assertTrue(log.verify(null).isWhole());
  }

  @Test
  void the_log_has_chance_band_and_reasons_and_no_value() throws IOException {
    Scorer scorer = scorer(1, Family.HAZARD, 0);
    Assessment.Scored scored = (Assessment.Scored) scorer.assess(KNOWN);
    AssessmentRecorder.of(log, scorer).record("anna", KNOWN, scored);
    AuditEvent.Scored event = (AuditEvent.Scored) recorded().getLast();
    assertEquals("potential-26w", event.question());
    assertEquals(scorer.model().sha256(), event.model());
    assertEquals(scored.score().chance(), event.score());
    assertEquals(scored.band().name(), event.band());
    assertEquals(
        scored.trace().reasons(),
        event.reasons().stream().map(r -> (r.share() > 0 ? "+" : "-") + r.code()).toList());
    String segment = Files.readString(home.auditLog().resolve("log/000000000001.jsonl"));
    assertFalse(segment.contains("7.25") || segment.contains("anna"), segment);
  }

  @Test
  void a_score_that_this_model_does_not_give_differs() {
    Scorer scorer = scorer(1, Family.HAZARD, 0);
    ScoreRecord right = record(scorer);
    ScoreRecord other = record(scorer(2, Family.HAZARD, 0));
    log.recordScore("anna", new ScoreRecord(right.question(), right.inputs(), right.model(),
        other.result(), right.score(), right.band(), right.reasons()));
    assertEquals(1, replayed().differing().size());
  }

  private ScoreRecord record(Scorer scorer) {
    return AssessmentRecorder.of(log, scorer)
        .scoreRecord(KNOWN, (Assessment.Scored) scorer.assess(KNOWN));
  }

  @Test
  void an_assessment_of_other_facts_or_by_another_model_is_not_recorded_as_these() {
    Scorer scorer = scorer(1, Family.HAZARD, 0);
    AssessmentRecorder recorder = AssessmentRecorder.of(log, scorer);
    Assessment other = scorer.assess(random(new Random(9)));
    Assessment byOther = scorer(2, Family.HAZARD, 0).assess(KNOWN);
    int before = recorded().size();
    assertThrows(IllegalArgumentException.class, () -> recorder.record("anna", KNOWN, other));
    assertThrows(IllegalArgumentException.class, () -> recorder.record("anna", KNOWN, byOther));
    assertThrows(IllegalArgumentException.class,
        () -> recorder.recordAll(List.of(
            new AssessmentRecorder.Assessed("anna", KNOWN, scorer.assess(KNOWN)),
            new AssessmentRecorder.Assessed("bea", KNOWN, other))));
    Facts little = Facts.of(SMALL, Map.of("months", "99"));
    assertThrows(IllegalArgumentException.class, () -> recorder.recordAll(
        List.of(new AssessmentRecorder.Assessed("cem", KNOWN, scorer.assess(little)))));
    assertEquals(before, recorded().size());
  }

  /// Of this person little is known and the interval is wide: the usual settings would abstain.
  @Test
  void the_settings_of_the_scorer_are_replayed_with_the_score() {
    PotentialModel m = Examples.model(new Random(1), Family.LOGISTIC, 0);
    PotentialModel vague = Examples.trained(m,
        List.of(new TrainedField("months", 1, 1, 40, List.of(), 0.6),
            new TrainedField("school", 0.9, 0, 1, List.of(1), 2), m.trainedFields().get(2)));
    Scorer scorer = Scorer.builder(vague, SMALL).leastCoverage(0.2).mostBands(5).build();
    Facts facts = Facts.of(SMALL, Map.of("months", "12"));
    assertTrue(scorer.assess(facts) instanceof Assessment.Scored);
    assertTrue(Scorer.builder(vague, SMALL)
        .mostBands(5)
        .build()
        .assess(
            facts) instanceof Assessment.Abstained);
    assertTrue(Scorer.builder(vague, SMALL)
        .leastCoverage(0.2)
        .build()
        .assess(
            facts) instanceof Assessment.Abstained);
    AssessmentRecorder.of(log, scorer).record("anna", facts, scorer.assess(facts));
    assertEquals(1, replayed().identical());
  }

  @Test
  void many_are_recorded_at_once_as_each_alone_would_be_and_replayed() {
    Scorer scorer = scorer(1, Family.LOGISTIC, 0);
    AssessmentRecorder recorder = AssessmentRecorder.of(log, scorer);
    List<AssessmentRecorder.Assessed> all = new ArrayList<>();
    Random random = new Random(5);
    for (int person = 0; person < 40; person++) {
      Facts facts = person % 5 == 0 ? Facts.of(SMALL, Map.of("months", "99")) : random(random);
      all.add(new AssessmentRecorder.Assessed("person-" + person, facts, scorer.assess(facts)));
    }
    List<Long> entries = recorder.recordAll(all);
    assertEquals(40, entries.stream().distinct().count());
    for (int person = 0; person < 40; person++) {
      AuditEntry entry = log.of("person-" + person).getFirst();
      assertEquals(entries.get(person), entry.n());
      switch (all.get(person).assessment()) {
        case Assessment.Scored scored -> assertEquals(scored.score().chance(),
            ((AuditEvent.Scored) entry.event()).score());
        case Assessment.Abstained abstained -> assertEquals(abstained.reasons().getFirst().code(),
            ((AuditEvent.Abstained) entry.event()).reason());
      }
    }
    AuditEvent.Abstained one = (AuditEvent.Abstained) log.of("person-0").getFirst().event();
    recorder.record("person-0", all.get(0).facts(), all.get(0).assessment());
    assertEquals(one, log.of("person-0").get(1).event());
    assertEquals(32, replayed().identical());
    assertEquals(List.of(), recorder.recordAll(List.of()));
  }

  @Test
  void an_abstention_is_kept_with_its_reason_and_is_not_computed_again() {
    Scorer scorer = scorer(1, Family.HAZARD, 0);
    Facts little = Facts.of(SMALL, Map.of("months", "99"));
    AssessmentRecorder.of(log, scorer).record("anna", little, scorer.assess(little));
    AuditEvent.Abstained event = (AuditEvent.Abstained) recorded().getLast();
    assertEquals("OUTSIDE_POPULATION:months", event.reason());
    assertEquals(0, replayed().all().size());
    assertEquals(1, log.of("anna").size());
  }

  @Test
  void without_model_or_specification_nothing_is_computed_and_which_is_missing_is_said()
      throws IOException {
    Scorer scorer = scorer(1, Family.HAZARD, 0);
    AssessmentRecorder.of(log, scorer).record("anna", KNOWN, scorer.assess(KNOWN));
    Path models = home.auditLog().resolve("models");
    Files.delete(models.resolve(SMALL.sha256()));
    Replayed.Failed failed = replayed().failed().getFirst();
    assertEquals(2, failed.entry());
    assertTrue(failed.why().contains(SMALL.sha256()), failed.why());
    Files.delete(models.resolve(scorer.model().sha256()));
    assertEquals(List.of(new Replayed.ModelGone(2, scorer.model().sha256())), replayed().all());
  }
}
