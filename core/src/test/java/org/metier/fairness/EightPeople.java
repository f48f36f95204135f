package org.metier.fairness;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.metier.fairness.Meaning.Effect;

/// A small table whose figures can be worked by hand, and how to look one up.
@NullUnmarked
final class EightPeople {
  static final Meaning HELP = new Meaning("is offered extra help",
      "is still without work after 26 weeks", Effect.HELP);

  private EightPeople() {}

  /// Eight people, four of each group; the threshold is 0.5.
  ///
  /// | group | chance | selected | outcome |
  /// | a | .9 .6 .4 .1 | y y n n | y n y n |
  /// | b | .8 .3 .2 .1 | y n n n | y y n n |
  static Cases eight() {
    double[] ones = new double[8];
    Arrays.fill(ones, 1);
    return Cases.of(new boolean[]{true, true, false, false, true, false, false, false})
        .chances(new double[]{.9, .6, .4, .1, .8, .3, .2, .1})
        .outcomes(new boolean[]{true, false, true, false, true, true, false, false}, ones)
        .attribute("group", new String[]{"a", "a", "a", "a", "b", "b", "b", "b"})
        .build();
  }

  static FairnessReport report(Cases cases) {
    return FairnessReport.builder(HELP).least(2).draws(200).measure(cases);
  }

  static GroupCell cell(FairnessReport report, List<String> attributes, String... values) {
    return report.breakdowns()
        .stream()
        .filter(b -> b.attributes().equals(attributes))
        .flatMap(b -> b.cells().stream())
        .filter(c -> c.values().equals(List.of(values)))
        .findFirst()
        .orElseThrow();
  }

  static double value(GroupCell cell, Figure figure) {
    return cell.figures().get(figure).value();
  }

  static Cases tenfold() {
    Cases eight = eight();
    boolean[] selected = new boolean[80];
    boolean[] outcomes = new boolean[80];
    double[] chances = new double[80];
    double[] weights = new double[80];
    String[] groups = new String[80];
    for (int i = 0; i < 80; i++) {
      selected[i] = eight.isSelected(i % 8);
      outcomes[i] = eight.hasOutcome(i % 8);
      chances[i] = eight.score(i % 8);
      weights[i] = 1;
      groups[i] = i % 8 < 4 ? "a" : "b";
    }
    return Cases.of(selected)
        .chances(chances)
        .outcomes(outcomes, weights)
        .attribute("group", groups)
        .build();
  }
}
