package org.metier.training.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.audit.AuditLog;
import org.metier.home.Home;
import org.metier.home.LearnedPart;
import org.metier.home.ModelSlot;
import org.metier.json.Json;
import org.metier.match.model.ModelCard;
import org.metier.potential.Family;
import org.metier.potential.PotentialModel;
import org.metier.training.TrainingDataException;
import org.metier.training.potential.CrossValidation;
import org.metier.training.potential.PotentialGate;
import org.metier.training.potential.PotentialRun;
import org.metier.training.potential.Quality;
import org.metier.training.potential.Race;
import org.metier.training.potential.ReadReport;
import org.metier.training.potential.TrainingSettings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Fits a model of job potential to past spells, measures it beside others, and writes it with its card.
@Command(name = "potential", mixinStandardHelpOptions = true, description = "Fit a model of job potential to past spells and measure it on people it did not see.", footer = {
  "",
  "Exit code 2: the model did not pass the gate and was not put into service.",
  "The data are a CSV table with a header, a row per spell; the specification says what each column is. "
      + "Protected columns are read for measuring alone."})
final class TrainPotentialCommand implements Callable<Integer> {
  private static final int REFUSED = 2;

  @Spec
  private @Nullable CommandSpec spec;

  @Mixin
  private GroupedDataOptions input = new GroupedDataOptions();

  @Option(names = "--out", paramLabel = "FILE", defaultValue = "potential.json", description = "the model; its card goes beside it (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("potential.json");

  @Option(names = "--family", paramLabel = "FAMILY", description = "${COMPLETION-CANDIDATES}; held-out people choose where none is named")
  private @Nullable Family family;

  @Option(names = "--trees", description = "put trees on what the linear model leaves over into the model: the challenger")
  private boolean hasTrees;

  @Option(names = "--folds", defaultValue = "10", description = "of the people, for the figures; 0 measures nothing (default: ${DEFAULT-VALUE})")
  private int folds;

  @Option(names = "--predictions", paramLabel = "FILE", description = "also write the forecasts of people the model did not see: for capacity and fairness")
  private @Nullable Path predictions;

  @Option(names = "--run", paramLabel = "FILE", description = "also write the run for report potential; it holds each person's forecast and groups under the pseudonym, or the line's number where there is none")
  private @Nullable Path evaluation;

  @Option(names = "--capacity", paramLabel = "SHARE", defaultValue = "0.25", description = "with --run: share of people who can be offered help (default: ${DEFAULT-VALUE})")
  private double capacity;

  @Option(names = "--set-by", paramLabel = "ROLE", defaultValue = "", description = "with --run: role or pseudonym of whoever set the capacity, never a name")
  private String setBy = "";

  @Option(names = "--alone", description = "measure beside a constant only, not beside other models")
  private boolean isAlone;

  @Option(names = "--race", description = "also time a fit beside Smile's plain logistic regression on the same people")
  private boolean hasRace;

  @Option(names = "--install", paramLabel = "HOME", description = "also put the model into service in this home folder, if it passes the gate")
  private @Nullable Path home;

  @Option(names = "--force", paramLabel = "REASON", description = "with --install: put the model into service although the gate refuses it; the reason is kept in its card")
  private @Nullable String force;

  @Option(names = "--seed", defaultValue = "1", description = "of every random choice (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(names = "--json", description = "print the card as JSON")
  private boolean isJson;

  @Override
  public Integer call() throws IOException {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    requireMeasured();
    PotentialRun run = new PotentialRun(input.data(), input.specification(), settings(),
        Clock.systemUTC());
    PotentialRun.Outcome outcome = run.run(input.protectedFile(), input.id(), folds, makers());
    outcome.write(out);
    if (predictions != null) {
      Objects.requireNonNull(outcome.predictions(), "measured, as required above")
          .write(predictions);
    }
    if (evaluation != null) {
      Files.writeString(evaluation, Json.write(
          run.evaluation(outcome, input.protectedFile(), input.id(), capacity, setBy)));
    }
    if (isJson) {
      line.getOut().println(Json.writePretty(outcome.card()));
    } else {
      print(line, outcome);
    }
    line.getOut().flush();
    if (hasRace) {
      new Screen(line, isJson).note(Race.of(input.spells().spells()).toString());
    }
    return home == null ? 0 : install(new Screen(line, isJson), home, run, outcome);
  }

  /// Before an hour of training, not after it.
  private void requireMeasured() {
    if (folds < 0 || folds == 1) {
      throw new TrainingDataException("--folds must be 0, or 2 or more, was " + folds
          + ": people are divided into so many parts, each held out once");
    }
    if (folds == 0 && (predictions != null || evaluation != null || home != null)) {
      throw new TrainingDataException("--predictions, --run and --install want a model that was"
          + " measured on people it did not see; run with --folds 2 or more");
    }
    if (!(capacity > 0 && capacity < 1)) {
      throw new TrainingDataException("--capacity must be a share above 0 and below 1, was "
          + capacity);
    }
    if (force != null && (home == null || force.isBlank())) {
      throw new TrainingDataException(
          "--force wants --install, and a reason, which is kept in the model's card");
    }
  }

  private int install(Screen screen, Path folder, PotentialRun run, PotentialRun.Outcome outcome)
      throws IOException {
    ModelSlot slot = Home.open(folder).model(LearnedPart.POTENTIAL);
    PotentialGate gate = run.gate(outcome,
        slot.isFilled() ? PotentialModel.read(slot.file()) : null, card(slot),
        input.protectedFile(), input.id());
    gate.checks().forEach(check -> screen.note(check.toString()));
    screen.note(switch (gate.compared()) {
      case WITH_THE_MODEL_IN_SERVICE -> "compared with the model in service on the same people";
      case WITH_THE_CARD_OF_THE_MODEL_IN_SERVICE ->
        "compared with the card of the model in service,"
            + " which was trained on the same data";
      case WITH_NOTHING -> "compared with no other model, since none is in service";
      case WITH_NOTHING_OF_THIS_SPECIFICATION ->
        "NOT compared with the model in service, since that is"
            + " of another specification";
    });
    String reason = force == null ? "" : force.strip();
    if (!gate.isPassed() && reason.isEmpty()) {
      screen.note("not installed: " + out
          + "; who answers for it can install it by --force REASON, which its card keeps");
      return REFUSED;
    }
    PotentialRun.Outcome served = gate.isPassed() ? outcome : outcome.despite(gate, reason);
    slot.install(served.model().toBytes(), served.card().toBytes());
    if (!gate.isPassed()) {
      served.write(out); // so that the card beside the file says it too
      screen.note("the gate refused it; put into service all the same: " + reason);
    }
    screen.installed(slot);
    keepMembers(folder, outcome.model().sha256(),
        Objects.requireNonNull(outcome.predictions()).lines());
    return 0;
  }

  private static @Nullable ModelCard card(ModelSlot slot) throws IOException {
    try {
      return Files.exists(slot.card())
          ? Json.read(Files.readString(slot.card()), ModelCard.class)
          : null;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(slot.card() + ": " + e.getMessage()
          + "; restore the card, or go back with ./metier models --back potential", e);
    }
  }

  /// So that somebody who is erased can be told which models learnt from their data, where the home has an audit log
  /// and the data name people by pseudonyms.
  private void keepMembers(Path folder, String sha256, int[] lines) throws IOException {
    Home opened = Home.open(folder);
    Set<String> people = input.people(lines);
    if (AuditLog.exists(opened) && !people.isEmpty()) {
      AuditLog.open(opened).trained().keep(LearnedPart.POTENTIAL.code(), sha256, people);
    }
  }

  private TrainingSettings settings() {
    TrainingSettings usual = TrainingSettings.DEFAULT;
    return new TrainingSettings(
        family == null ? EnumSet.allOf(Family.class) : EnumSet.of(family), hasTrees,
        usual.folds(), usual.replicates(), usual.mostToChooseOn(), seed);
  }

  private List<CrossValidation.Maker> makers() {
    return isAlone
        ? List.of(CrossValidation.Maker.METIER, CrossValidation.Maker.CONSTANT)
        : List.of(CrossValidation.Maker.values());
  }

  private void print(CommandLine line, PotentialRun.Outcome outcome) {
    ReadReport report = outcome.report();
    line.getOut()
        .printf(
            "model %s: %s%n%d rows: %d exits, %d censored, %d of unstated end, %d outside the population, %d refused%n",
            out, outcome.choice(), report.rows(), report.exits(), report.censored(),
            report.unstatedEnds(), report.outside(), report.refused());
    report.problems().forEach(problem -> line.getOut().println("  refused " + problem));
    if (outcome.qualities().isEmpty()) {
      return;
    }
    line.getOut().printf("%non people the models did not see:%n%s", PotentialText.header());
    outcome.qualities()
        .forEach((maker, quality) -> line.getOut()
            .print(PotentialText.row(maker.toString()
                .toLowerCase(Locale.ROOT)
                .replace('_', ' '), quality)));
    line.getOut().printf("%nthe model by protected group:%n%s", PotentialText.header());
    for (Map.Entry<String, Quality> group : outcome.byGroup().entrySet()) {
      line.getOut().print(PotentialText.row(group.getKey(), group.getValue()));
    }
  }
}
