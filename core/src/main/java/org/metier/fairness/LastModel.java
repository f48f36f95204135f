package org.metier.fairness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.metier.measure.Interval;

/// What changed for groups since the last model.
///
/// @param name of that model
/// @param changes of every figure that both reports show
public record LastModel(String name, List<Change> changes) {

  /// @param attributes of the breakdown; empty for everybody
  /// @param values of the group
  /// @param before with the last model
  /// @param now with this one
  /// @param gapBefore difference to the reference group then; null without one
  /// @param gapNow difference to the reference group now; null without one
  /// @param isBeyondChance whether the two figures differ by more than their intervals allow, as if measured
  ///     on different people; on the same people that errs on the side of chance
  public record Change(List<String> attributes, List<String> values, Figure figure, double before,
      double now, @Nullable Double gapBefore, @Nullable Double gapNow, boolean isBeyondChance) {
    public Change {
      attributes = List.copyOf(attributes);
      values = List.copyOf(values);
    }
  }

  public LastModel {
    changes = List.copyOf(changes);
  }

  static LastModel of(String name, FairnessReport before, FairnessReport now) {
    if (!before.meaning().equals(now.meaning())) {
      throw new IllegalArgumentException("the last report is about another question: there"
          + " selected means \"" + before.meaning().selected() + "\" and the outcome is \""
          + before.meaning().outcome() + "\" (" + before.meaning().effect() + "), here \""
          + now.meaning().selected() + "\" and \"" + now.meaning().outcome() + "\" ("
          + now.meaning().effect() + ")");
    }
    List<Change> changes = new ArrayList<>();
    add(List.of(), List.of(), before.whole(), now.whole(), changes);
    for (Breakdown breakdown : now.breakdowns()) {
      for (GroupCell cell : breakdown.cells()) {
        before.breakdowns()
            .stream()
            .filter(b -> b.kind() == breakdown.kind()
                && b.attributes().equals(breakdown.attributes()))
            .flatMap(b -> b.cells().stream())
            .filter(b -> b.values().equals(cell.values()))
            .forEach(b -> add(breakdown.attributes(), cell.values(), b.figures(), cell.figures(),
                changes));
      }
    }
    return new LastModel(name, changes);
  }

  private static void add(List<String> attributes, List<String> values,
      Map<Figure, Finding> before, Map<Figure, Finding> now, List<Change> changes) {
    now.forEach((figure, finding) -> {
      Finding then = before.get(figure);
      if (then != null) {
        changes.add(new Change(attributes, values, figure, then.value(), finding.value(),
            difference(then), difference(finding), isBeyondChance(then, finding)));
      }
    });
  }

  private static @Nullable Double difference(Finding finding) {
    return finding.toReference() == null ? null : finding.toReference().difference();
  }

  private static boolean isBeyondChance(Finding before, Finding now) {
    Interval then = before.interval();
    Interval today = now.interval();
    return then != null && today != null && Math.abs(now.value() - before.value()) > Math
        .hypot((then.high() - then.low()) / 2, (today.high() - today.low()) / 2);
  }
}
