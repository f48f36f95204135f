package org.metier.training.internal.boosting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.metier.rank.Forest;
import org.metier.rank.fitting.ForestSettings;
import org.metier.training.TrainingDataException;
import org.metier.training.TrainingProgress;
import org.metier.training.internal.Dice;

/// Boosts regression trees on lambdas (Burges 2010, see [Lambdas]), until a validation set stops getting
/// better if there is one.
///
/// Equal input and settings give equal trees on every machine: every random choice comes from the seed, no
/// order depends on threads, `StrictMath` throughout. Time O(trees x (pairs + rows x features x log(leaves))).
/// Memory besides the rows: see [HistogramGrowing]. Not thread-safe.
public final class LambdaMart {
  /// What was grown.
  ///
  /// @param trees up to the best one on the validation set, scaled by the shrinkage
  /// @param features that every row has
  /// @param validationNdcgAt10 of these trees; 0 without validation
  public record Grown(List<GrownTree> trees, int features, double validationNdcgAt10) {
    public Grown {
      trees = List.copyOf(trees);
    }

    public Forest toForest() {
      return Forest.of(features, 0, trees.stream().map(GrownTree::toTree).toList());
    }

    public double score(double[] row) {
      double sum = 0;
      for (GrownTree tree : trees) {
        sum += tree.output(row);
      }
      return sum;
    }

    public double[] scores(RankedLists lists) {
      double[] scores = new double[lists.size()];
      trees.forEach(tree -> addOutputs(tree, lists, scores));
      return scores;
    }
  }

  private static final RankedLists NOBODY = new RankedLists(new double[0][], new int[0],
      new int[]{0});

  private final ForestSettings settings;
  private final TrainingProgress progress;

  /// @param progress hears of each tree, also of those that were grown before an interruption
  public LambdaMart(ForestSettings settings, TrainingProgress progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /// All trees that the settings ask for, without a validation set to stop early by.
  ///
  /// @throws TrainingDataException if no pair of one person differs in grade, so that there is nothing
  ///     to learn
  Grown fit(RankedLists training) {
    return new Run(training, NOBODY).grow(GrownSoFar.nothing());
  }

  /// @throws TrainingDataException if no pair of one person differs in grade, so that there is nothing
  ///     to learn
  Grown fit(RankedLists training, RankedLists validation) {
    return new Run(training, validation).grow(GrownSoFar.nothing());
  }

  /// As the other, but goes on from where an earlier call with the same lists and settings was interrupted; the
  /// outcome is the same, bit for bit. Every tree is written to the file as it stands.
  ///
  /// @param checkpoint made if it is not there; may be deleted afterwards. Null for none
  /// @throws TrainingDataException if the checkpoint was made with other lists or settings
  public Grown fit(RankedLists training, RankedLists validation, @Nullable Path checkpoint) {
    if (checkpoint == null) {
      return fit(training, validation);
    }
    Run run = new Run(training, validation);
    Checkpoint.Head of = Checkpoint.Head.of(training, validation, settings);
    try (Checkpoint opened = Checkpoint.open(checkpoint, of)) {
      return run.grow(opened);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The trees of an interrupted run, and where new ones go.
  interface GrownSoFar {
    List<GrownTree> trees();

    void add(GrownTree tree);

    static GrownSoFar nothing() {
      return new GrownSoFar() {
        @Override
        public List<GrownTree> trees() {
          return List.of();
        }

        @Override
        public void add(GrownTree tree) {
          // nobody asked for it
        }
      };
    }
  }

  private static void addOutputs(GrownTree tree, RankedLists lists, double[] scores) {
    for (int row = 0; row < scores.length; row++) {
      scores[row] += tree.value()[tree.leaf(lists.columns(), row)];
    }
  }

  private final class Run {
    private final RankedLists training;
    private final RankedLists validation;
    private final TreeGrowing growing;
    private final Lambdas lambdas;
    private final ValidationNdcg ndcg;
    private final double[] scores;
    private final double[] validationScores;
    private final List<GrownTree> trees = new ArrayList<>();
    private final Dice dice = new Dice(settings.seed());
    private double best = -1;
    private int bestCount;

    Run(RankedLists training, RankedLists validation) {
      this.training = training;
      this.validation = validation;
      FeatureSets.require(settings, training.features());
      growing = TreeGrowing.over(training, settings);
      lambdas = new Lambdas(training, settings);
      ndcg = new ValidationNdcg(validation);
      scores = new double[training.size()];
      validationScores = new double[validation.size()];
    }

    Grown grow(GrownSoFar before) {
      boolean isStuck = false;
      while (!isStuck && trees.size() < settings.trees()
          && trees.size() - bestCount < settings.patience()) {
        int[] counts = drawnRows();
        int[] among = FeatureSets.drawn(training.features(), settings.featureShare(), dice);
        if (trees.size() < before.trees().size()) {
          add(before.trees().get(trees.size()));
        } else {
          lambdas.compute(scores);
          GrownTree tree = growing.grow(lambdas.lambda(), lambdas.hessian(), counts, among);
          isStuck = tree.feature().length == 1; // no split is left that gains anything
          if (!isStuck) {
            before.add(tree);
            add(tree);
          }
        }
      }
      if (trees.isEmpty()) {
        throw new TrainingDataException("nothing to learn from " + training.size()
            + " judged pairs: no split keeps minLeaf=" + settings.minLeafRows()
            + " pairs on both sides and tells grades apart");
      }
      return new Grown(trees.subList(0, bestCount), training.features(),
          validation.people() == 0 ? 0 : best);
    }

    private void add(GrownTree tree) {
      trees.add(tree);
      growing.add(tree, scores);
      addOutputs(tree, validation, validationScores);
      double reached = ndcg.mean(validationScores);
      if (reached > best || validation.people() == 0) {
        best = reached;
        bestCount = trees.size();
      }
      progress.treeGrown(trees.size(), settings.trees(), reached);
    }

    /// 1 for each row of the people whose turn it is, 0 for the others.
    private int[] drawnRows() {
      int[] counts = new int[training.size()];
      int left = (int) Math.ceil(settings.listShare() * training.people());
      if (left == training.people() && settings.listShare() == 1) {
        Arrays.fill(counts, 1);
        return counts;
      }
      for (int person : dice.shuffled(IntStream.range(0, training.people()).boxed().toList())) {
        if (left-- > 0) {
          Arrays.fill(counts, training.starts()[person], training.starts()[person + 1], 1);
        }
      }
      return counts;
    }
  }
}
