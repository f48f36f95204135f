package org.metier.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.metier.evaluation.EvaluationRun.RunCase;
import org.metier.fairness.Breakdown;
import org.metier.fairness.FairnessReport;
import org.metier.fairness.Figure;
import org.metier.fairness.GroupCell;
import org.metier.potential.CapacityCurve;

/// Who would be invited to help, and who of those in need missed, at each capacity: a [CapacityCurve] as it may be shown,
/// without groups that the fairness report hides. Immutable.
///
/// @param chosen share of the people who are selected now, 0 to 1
/// @param shares of the people for whom there is room, ascending
/// @param lines of everybody first, and of each group of each protected attribute that may be shown
public record CapacityTable(double chosen, List<Double> shares, List<Line> lines) {
  private static final double[] USUAL = {0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.75};
  private static final char SEPARATOR = '\u0000';

  /// Of some people.
  ///
  /// @param attribute empty for everybody
  /// @param value of the attribute, empty where it is not known
  /// @param invited of all of them, at each capacity, 0 to 1
  /// @param missed of those in need, those who are not invited, at each capacity, 0 to 1; empty where that is hidden
  public record Line(String attribute, String value, List<Double> invited, List<Double> missed) {
    public Line {
      invited = List.copyOf(invited);
      missed = List.copyOf(missed);
    }
  }

  public CapacityTable {
    shares = List.copyOf(shares);
    lines = List.copyOf(lines);
    for (Line line : lines) {
      if (line.invited().size() != shares.size()
          || (!line.missed().isEmpty() && line.missed().size() != shares.size())) {
        throw new IllegalArgumentException("a line has as many figures as there are shares, "
            + shares.size() + "; had " + line.invited().size() + " and " + line.missed().size());
      }
    }
  }

  /// @param cases whose score says their need
  /// @param groups attribute to the value of each case
  /// @param fairness of the same cases; says what may be shown
  /// @return null where nobody got a score
  static @Nullable CapacityTable of(List<RunCase> cases, Map<String, String[]> groups,
      FairnessReport fairness) {
    int n = cases.size();
    long scored = cases.stream().filter(one -> one.score() != null).count();
    if (scored == 0) {
      return null;
    }
    double chosen = (double) cases.stream().filter(RunCase::isSelected).count() / n;
    TreeSet<Double> shares = new TreeSet<>();
    Arrays.stream(USUAL).forEach(shares::add);
    if (chosen > 0) {
      shares.add(chosen);
    }
    shares.removeIf(share -> Math.round(share * n) > scored);
    Map<String, @Nullable String[]> named = new LinkedHashMap<>();
    groups.forEach((attribute, values) -> named.put(attribute,
        Arrays.stream(values).map(value -> attribute + SEPARATOR + value).toArray(String[]::new)));
    CapacityCurve curve = curve(cases, named,
        shares.stream().mapToDouble(Double::doubleValue).toArray());
    List<Line> lines = new ArrayList<>();
    lines.add(line("", "", curve, CapacityCurve.Point::all,
        fairness.whole().containsKey(Figure.MISS_RATE)));
    for (Breakdown breakdown : fairness.breakdowns()) {
      if (breakdown.kind() == Breakdown.Kind.PROTECTED) {
        String attribute = breakdown.attributes().getFirst();
        for (GroupCell cell : breakdown.cells()) {
          if (cell.people() != null) {
            String value = cell.values().getFirst();
            String key = attribute + SEPARATOR + value;
            lines.add(line(attribute, value, curve, point -> point.byGroup().get(key),
                cell.figures().containsKey(Figure.MISS_RATE)));
          }
        }
      }
    }
    return new CapacityTable(chosen, List.copyOf(shares), lines);
  }

  /// Whoever has no score is invited by none.
  private static CapacityCurve curve(List<RunCase> cases,
      Map<String, @Nullable String[]> groups, double[] shares) {
    int n = cases.size();
    double[] chances = new double[n];
    @Nullable
    Boolean[] isHelped = new @Nullable Boolean[n];
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      RunCase one = cases.get(i);
      Double need = one.score();
      Boolean isInNeed = one.outcome();
      Double weight = one.weight();
      chances[i] = need == null ? Double.POSITIVE_INFINITY : 1 - need;
      isHelped[i] = isInNeed == null ? null : (Boolean) !isInNeed;
      weights[i] = weight == null ? 1 : weight;
    }
    return CapacityCurve.of(chances, isHelped, weights, groups, shares);
  }

  /// Finds the counts of some people.
  private interface Counts {
    CapacityCurve.@Nullable Tally at(CapacityCurve.Point point);
  }

  private static Line line(String attribute, String value, CapacityCurve curve, Counts counts,
      boolean hasMissed) {
    List<Double> invited = new ArrayList<>();
    List<Double> missed = new ArrayList<>();
    for (CapacityCurve.Point point : curve.points()) {
      CapacityCurve.Tally tally = counts.at(point);
      if (tally == null) {
        throw new IllegalStateException(attribute + " " + value + " was not counted");
      }
      invited.add((double) tally.invited() / tally.people());
      if (hasMissed) {
        tally.missedShare().ifPresent(missed::add);
      }
    }
    return new Line(attribute, value, invited, missed);
  }

  /// Attributes in their order, each with its lines.
  Map<String, List<Line>> byAttribute() {
    Map<String, List<Line>> found = new LinkedHashMap<>();
    lines.stream()
        .filter(line -> !line.attribute().isEmpty())
        .forEach(line -> found.computeIfAbsent(line.attribute(), a -> new ArrayList<>())
            .add(line));
    return found;
  }
}
