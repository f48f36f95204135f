package org.metier.potential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.audit.AuditLog;
import org.metier.audit.AuditSettings;
import org.metier.home.Home;
import org.metier.monitoring.Challenge;
import org.metier.monitoring.DueOutcomes;
import org.metier.monitoring.OutcomeFile;
import org.metier.monitoring.OutcomeSearch;

/// A challenger is asked about what the log sealed for the champion.
class RescoringTest {
  private static final Instant SCORED = Instant.parse("2026-01-05T08:00:00Z");
  private static final Specification SMALL = Examples.specification();
  private static final Facts KNOWN = Facts.of(SMALL,
      Map.of("months", "7.25", "school", "high", "car", "0"));

  private final AuditLog log;

  RescoringTest(@TempDir Path folder) {
    Home home = Home.open(folder);
    AuditLog.configure(home, AuditSettings.STANDARD.withForcing(AuditSettings.Forcing.SYSTEM));
    log = AuditLog.open(home, Clock.fixed(SCORED, ZoneOffset.UTC));
  }

  private static Scorer scorer(long seed) {
    return Scorer
        .builder(Examples.model(new Random(seed), Family.LOGISTIC, 0), SMALL)
        .leastCoverage(0.2)
        .mostBands(5)
        .build();
  }

  private static double chance(Scorer scorer, Facts facts) {
    return ((Assessment.Scored) scorer.assess(facts)).score().chance();
  }

  @Test
  void the_challenger_says_what_it_would_have_said_then() {
    Scorer champion = scorer(1);
    Scorer challenger = scorer(2);
    AssessmentRecorder.of(log, champion).record("anna", KNOWN, champion.assess(KNOWN));
    DueOutcomes due = new OutcomeSearch(null, null, null, SCORED.plusSeconds(200L * 86_400))
        .in(log, new OutcomeFile(List.of(new OutcomeFile.Row("anna", true, null)), 0, Map.of(),
            List.of()))
        .orElseThrow();
    String inputs = Challenge.inputs(log, due).apply(due.due().getFirst()).orElseThrow();
    assertEquals(chance(champion, KNOWN), due.due().getFirst().chance());
    assertEquals(OptionalDouble.of(chance(challenger, KNOWN)),
        Rescoring.of(log.models(), challenger.model(), null).chance(inputs));
    assertEquals(OptionalDouble.of(chance(challenger, KNOWN)),
        Rescoring.of(log.models(), challenger.model(), SMALL).chance(inputs));
  }

  @Test
  void who_the_challenger_abstains_on_or_does_not_understand_has_no_chance() {
    Scorer champion = scorer(1);
    AssessmentRecorder.of(log, champion).record("anna", KNOWN, champion.assess(KNOWN));
    Rescoring asked = Rescoring.of(log.models(), scorer(2).model(), null);
    String few = AssessmentInputs.of(champion, Facts.of(SMALL, Map.of())).toJson();
    assertEquals(OptionalDouble.empty(), asked.chance(few));
    String odd = AssessmentInputs.of(champion, KNOWN).toJson().replace("\"high\"", "\"higher\"");
    assertEquals(OptionalDouble.empty(), asked.chance(odd));
    String more = AssessmentInputs.of(champion, KNOWN)
        .toJson()
        .replace("\"months\"", "\"unheardOf\":\"1\",\"months\"");
    assertTrue(asked.chance(more).isPresent());
  }

  @Test
  void a_specification_that_is_not_kept_is_said() {
    String inputs = AssessmentInputs.of(scorer(1), KNOWN).toJson();
    assertTrue(String.valueOf(assertThrows(PotentialException.class,
        () -> Rescoring.of(log.models(), scorer(2).model(), null).chance(inputs)).getMessage())
        .contains("is no longer kept"));
  }
}
