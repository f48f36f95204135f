package org.metier.potential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
    ScoreRecord wrong = AssessmentRecorder.of(log, scorer)
        .scoreRecord(KNOWN, (Assessment.Scored) scorer(2, Family.HAZARD, 0).assess(KNOWN));
    log.recordScore("anna", wrong);
    assertEquals(1, replayed().differing().size());
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
