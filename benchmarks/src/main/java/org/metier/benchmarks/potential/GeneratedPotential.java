package org.metier.benchmarks.potential;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.metier.potential.CalibrationMap;
import org.metier.potential.Column;
import org.metier.potential.Facts;
import org.metier.potential.Family;
import org.metier.potential.Field;
import org.metier.potential.FieldType;
import org.metier.potential.Population;
import org.metier.potential.PotentialModel;
import org.metier.potential.Specification;
import org.metier.potential.TrainedField;
import org.metier.potential.TrainedOn;
import org.metier.potential.Uncertainty;
import org.metier.rank.Forest;
import org.metier.rank.Tree;

/// Models of the size that training gives, and answers, by lot: speed does not hang on what the weights are.
final class GeneratedPotential {
  private static final int REFITS = 50;

  private final Specification specification = Specification.example("intake");
  private final Random random;

  GeneratedPotential(long seed) {
    random = new Random(seed);
  }

  Specification specification() {
    return specification;
  }

  /// Amounts bent at three knots, a column for each value of a category, fifty replicates; with trees, levels instead.
  PotentialModel model(int trees, int leaves) {
    List<Column> columns = new ArrayList<>();
    List<TrainedField> trained = new ArrayList<>();
    for (Field field : specification.features()) {
      switch (field.type()) {
        case FieldType.Amount amount -> {
          double width = amount.high() - amount.low();
          columns.add(new Column.Value(field.name(), amount.low(), amount.high(), width / 2));
          for (int knot = 1; knot <= 3; knot++) {
            columns.add(new Column.Hinge(field.name(), amount.low() + knot * width / 4,
                amount.high(), width / 8));
          }
          trained.add(new TrainedField(field.name(), 0.95, amount.low(), amount.high(), List.of(),
              0.1));
        }
        case FieldType.Category category -> {
          for (int value = 1; value < category.values().size(); value++) {
            columns.add(new Column.Is(field.name(), value, 0.2));
          }
          trained.add(new TrainedField(field.name(), 0.95, 0, 1, List.of(), 0.1));
        }
        case FieldType.Flag flag -> {
          columns.add(new Column.Value(field.name(), 0, 1, 0.5));
          trained.add(new TrainedField(field.name(), 0.95, 0, 1, List.of(), 0.1));
        }
      }
    }
    List<Double> weights = columns.stream().map(c -> random.nextGaussian() / 100).toList();
    return new PotentialModel(specification.sha256(), specification.name(), 26, Family.HAZARD,
        Family.HAZARD.link(),
        specification.features().stream().map(Field::name).toList(), -0.3, columns, weights,
        Forest.of(specification.features().size(), 0, trees(trees, leaves)),
        new CalibrationMap.Line(0, 1), trees > 0 ? levels() : refits(weights), trained,
        new TrainedOn(100_000, 50_000, 10_000));
  }

  private static Uncertainty levels() {
    return new Uncertainty.Levels(
        List.of(new Uncertainty.Level(-1, 0.05), new Uncertainty.Level(0, 0.04)));
  }

  private Uncertainty refits(List<Double> weights) {
    List<Uncertainty.Refit> refits = new ArrayList<>();
    for (int r = 0; r < REFITS; r++) {
      refits.add(new Uncertainty.Refit(-0.3 + random.nextGaussian() / 100,
          weights.stream().map(w -> w + random.nextGaussian() / 1_000).toList()));
    }
    return new Uncertainty.Refits(refits);
  }

  private List<Tree> trees(int count, int leaves) {
    List<Tree> trees = new ArrayList<>();
    for (int t = 0; t < count; t++) {
      trees.add(tree(leaves));
    }
    return trees;
  }

  /// A chain of splits, as unbalanced as trees get.
  private Tree tree(int leaves) {
    int nodes = 2 * leaves - 1;
    int[] feature = new int[nodes];
    double[] threshold = new double[nodes];
    int[] left = new int[nodes];
    int[] right = new int[nodes];
    double[] value = new double[nodes];
    double[] cover = new double[nodes];
    for (int node = 0; node < nodes; node++) {
      boolean isInner = node % 2 == 0 && node < nodes - 1;
      feature[node] = isInner ? random.nextInt(specification.features().size()) : -1;
      threshold[node] = random.nextInt(4);
      left[node] = isInner ? node + 1 : -1;
      right[node] = isInner ? node + 2 : -1;
      value[node] = random.nextGaussian() / 100;
      cover[node] = node % 2 == 1 ? 100 : 100 * ((nodes - 1 - node) / 2 + 1);
    }
    return new Tree(feature, threshold, new boolean[nodes], left, right, value, cover);
  }

  /// One in twelve answers is missing, but for those that the population hangs on; and nobody contradicts what they said, so
  /// that most people get a chance.
  Facts facts() {
    Facts facts = drawn();
    while (isContradictory(facts)) {
      facts = drawn();
    }
    return facts;
  }

  private boolean isContradictory(Facts facts) {
    return specification.contradictions()
        .stream()
        .anyMatch(c -> holds(c.one(), facts) && holds(c.other(), facts));
  }

  private boolean holds(Population.Rule rule, Facts facts) {
    int number = specification.featureNumber(rule.field());
    return facts.isKnown(number) && rule.condition()
        .holds(specification.features().get(number), facts.value(number));
  }

  private boolean isRuled(Field field) {
    return specification.population()
        .rules()
        .stream()
        .anyMatch(
            rule -> rule.field().equals(field.name()));
  }

  private Facts drawn() {
    Facts.Builder facts = Facts.builder(specification);
    for (Field field : specification.features()) {
      if (random.nextInt(12) > 0 || isRuled(field)) {
        switch (field.type()) {
          case FieldType.Amount amount -> facts.amount(field.name(), Math.min(60, amount.low()
              + random.nextInt((int) Math.max(1, amount.high() - amount.low()))));
          case FieldType.Category category -> facts.category(field.name(),
              category.values().get(random.nextInt(category.values().size())));
          case FieldType.Flag flag -> facts.flag(field.name(), random.nextBoolean());
        }
      }
    }
    return facts.build();
  }
}
