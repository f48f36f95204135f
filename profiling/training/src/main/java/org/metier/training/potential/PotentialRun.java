package org.metier.training.potential;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.metier.evaluation.EvaluationRun;
import org.metier.home.ModelSlot;
import org.metier.home.internal.WholeFile;
import org.metier.match.ModelCard;
import org.metier.potential.PotentialModel;
import org.metier.potential.Specification;
import org.metier.training.TrainedLinkModel;
import org.metier.training.TrainingDataException;

/// From a table to a model, its card and its figures.
public final class PotentialRun {
  private final Path data;
  private final Specification specification;
  private final TrainingSettings settings;
  private final Clock clock;

  /// @param data a CSV table of past spells
  /// @param clock that dates the card
  public PotentialRun(Path data, Specification specification, TrainingSettings settings,
      Clock clock) {
    this.data = data;
    this.specification = specification;
    this.settings = settings;
    this.clock = clock;
  }

  /// What came of it.
  ///
  /// @param qualities on people the models did not see, by maker; empty when nothing was measured
  /// @param byGroup of the model, by protected group
  /// @param choice how the model was fitted, in words
  /// @param predictions of people the model did not see; null when nothing was measured
  public record Outcome(PotentialModel model, ModelCard card, ReadReport report, String choice,
      Map<CrossValidation.Maker, Quality> qualities, Map<String, Quality> byGroup,
      @Nullable Predictions predictions) {

    /// Writes the model, and its card beside it.
    public void write(Path file) throws IOException {
      WholeFile.replace(ModelSlot.cardBeside(file), card.toBytes());
      WholeFile.replace(file, model.toBytes());
    }
  }

  /// @param protectedFile with protected columns; null if they are in the data
  /// @param id column that joins the two files
  /// @param folds for measuring, 0 for none
  /// @param makers which models to measure; METIER is among them
  public Outcome run(@Nullable Path protectedFile, String id, int folds,
      List<CrossValidation.Maker> makers) throws IOException {
    SpellTable table = SpellTable.read(data, specification);
    PotentialTrainer.Trained trained = new PotentialTrainer(table.spells(), settings).train();
    Map<CrossValidation.Maker, Quality> qualities = new LinkedHashMap<>();
    Map<String, Quality> byGroup = Map.of();
    Predictions predictions = null;
    if (folds > 0) {
      CrossValidation validation = CrossValidation.of(table.spells(), settings, folds, makers);
      for (CrossValidation.Maker maker : makers) {
        qualities.put(maker, validation.quality(maker, settings.seed()));
      }
      Groups groups = Groups.read(data, protectedFile, id, specification, table.lines());
      byGroup = validation.byGroup(CrossValidation.Maker.METIER, groups, settings.seed());
      predictions = new Predictions(table.lines(),
          validation.chances(CrossValidation.Maker.METIER), validation.outcomes(),
          validation.weights());
    }
    return new Outcome(trained.model(), card(table, trained, folds, qualities, byGroup),
        table.report(), trained.choice(), qualities, byGroup, predictions);
  }

  /// Whether what came of a run may go into service.
  ///
  /// @param outcome that was measured on people the model did not see
  /// @param inService null where none is
  /// @throws TrainingDataException if nothing was measured
  public PotentialGate gate(Outcome outcome, @Nullable PotentialModel inService,
      @Nullable Path protectedFile, String id) throws IOException {
    Quality quality = outcome.qualities().get(CrossValidation.Maker.METIER);
    if (quality == null) {
      throw new TrainingDataException("a model goes into service only after it was measured on"
          + " people it did not see; run again with --folds 2 or more");
    }
    if (inService == null
        || !inService.specificationSha256().equals(specification.sha256())) {
      return PotentialGate.of(quality, outcome.byGroup(), null);
    }
    SpellTable table = SpellTable.read(data, specification);
    Groups groups = Groups.read(data, protectedFile, id, specification, table.lines());
    return PotentialGate.of(quality, outcome.byGroup(),
        ModelCheck.of(inService, table, groups, settings.seed()));
  }

  /// The figures and forecasts of a run for `report potential`.
  ///
  /// @param capacity share of people who are offered help, above 0 and below 1
  /// @param setBy role or pseudonym of whoever set the capacity, never a name; empty when nobody did yet
  /// @throws TrainingDataException if nothing was measured
  public EvaluationRun evaluation(Outcome outcome, @Nullable Path protectedFile, String id,
      double capacity, String setBy) throws IOException {
    if (!(capacity > 0 && capacity < 1)) {
      throw new IllegalArgumentException(
          "the capacity must be a share above 0 and below 1, was " + capacity);
    }
    Predictions predictions = outcome.predictions();
    if (predictions == null) {
      throw new TrainingDataException("there is nothing to report of a model that was not measured;"
          + " run again with --folds 2 or more");
    }
    SpellTable table = SpellTable.read(data, specification);
    return new PotentialEvaluation(specification, table,
        Groups.read(data, protectedFile, id, specification, table.lines()), outcome.card(),
        RowIds.of(data, id, table.lines()))
        .run(outcome.qualities(), predictions, capacity, setBy, clock);
  }

  private ModelCard card(SpellTable table, PotentialTrainer.Trained trained, int folds,
      Map<CrossValidation.Maker, Quality> qualities, Map<String, Quality> byGroup)
      throws IOException {
    Map<String, Double> measures = new TreeMap<>();
    qualities.forEach((maker, quality) -> put(measures,
        "cv." + maker.name().toLowerCase(Locale.ROOT), quality));
    byGroup.forEach((group, quality) -> put(measures, "cv.group." + group, quality));
    ReadReport report = table.report();
    Map<String, String> chosen = new TreeMap<>();
    chosen.put("choice", trained.choice());
    chosen.put("specification", specification.name() + " " + specification.sha256());
    chosen.put("purpose", specification.purpose());
    chosen.put("outcome", specification.outcome().words());
    chosen.put("population", specification.population().description());
    chosen.put("rows", Integer.toString(report.rows()));
    chosen.put("exits", Integer.toString(report.exits()));
    chosen.put("censored", Integer.toString(report.censored()));
    chosen.put("unstatedEnds", Integer.toString(report.unstatedEnds()));
    chosen.put("refusedRows", Integer.toString(report.refused()));
    chosen.put("folds", Integer.toString(folds));
    return new ModelCard(trained.model().sha256(), trained.model().features(),
        Map.of(String.valueOf(data.getFileName()), TrainedLinkModel.sha256(data)),
        settings.seed(), chosen, measures, clock.instant(), specification.notFor());
  }

  private static void put(Map<String, Double> measures, String prefix, Quality quality) {
    measures.put(prefix + ".known", (double) quality.known());
    measures.put(prefix + ".calibration_error.byChance", quality.errorByChance());
    for (Quality.Figure figure : quality.figures()) {
      String name = prefix + "." + figure.measure().name().toLowerCase(Locale.ROOT);
      measures.put(name, figure.value());
      measures.put(name + ".low", figure.low());
      measures.put(name + ".high", figure.high());
    }
  }
}
