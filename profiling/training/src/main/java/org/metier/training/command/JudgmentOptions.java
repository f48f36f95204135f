package org.metier.training.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import org.metier.training.TrainingDataException;
import org.metier.training.judgment.EventGrades;
import org.metier.training.judgment.JudgedData;
import org.metier.training.judgment.PortalJudgments;
import org.metier.training.judgment.Propensities;
import org.metier.training.ranker.PortalTrainer;
import org.metier.training.ranker.RankerTrainer;
import picocli.CommandLine.Option;

/// Where judgments come from: graded pairs, or what a portal's people and counsellors did.
final class JudgmentOptions {
  @Option(names = "--judgments", paramLabel = "FILE", description = "graded pairs: lines such as {\"profile\":\"p1\",\"vacancy\":\"acme:42\",\"grade\":3}")
  private @Nullable Path judgments;

  @Option(names = "--log", paramLabel = "FILE", arity = "1..*", description = "instead: logs of a portal, JSON Lines or CSV: impressions, and what followed them")
  private List<Path> logs = new ArrayList<>();

  @Option(names = "--ratings", paramLabel = "FILE", description = "with or without logs: counsellors' ratings, JSON Lines or CSV: person, vacancy, by, grade, at")
  private @Nullable Path ratings;

  @Option(names = "--vacancies", required = true, paramLabel = "FILE", description = "one vacancy a line")
  private Path vacancies = Path.of("vacancies.jsonl");

  @Option(names = "--profiles", required = true, paramLabel = "FILE", description = "one profile a line")
  private Path profiles = Path.of("profiles.jsonl");

  @Option(names = "--as-of", paramLabel = "INSTANT", description = "of --judgments: count freshness and recency from here, such as 2026-10-01T00:00:00Z "
      + "(default: when the latest vacancy was posted); with a log or ratings each counts from its own time")
  private @Nullable Instant asOf;

  @Option(names = "--profiles-as-of", paramLabel = "INSTANT", description = "of logs: when the profiles were as they are; what was shown before is refused as a leak")
  private @Nullable Instant profilesAsOf;

  @Option(names = "--event-grades", paramLabel = "GRADES", defaultValue = "1,2,3,4", description = "of logs: of click, application, interview and placement (default: ${DEFAULT-VALUE})")
  private String eventGrades = "1,2,3,4";

  @Option(names = "--propensities", paramLabel = "SHARE", split = ",", description = "of logs: how likely positions 1, 2, … are looked at, such as 1,0.6,0.4; the last is for all after it (default: estimated from the log)")
  private List<Double> propensities = new ArrayList<>();

  @Option(names = "--uncorrected", description = "of logs: take clicks at every position for the same")
  private boolean isUncorrected;

  @Option(names = "--clip", defaultValue = "5", description = "of logs: the most that a click counts (default: ${DEFAULT-VALUE})")
  private double clip;

  @Option(names = "--held-out-from", paramLabel = "INSTANT", description = "of logs: measure on lists from then on (default: the last 30 %)")
  private @Nullable Instant heldOutFrom;

  boolean areGraded() {
    boolean isPortal = !logs.isEmpty() || ratings != null;
    if (judgments == null == !isPortal) {
      throw new TrainingDataException(
          "give either --judgments, or --log, --ratings or both of these");
    }
    if (isPortal && asOf != null) {
      throw new TrainingDataException(
          "--as-of is of --judgments alone: what a log or ratings tell of is seen from its"
              + " own time; leave it out");
    }
    return judgments != null;
  }

  JudgedData graded() throws IOException {
    return JudgedData.read(java.util.Objects.requireNonNull(judgments), vacancies, profiles);
  }

  PortalJudgments portal() throws IOException {
    return PortalJudgments.read(profiles, vacancies, logs, ratings, profilesAsOf);
  }

  RankerTrainer.Builder grader(Taxonomy taxonomy) {
    RankerTrainer.Builder trainer = RankerTrainer.builder(taxonomy, TextAnalyzer.create());
    if (asOf != null) {
      trainer.asOf(asOf);
    }
    return trainer;
  }

  PortalTrainer.Builder trainer(Taxonomy taxonomy) {
    PortalTrainer.Builder trainer = PortalTrainer.builder(taxonomy, TextAnalyzer.create())
        .grades(EventGrades.parse(eventGrades))
        .clip(clip);
    if (isUncorrected) {
      trainer.propensities(Propensities.ALIKE);
    } else if (!propensities.isEmpty()) {
      trainer.propensities(
          new Propensities(Propensities.Source.GIVEN, propensities, List.of()));
    }
    if (heldOutFrom != null) {
      trainer.heldOutFrom(heldOutFrom);
    }
    return trainer;
  }
}
