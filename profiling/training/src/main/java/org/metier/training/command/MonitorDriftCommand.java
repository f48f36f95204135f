package org.metier.training.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.evaluation.EvaluationRun;
import org.metier.json.Json;
import org.metier.monitoring.Baseline;
import org.metier.monitoring.Drift;
import org.metier.potential.PotentialModel;
import org.metier.training.potential.PotentialDrift;
import org.metier.training.potential.Quality;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Shows how later people differ from those that a model was made with.
@Command(name = "drift", mixinStandardHelpOptions = true, description = "How people who came later differ from those a model was made with, and whether its forecasts still hold; exits with 2 when a field, or the need that the model says, moved so far that something is to be done.", footer = {
  "",
  "PSI is the population stability index: watch above 0.1, act above 0.25, where chance alone does not",
  "explain it. A field that more or fewer people leave open by 5 points is watched, by 20 acted on."})
final class MonitorDriftCommand implements Callable<Integer> {
  @Spec
  private @Nullable CommandSpec spec;

  @Mixin
  private GroupedDataOptions input = new GroupedDataOptions();

  @Option(names = "--run", required = true, paramLabel = "FILE", description = "what train potential --run wrote when the model was made")
  private Path run = Path.of("");

  @Option(names = "--model", required = true, paramLabel = "FILE", description = "the model")
  private Path model = Path.of("");

  @Option(names = "--seed", defaultValue = "1", description = "of every random choice (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(names = "--json", description = "print one JSON value, for machines")
  private boolean isJson;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    PotentialDrift drift = PotentialDrift.of(baseline(), PotentialModel.read(model),
        input.specification(), input.data(), input.protectedFile(), input.id(), seed);
    boolean isAlarm = drift.fields().stream().anyMatch(f -> f.level() == Drift.Level.ACT);
    if (isJson) {
      out.println(Json.writePretty(drift));
      return isAlarm ? 2 : 0;
    }
    out.printf("%-20s %8s %7s %9s %9s  %s%n", "field", "people", "PSI", "by chance", "unknown",
        "level");
    for (Drift field : drift.fields()) {
      out.printf(Locale.ROOT, "%-20s %,8d %7.3f %9.3f %+8.1f%%  %s%n", field.field(),
          field.people(), field.stabilityIndex(), field.chanceBound(),
          100 * (field.unknownNow() - field.unknownBefore()),
          field.level().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
    out.printf("%n%s%s%n", PotentialText.header(), PotentialText.row("later people",
        drift.quality()));
    said(drift).forEach(out::println);
    return isAlarm ? 2 : 0;
  }

  private static List<String> said(PotentialDrift drift) {
    List<String> said = new ArrayList<>();
    add(said, drift, Drift.Level.ACT, "ALARM: moved so far that something is to be done: ");
    add(said, drift, Drift.Level.WATCH, "To be watched: ");
    add(said, drift, Drift.Level.NO_DATA, "Nobody has a value, so nothing can be said: ");
    if (said.isEmpty()) {
      said.add("No alarm: nothing moved further than 0.1, or than chance explains.");
    }
    Quality.Figure level = drift.quality().figure(Quality.Measure.CALIBRATION_LEVEL);
    if (level.low() > 0 || level.high() < 0) {
      said.add("The chances of later people are too " + (level.high() < 0 ? "high" : "low")
          + ", by more than chance explains: train again, or set the level anew.");
    }
    return said;
  }

  private static void add(List<String> said, PotentialDrift drift, Drift.Level level,
      String words) {
    List<String> fields = drift.fields()
        .stream()
        .filter(field -> field.level() == level)
        .map(Drift::field)
        .toList();
    if (!fields.isEmpty()) {
      said.add(words + String.join(", ", fields));
    }
  }

  private Baseline baseline() throws IOException {
    EvaluationRun read;
    try {
      read = EvaluationRun.read(Files.readString(run));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(run + ": " + e.getMessage(), e);
    }
    Baseline baseline = read.baseline();
    if (baseline == null) {
      throw new IllegalArgumentException(
          run + " has no baseline; expected what train potential --run"
              + " wrote");
    }
    return baseline;
  }
}
