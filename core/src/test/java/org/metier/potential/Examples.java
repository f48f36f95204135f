package org.metier.potential;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.metier.rank.Forest;
import org.metier.rank.Tree;

/// A small specification and models under it, for tests.
final class Examples {
  static final String TEXTS = "{\"en\":\"e\",\"fr\":\"f\",\"nl\":\"n\",\"pl\":\"p\",\"de\":\"d\"}";

  private Examples() {}

  /// Three features, one protected field and an outcome.
  static String json() {
    return """
        {"formatVersion":1,"name":"small","purpose":"test","intendedUse":"tests","notFor":["life"],
        "population":{"description":"nobody","rules":[{"kind":"between","field":"months","low":0,"high":60}]},
        "outcome":{"words":"in work within 26 weeks","horizonWeeks":26,"duration":"spell","weeksPerUnit":2,"exits":["found"]},
        "fields":[
        {"name":"months","label":%1$s,"type":{"kind":"amount","unit":"months","low":0,"high":600},%2$s},
        {"name":"school","label":%1$s,"type":{"kind":"category","values":["low","mid","high"]},%2$s,
         "question":{"factor":"HARD","text":%1$s,"options":{"low":%1$s,"mid":%1$s,"high":%1$s}}},
        {"name":"car","label":%1$s,"type":{"kind":"flag"},%2$s,"changeable":{"hindrance":%1$s,"help":%1$s}},
        {"name":"sex","label":%1$s,"type":{"kind":"category","values":["f","m"]},"use":"PROTECTED","knownAt":"DECISION","source":"s","legalBasis":"l","retention":"P1Y","protectedGround":"sex"},
        {"name":"spell","label":%1$s,"type":{"kind":"amount","unit":"weeks","low":1,"high":99},"use":"OUTCOME","knownAt":"LATER"},
        {"name":"found","label":%1$s,"type":{"kind":"flag"},"use":"OUTCOME","knownAt":"LATER"}]}
        """
        .formatted(TEXTS, "\"use\":\"FEATURE\",\"knownAt\":\"DECISION\",\"source\":\"form\","
            + "\"legalBasis\":\"act\",\"retention\":\"P2Y\"");
  }

  static Specification specification() {
    return Specification.parse("small.json", json());
  }

  static PotentialModel model(Random random, Family family, int trees) {
    List<Column> columns = List.of(new Column.Value("months", 1, 40, 12),
        new Column.Hinge("months", 10, 40, 3), new Column.Is("school", 0, 0.3),
        new Column.Is("school", 2, 0.2), new Column.Value("car", 0, 1, 0.6),
        new Column.Missing("car", 0.1));
    List<Double> weights = columns.stream().map(c -> random.nextGaussian() / 10).toList();
    List<Tree> grown = new ArrayList<>();
    for (int t = 0; t < trees; t++) {
      grown
          .add(new Tree(new int[]{random.nextInt(3), -1, -1}, new double[]{random.nextInt(3), 0, 0},
              new boolean[]{random.nextBoolean(), false, false}, new int[]{1, -1, -1},
              new int[]{2, -1, -1}, new double[]{0, random.nextGaussian(), random.nextGaussian()},
              new double[]{100, 60, 40}));
    }
    Uncertainty uncertainty = trees > 0
        ? new Uncertainty.Levels(List.of(new Uncertainty.Level(-1, 0.2),
            new Uncertainty.Level(0.5, 0.1)))
        : new Uncertainty.Refits(List.of(new Uncertainty.Refit(-0.31, moved(weights, 0.01)),
            new Uncertainty.Refit(-0.29, moved(weights, -0.01)),
            new Uncertainty.Refit(-0.3, weights)));
    return new PotentialModel(specification().sha256(), "small", 26, family, family.link(),
        List.of("months", "school", "car"), -0.3, columns, weights, Forest.of(3, 0, grown),
        new CalibrationMap.Line(0, 1), uncertainty,
        List.of(new TrainedField("months", 1, 1, 40, List.of(), 0.4),
            new TrainedField("school", 0.9, 0, 1, List.of(1), 0.2),
            new TrainedField("car", 0.9, 0, 1, List.of(), 0.1)),
        new TrainedOn(1_000, 500, 200));
  }

  /// The same under another specification, of the same features.
  static PotentialModel under(Specification specification, PotentialModel m) {
    return new PotentialModel(specification.sha256(), m.specificationName(), m.horizonWeeks(),
        m.family(), m.link(), m.features(), m.intercept(), m.columns(), m.weights(), m.forest(),
        m.calibration(), m.uncertainty(), m.trainedFields(), m.trainedOn());
  }

  /// The same after another training.
  static PotentialModel trained(PotentialModel m, List<TrainedField> fields) {
    return new PotentialModel(m.specificationSha256(), m.specificationName(), m.horizonWeeks(),
        m.family(), m.link(), m.features(), m.intercept(), m.columns(), m.weights(), m.forest(),
        m.calibration(), m.uncertainty(), fields, m.trainedOn());
  }

  /// The same with other replicates.
  static PotentialModel uncertain(PotentialModel m, Uncertainty uncertainty) {
    return new PotentialModel(m.specificationSha256(), m.specificationName(), m.horizonWeeks(),
        m.family(), m.link(), m.features(), m.intercept(), m.columns(), m.weights(), m.forest(),
        m.calibration(), uncertainty, m.trainedFields(), m.trainedOn());
  }

  /// Of any specification: flags and amounts as they are, each a little heavier than the one before, by turns for and
  /// against the outcome; categories play no part.
  static PotentialModel flags(Specification specification) {
    List<Column> columns = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    List<TrainedField> trained = new ArrayList<>();
    for (Field field : specification.features()) {
      double weight = field.type() instanceof FieldType.Flag
          ? 0.1 * (columns.size() + 1)
          : 0.001 * (columns.size() + 1);
      if (field.type() instanceof FieldType.Category) {
        trained.add(new TrainedField(field.name(), 1, 0, 1, List.of(), 0));
      } else {
        double high = field.type() instanceof FieldType.Amount ? 100 : 1;
        weights.add(columns.size() % 2 == 0 ? weight : -weight);
        columns.add(new Column.Value(field.name(), 0, high, 0));
        trained.add(new TrainedField(field.name(), 1, 0, high, List.of(), 0.1));
      }
    }
    Uncertainty.Refit refit = new Uncertainty.Refit(0, weights);
    return new PotentialModel(specification.sha256(), specification.name(), 26, Family.LOGISTIC,
        Link.LOGIT, specification.features().stream().map(Field::name).toList(), 0, columns,
        weights, Forest.of(specification.features().size(), 0, List.of()),
        new CalibrationMap.Line(0, 1), new Uncertainty.Refits(List.of(refit, refit)), trained,
        new TrainedOn(1_000, 500, 200));
  }

  private static List<Double> moved(List<Double> weights, double by) {
    return weights.stream().map(w -> w + by).toList();
  }
}
