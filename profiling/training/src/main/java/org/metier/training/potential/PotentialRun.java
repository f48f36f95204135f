package org.metier.training.potential;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.metier.evaluation.EvaluationRun;
import org.metier.home.ModelSlot;
import org.metier.home.internal.WholeFile;
import org.metier.match.model.ModelCard;
import org.metier.potential.PotentialException;
import org.metier.potential.PotentialModel;
import org.metier.potential.Refusal;
import org.metier.potential.Specification;
import org.metier.potential.Uncertainty;
import org.metier.training.TrainingDataException;
import org.metier.training.link.TrainedLinkModel;

/// From a table to a model, its card and its figures.
public final class PotentialRun {
  /// Setting on the card that says what intervals cover.
  static final String INTERVAL = "interval";

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

    /// The same with a card that says that somebody put the model into service although the gate refused it.
    ///
    /// @param gate that refused it
    /// @param reason why it is to serve all the same; never blank
    public Outcome despite(PotentialGate gate, String reason) {
      if (gate.isPassed() || reason.isBlank()) {
        throw new IllegalArgumentException(
            "whoever overrules a gate that refused a model must give a reason");
      }
      Map<String, String> said = new TreeMap<>(card.settings());
      said.put("gateOverruledBecause", reason);
      said.put("gateRefusedFor", gate.broken()
          .stream()
          .map(PotentialGate.Check::meaning)
          .collect(Collectors.joining(", ")));
      return new Outcome(model,
          new ModelCard(card.modelSha256(), card.features(), card.dataSha256(), card.seed(), said,
              card.measures(), card.trainedAt(), card.notFor()),
          report, choice, qualities, byGroup, predictions);
    }

    /// Writes the model, and its card beside it.
    public void write(Path file) throws IOException {
      WholeFile.replace(ModelSlot.cardBeside(file), card.toBytes());
      WholeFile.replace(file, model.toBytes());
    }
  }

  /// @param protectedFile with protected columns; null if they are in the data
  /// @param id column that joins the two files and says which spells are of one person; the data need not have it
  ///     where they hold all and each row is of a person of its own
  /// @param folds for measuring, 0 for none
  /// @param makers which models to measure; METIER is among them
  /// @throws PotentialException if the data are refused; each message names the file
  public Outcome run(@Nullable Path protectedFile, String id, int folds,
      List<CrossValidation.Maker> makers) throws IOException {
    try {
      return measured(protectedFile, id, folds, makers);
    } catch (PotentialException e) {
      throw e.refusals().isEmpty()
          ? e
          : new PotentialException(e.refusals()
              .stream()
              .map(r -> new Refusal(r.kind(), r.where(), data + ": " + r.message()))
              .toList());
    }
  }

  private Outcome measured(@Nullable Path protectedFile, String id, int folds,
      List<CrossValidation.Maker> makers) throws IOException {
    SpellTable table = SpellTable.read(data, specification, id);
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
  /// @param itsCard of the model in service; null where it has none
  /// @throws TrainingDataException if nothing was measured
  public PotentialGate gate(Outcome outcome, @Nullable PotentialModel inService,
      @Nullable ModelCard itsCard, @Nullable Path protectedFile, String id) throws IOException {
    Quality quality = outcome.qualities().get(CrossValidation.Maker.METIER);
    if (quality == null) {
      throw new TrainingDataException("a model goes into service only after it was measured on"
          + " people it did not see; run again with --folds 2 or more");
    }
    if (inService == null) {
      return PotentialGate.of(quality, outcome.byGroup(), null,
          PotentialGate.Compared.WITH_NOTHING);
    }
    if (!inService.specificationSha256().equals(specification.sha256())) {
      return PotentialGate.of(quality, outcome.byGroup(), null,
          PotentialGate.Compared.WITH_NOTHING_OF_THIS_SPECIFICATION);
    }
    if (itsCard != null && itsCard.modelSha256().equals(inService.sha256())
        && Set.copyOf(itsCard.dataSha256().values())
            .equals(Set.copyOf(outcome.card().dataSha256().values()))
        && itsCard.measures().containsKey("cv.metier.known")) {
      return PotentialGate.of(quality, outcome.byGroup(),
          ofCard(itsCard, outcome.byGroup().keySet()),
          PotentialGate.Compared.WITH_THE_CARD_OF_THE_MODEL_IN_SERVICE);
    }
    SpellTable table = SpellTable.read(data, specification);
    Groups groups = Groups.read(data, protectedFile, id, specification, table.lines());
    return PotentialGate.of(quality, outcome.byGroup(),
        ModelCheck.of(inService, table, groups, settings.seed()),
        PotentialGate.Compared.WITH_THE_MODEL_IN_SERVICE);
  }

  /// What a card says of people that its model did not see.
  private static ModelCheck ofCard(ModelCard card, Set<String> groups) {
    Map<String, Quality> byGroup = new LinkedHashMap<>();
    for (String group : groups) {
      if (card.measures().containsKey("cv.group." + group + ".known")) {
        byGroup.put(group, quality(card.measures(), "cv.group." + group));
      }
    }
    return new ModelCheck(quality(card.measures(), "cv.metier"), byGroup,
        new Predictions(new int[0], new double[0], new @Nullable Boolean[0], new double[0]));
  }

  /// What [#put] wrote; the share and the bins are not on a card.
  private static Quality quality(Map<String, Double> measures, String prefix) {
    List<Quality.Figure> figures = new ArrayList<>();
    for (Quality.Measure measure : Quality.Measure.values()) {
      String name = prefix + "." + measure.name().toLowerCase(Locale.ROOT);
      figures.add(new Quality.Figure(measure, measures.getOrDefault(name, Double.NaN),
          measures.getOrDefault(name + ".low", Double.NaN),
          measures.getOrDefault(name + ".high", Double.NaN)));
    }
    return new Quality((int) Math.round(measures.getOrDefault(prefix + ".known", 0.0)),
        Double.NaN, 1, figures,
        measures.getOrDefault(prefix + ".calibration_error.byChance", Double.NaN));
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
    return new PotentialEvaluation(specification, table, data,
        Groups.read(data, protectedFile, id, specification, table.lines()), outcome.card(),
        RowIds.of(data, id, table.lines()), outcome.model().uncertainty())
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
    chosen.put("outsidePopulation", Integer.toString(report.outside()));
    chosen.put(INTERVAL, interval(trained.model()));
    chosen.put("folds", Integer.toString(folds));
    return new ModelCard(trained.model().sha256(), trained.model().features(),
        Map.of(String.valueOf(data.getFileName()), TrainedLinkModel.sha256(data)),
        settings.seed(), chosen, measures, clock.instant(), specification.notFor());
  }

  /// What the interval of a chance covers, in words for the reader of the card.
  private static String interval(PotentialModel model) {
    return switch (model.uncertainty()) {
      case Uncertainty.Refits(var refits) -> "four in five of " + refits.size()
          + " refits on people drawn anew, widened by what is unknown of the person";
      case Uncertainty.Levels _ ->
        "how sure the chance of all who have a score is, widened by what is"
            + " unknown of the person; NOT how sure the score of one person is, so that it is too"
            + " narrow: a model with trees was not fitted anew on other people";
    };
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
