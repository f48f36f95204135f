package org.metier.fairness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.metier.fairness.Attribute.Role;

/// People about whom something was decided, as parallel arrays: score, whether they were selected, what came
/// of it, and which groups they are in. Immutable and thread-safe.
public final class Cases {
  private final double[] scores;
  private final boolean areChances;
  private final boolean[] selected;
  private final boolean[] outcomes;
  private final double[] weights;
  private final List<Attribute> attributes;

  private Cases(Builder builder) {
    scores = builder.scores.clone();
    areChances = builder.areChances;
    selected = builder.selected.clone();
    outcomes = builder.outcomes.clone();
    weights = builder.weights.clone();
    attributes = List.copyOf(builder.attributes);
  }

  /// @param selected whether each case was selected; says how many cases there are, at least one
  public static Builder of(boolean[] selected) {
    return new Builder(selected);
  }

  private Cases(Cases other, int[] order) {
    int n = order.length;
    scores = new double[n];
    selected = new boolean[n];
    outcomes = new boolean[n];
    weights = new double[n];
    for (int i = 0; i < n; i++) {
      scores[i] = other.scores[order[i]];
      selected[i] = other.selected[order[i]];
      outcomes[i] = other.outcomes[order[i]];
      weights[i] = other.weights[order[i]];
    }
    areChances = other.areChances;
    attributes = other.attributes.stream().map(attribute -> attribute.by(order)).toList();
  }

  /// The same cases in another order.
  Cases by(int[] order) {
    return new Cases(this, order);
  }

  /// How many.
  public int size() {
    return selected.length;
  }

  /// NaN for a case without a score.
  double score(int item) {
    return scores[item];
  }

  boolean isScored(int item) {
    return !Double.isNaN(scores[item]);
  }

  boolean areChances() {
    return areChances;
  }

  boolean isSelected(int item) {
    return selected[item];
  }

  boolean isKnown(int item) {
    return weights[item] > 0;
  }

  /// Means something only where [#isKnown].
  boolean hasOutcome(int item) {
    return outcomes[item];
  }

  /// 0 where the outcome is not known.
  double weight(int item) {
    return weights[item];
  }

  List<Attribute> attributes() {
    return attributes;
  }

  double[] scores() {
    return scores.clone();
  }

  /// Collects what is known of the cases. Not thread-safe.
  public static final class Builder {
    private final boolean[] selected;
    private double[] scores;
    private boolean areChances;
    private boolean[] outcomes;
    private double[] weights;
    private final List<Attribute> attributes = new ArrayList<>();

    private Builder(boolean[] selected) {
      if (selected.length == 0) {
        throw new IllegalArgumentException("there must be at least one case");
      }
      this.selected = selected.clone();
      scores = new double[selected.length];
      Arrays.fill(scores, Double.NaN);
      outcomes = new boolean[selected.length];
      weights = new double[selected.length];
    }

    /// Scores that only put people in order, higher meaning that the outcome is likelier; NaN for a case
    /// without one. By default nobody has a score.
    public Builder scores(double[] values) {
      requireOneEach("scores", values.length);
      for (int i = 0; i < values.length; i++) {
        if (Double.isInfinite(values[i])) {
          throw new IllegalArgumentException(
              "case " + i + ": a score must be finite, or NaN for none, was " + values[i]);
        }
      }
      scores = values.clone();
      areChances = false;
      return this;
    }

    /// Scores that forecast the outcome's chance, so that calibration can be judged.
    ///
    /// @param values 0 to 1; NaN for a case without one
    public Builder chances(double[] values) {
      requireOneEach("chances", values.length);
      for (int i = 0; i < values.length; i++) {
        if (values[i] < 0 || values[i] > 1) {
          throw new IllegalArgumentException(
              "case " + i + ": a chance must be 0 to 1, or NaN for none, was " + values[i]);
        }
      }
      scores = values.clone();
      areChances = true;
      return this;
    }

    /// What came of the cases; by default that is not known of anybody.
    ///
    /// @param came whether the outcome came about; not looked at where the weight is 0
    /// @param weight above 0 and finite where the outcome is known, 1 as a rule, more where a case stands for
    ///     others that were not observed to the end; 0 where it is not known
    public Builder outcomes(boolean[] came, double[] weight) {
      requireOneEach("outcomes", came.length);
      requireOneEach("weights", weight.length);
      for (int i = 0; i < weight.length; i++) {
        if (!(weight[i] >= 0 && weight[i] < Double.POSITIVE_INFINITY)) {
          throw new IllegalArgumentException(
              "case " + i + ": a weight must be at least 0 and finite, was " + weight[i]);
        }
      }
      outcomes = came.clone();
      weights = weight.clone();
      return this;
    }

    /// A protected attribute: its groups are compared, alone and with those of every other one.
    ///
    /// @param name such as `sex`
    /// @param valueOfCase such as `f`; empty where it is not known
    public Builder attribute(String name, String[] valueOfCase) {
      return add(name, Role.PROTECTED, valueOfCase);
    }

    /// A feature within whose values protected groups are compared too, such as the region, so that a gap
    /// between regions is not taken for one between groups.
    public Builder control(String name, String[] valueOfCase) {
      return add(name, Role.CONTROL, valueOfCase);
    }

    private Builder add(String name, Role role, String[] valueOfCase) {
      requireOneEach("values of " + name, valueOfCase.length);
      if (attributes.stream().anyMatch(a -> a.name().equals(name))) {
        throw new IllegalArgumentException("attribute " + name + " was given before");
      }
      attributes.add(new Attribute(name, role, valueOfCase));
      return this;
    }

    private void requireOneEach(String what, int length) {
      if (length != selected.length) {
        throw new IllegalArgumentException(
            "expected " + selected.length + " " + what + ", one per case; were " + length);
      }
    }

    public Cases build() {
      return new Cases(this);
    }
  }
}
