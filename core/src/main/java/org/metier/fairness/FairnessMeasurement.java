package org.metier.fairness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.metier.fairness.Breakdown.Kind;
import org.metier.fairness.Figure.Basis;
import org.metier.measure.Interval;
import org.metier.measure.JointBootstrap;
import org.metier.measure.Wilson;

/// Measures once, for one report. Not thread-safe.
final class FairnessMeasurement {
  /// People in a bin of the calibration error: of fewer, chance alone would make most of it.
  private static final int LEAST_IN_BIN = 250;
  /// People behind a point of a curve.
  private static final int LEAST_AT_POINT = 50;
  private static final int FIGURES = Figure.values().length;

  private final Cases cases;
  private final Settings settings;
  private final ScoreOrder order;
  private final Map<String, String> references = new TreeMap<>();
  private final List<CellFigures> cells = new ArrayList<>();
  private final CellFigures whole;
  private final GroupTable.Maker tables;
  private double[] values = {};
  private double[][] drawn = {};

  /// As collected by [FairnessReport.Builder].
  ///
  /// @param exposureRanks 0 for as many as were selected
  record Settings(Meaning meaning, int least, int draws, long seed, int exposureRanks, int bins,
      Map<String, String> references) {}

  FairnessMeasurement(Cases cases, Settings settings) {
    if (cases.size() < settings.least()) {
      throw new IllegalArgumentException("a report needs at least " + settings.least()
          + " cases, as figures of fewer are hidden; were " + cases.size());
    }
    this.settings = settings;
    order = new ScoreOrder(cases, ranks(cases, settings));
    this.cases = order.cases();
    for (Attribute attribute : cases.attributes()) {
      references.put(attribute.name(), reference(attribute));
    }
    settings.references().keySet().forEach(name -> {
      if (!references.containsKey(name)) {
        throw new IllegalArgumentException("a reference is set for \"" + name
            + "\", which is no attribute; known are " + references.keySet());
      }
    });
    tables = new GroupTable.Maker(cases.size(), this::cell, settings.least());
    whole = cell(IntStream.range(0, cases.size()).toArray());
  }

  private static int ranks(Cases cases, Settings settings) {
    if (settings.exposureRanks() > 0) {
      return settings.exposureRanks();
    }
    int selected = 0;
    for (int i = 0; i < cases.size(); i++) {
      selected += cases.isSelected(i) ? 1 : 0;
    }
    return Math.max(1, selected);
  }

  private String reference(Attribute attribute) {
    String wanted = settings.references().get(attribute.name());
    if (wanted != null && !attribute.values().contains(wanted)) {
      throw new IllegalArgumentException("the reference of " + attribute.name() + " is \"" + wanted
          + "\", which nobody has; known are " + attribute.values());
    }
    return wanted == null ? attribute.largest() : wanted;
  }

  private CellFigures cell(int[] rows) {
    CellFigures cell = new CellFigures(cases, rows, settings.bins(),
        Math.max(LEAST_IN_BIN, settings.least()), cells.size() * FIGURES);
    cells.add(cell);
    return cell;
  }

  FairnessReport report() {
    List<GroupTable> made = tables();
    measure();
    Map<Figure, Finding> ofWhole = new EnumMap<>(Figure.class);
    Set<Basis> hidden = hiddenOfWhole();
    for (Figure figure : Figure.values()) {
      Finding finding = hidden.contains(figure.basis()) ? null : finding(figure, whole, null, null);
      if (finding != null) {
        ofWhole.put(figure, finding);
      }
    }
    List<Breakdown> breakdowns = made.stream().map(table -> breakdown(table, hidden)).toList();
    return new FairnessReport(FairnessReport.FORMAT, settings.meaning(), settings.least(),
        settings.draws(), settings.seed(), order.ranks(), cases.size(),
        whole.counts(Basis.OUTCOMES)[0], references, ofWhole, breakdowns, curves(made), null, null);
  }

  private List<GroupTable> tables() {
    List<GroupTable> made = new ArrayList<>();
    for (Attribute attribute : cases.attributes()) {
      made.add(tables.of(attribute));
    }
    List<GroupTable> lines = List.copyOf(made);
    for (int a = 0; a < lines.size(); a++) {
      for (int b = a + 1; b < lines.size(); b++) {
        Attribute first = lines.get(a).rows();
        Attribute second = lines.get(b).rows();
        boolean isWorth = first.values().size() > 1 && second.values().size() > 1;
        if (isWorth && first.isProtected()) {
          made.add(tables.of(lines.get(a), lines.get(b)));
        } else if (isWorth && second.isProtected()) {
          made.add(tables.of(lines.get(b), lines.get(a)));
        }
      }
    }
    return made;
  }

  private void measure() {
    int figures = cells.size() * FIGURES;
    int[] once = new int[cases.size()];
    Arrays.fill(once, 1);
    values = new double[figures];
    Arrays.fill(values, Double.NaN);
    compute(once, values);
    drawn = JointBootstrap.draws(cases.size(), settings.draws(), figures, settings.seed(),
        this::compute);
  }

  private void compute(int[] times, double[] figures) {
    ScoreOrder.Exposures exposures = order.exposures(times);
    for (CellFigures cell : cells) {
      cell.compute(times, exposures, figures);
    }
  }

  private Set<Basis> hiddenOfWhole() {
    Set<Basis> hidden = EnumSet.noneOf(Basis.class);
    for (Basis basis : Basis.values()) {
      if (Arrays.stream(whole.counts(basis)).anyMatch(count -> count < settings.least())) {
        hidden.add(basis);
      }
    }
    return hidden;
  }

  private Breakdown breakdown(GroupTable table, Set<Basis> hiddenOfWhole) {
    List<GroupCell> shown = new ArrayList<>();
    String referenceRow = references.getOrDefault(table.rows().name(), Attribute.UNKNOWN);
    for (GroupTable.Cell cell : table.cells()) {
      String referenceColumn = table.kind() == Kind.WITHIN_CONTROL
          ? cell.values().getLast()
          : references.getOrDefault(table.attributes().getLast(), Attribute.UNKNOWN);
      List<String> wanted = table.isLine()
          ? List.of(referenceRow)
          : List.of(referenceRow, referenceColumn);
      boolean isReference = cell.values().equals(wanted);
      GroupTable.Cell reference = isReference ? null : table.cell(wanted);
      GroupTable.Cell all = table.kind() == Kind.WITHIN_CONTROL ? table.stratum(cell) : null;
      Map<Figure, Finding> figures = new EnumMap<>(Figure.class);
      for (Figure figure : Figure.values()) {
        Basis basis = figure.basis();
        if (!cell.hidden().contains(basis)) {
          CellFigures others = all == null
              ? (hiddenOfWhole.contains(basis) ? null : whole)
              : shownIn(all, basis);
          Finding finding = finding(figure, cell.figures(), others, shownIn(reference, basis));
          if (finding != null) {
            figures.put(figure, finding);
          }
        }
      }
      Integer people = cell.hidden().contains(Basis.PEOPLE)
          ? null
          : cell.figures().counts(Basis.PEOPLE)[0];
      shown.add(new GroupCell(cell.values(), isReference, people, cell.hidden(), figures));
    }
    return new Breakdown(table.kind(), table.attributes(), shown);
  }

  private static @Nullable CellFigures shownIn(GroupTable.@Nullable Cell cell, Basis basis) {
    return cell == null || cell.hidden().contains(basis) ? null : cell.figures();
  }

  private @Nullable Finding finding(Figure figure, CellFigures cell, @Nullable CellFigures all,
      @Nullable CellFigures reference) {
    double value = values[at(figure, cell)];
    return Double.isFinite(value)
        ? new Finding(value, interval(figure, cell), cell.people(figure), gap(figure, cell, all),
            gap(figure, cell, reference))
        : null;
  }

  /// Of a share that nobody or everybody has, every draw is the same, as if it were sure: of 20 people each of whom has a
  /// chance of 5 %, nobody is one in 36 % of cases. There Wilson's interval holds.
  private @Nullable Interval interval(Figure figure, CellFigures cell) {
    return isExtreme(figure, cell)
        ? Wilson.of(values[at(figure, cell)] > 0.5 ? cell.people(figure) : 0, cell.people(figure))
        : JointBootstrap.interval(drawn[at(figure, cell)]);
  }

  private boolean isExtreme(Figure figure, CellFigures cell) {
    double value = values[at(figure, cell)];
    return figure.isShare() && (value == 0 || value == 1);
  }

  private @Nullable Gap gap(Figure figure, CellFigures cell, @Nullable CellFigures others) {
    if (others == null || !Double.isFinite(values[at(figure, others)])) {
      return null;
    }
    double value = values[at(figure, cell)];
    double other = values[at(figure, others)];
    boolean hasRatio = other > 0 && !isSigned(figure);
    boolean isSame = cell.people(figure) == others.people(figure) && value == other;
    if (!isSame && (isExtreme(figure, cell) || isExtreme(figure, others))) {
      return new Gap(value - other, apart(figure, cell, others), hasRatio ? value / other : null,
          null);
    }
    double[] ofCell = drawn[at(figure, cell)];
    double[] ofOthers = drawn[at(figure, others)];
    double[] differences = new double[ofCell.length];
    double[] ratios = new double[ofCell.length];
    for (int i = 0; i < ofCell.length; i++) {
      differences[i] = ofCell[i] - ofOthers[i];
      ratios[i] = ofCell[i] / ofOthers[i];
    }
    return new Gap(value - other, JointBootstrap.interval(differences),
        hasRatio ? value / other : null, hasRatio ? JointBootstrap.interval(ratios) : null);
  }

  /// Of a difference from the intervals of both (Newcombe, "Interval Estimation for the Difference Between Independent
  /// Proportions", Statistics in Medicine 17, 1998, method 10; of other intervals than Wilson's: Zou, Donner, "Construction
  /// of Confidence Limits about Effect Measures", Statistics in Medicine 27, 2008).
  private @Nullable Interval apart(Figure figure, CellFigures cell, CellFigures others) {
    Interval one = interval(figure, cell);
    Interval two = interval(figure, others);
    if (one == null || two == null) {
      return null;
    }
    double value = values[at(figure, cell)];
    double other = values[at(figure, others)];
    return new Interval(value - other - Math.hypot(value - one.low(), two.high() - other),
        value - other + Math.hypot(one.high() - value, other - two.low()));
  }

  /// Whether a figure may be negative, so that a ratio would say nothing.
  private boolean isSigned(Figure figure) {
    return figure == Figure.CALIBRATION_GAP
        || (figure == Figure.MEAN_SCORE && !cases.areChances());
  }

  private static int at(Figure figure, CellFigures cell) {
    return cell.at() + figure.ordinal();
  }

  private List<CalibrationCurve> curves(List<GroupTable> made) {
    List<CalibrationCurve> curves = new ArrayList<>();
    if (!hiddenOfWhole().contains(Basis.OUTCOMES) && cases.areChances()) {
      curves.add(curve("", "", whole));
    }
    for (GroupTable table : made) {
      for (GroupTable.Cell cell : table.cells()) {
        if (table.kind() == Kind.PROTECTED && !cell.hidden().contains(Basis.OUTCOMES)
            && cases.areChances()) {
          curves.add(curve(table.rows().name(), cell.values().getFirst(), cell.figures()));
        }
      }
    }
    return curves;
  }

  private CalibrationCurve curve(String attribute, String value, CellFigures figures) {
    return new CalibrationCurve(attribute, value,
        figures.curve(Math.max(LEAST_AT_POINT, settings.least())));
  }
}
