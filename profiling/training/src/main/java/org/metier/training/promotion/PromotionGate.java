package org.metier.training.promotion;

import java.util.ArrayList;
import java.util.List;

/// Whether a candidate may serve: all bounds kept. What was not measured is said, and keeps no bound.
///
/// @param checks each bound that could be checked
/// @param notMeasured what could not be, and why
public record PromotionGate(List<GateCheck> checks, List<String> notMeasured) {
  public PromotionGate {
    checks = List.copyOf(checks);
    notMeasured = List.copyOf(notMeasured);
  }

  /// Holds a comparison against bounds.
  public static PromotionGate of(RankerComparison comparison, PromotionBounds bounds) {
    List<GateCheck> checks = new ArrayList<>();
    List<String> notMeasured = new ArrayList<>();
    int people = comparison.find("ndcg@10").map(ComparedFigure::people).orElse(0);
    checks.add(GateCheck.atLeast("peopleAtLeast", people, bounds.peopleAtLeast(),
        "held-out people whose vacancies differ in grade"));
    comparison.find("ndcg@10")
        .ifPresent(ndcg -> checks.add(GateCheck.atMost("ndcgAt10LossAtMost",
            Math.max(0, -ndcg.differenceInterval().low()), bounds.ndcgAt10LossAtMost(),
            "loss of NDCG@10 that the interval of the paired difference leaves possible")));
    comparison.find("calibration error").ifPresentOrElse(error -> {
      checks.add(GateCheck.atMost("calibrationErrorAtMost", error.candidate(),
          bounds.calibrationErrorAtMost(), "calibration error"));
      checks.add(GateCheck.atMost("calibrationErrorRiseAtMost", Math.max(0, error.difference()),
          bounds.calibrationErrorRiseAtMost(), "rise of the calibration error"));
    }, () -> notMeasured.add("calibration: there are no people to turn scores into chances by"));
    addGaps(comparison, bounds, checks, notMeasured);
    checks.add(GateCheck.atMost("topTenChangedShareAtMost", comparison.topTens().changedShare(),
        bounds.topTenChangedShareAtMost(), "share of people of whose first ten fewer than "
            + bounds.topTenKeptAtLeast() + " stay"));
    comparison.find("coverage@10")
        .ifPresent(coverage -> checks.add(GateCheck.atMost("coverageLossAtMost",
            Math.max(0, -coverage.difference()), bounds.coverageLossAtMost(),
            "share of the candidates that is no longer among anybody's first ten")));
    return new PromotionGate(checks, notMeasured);
  }

  private static void addGaps(RankerComparison comparison, PromotionBounds bounds,
      List<GateCheck> checks, List<String> notMeasured) {
    if (comparison.gaps().isEmpty()) {
      notMeasured.add("gaps between groups of people: no file of groups was given");
    }
    for (GroupGap gap : comparison.gaps()) {
      if (gap.groups().size() < 2) {
        notMeasured.add("gap by " + gap.attribute() + ": fewer than two groups have "
            + GroupGap.MIN_PEOPLE + " held-out people");
      } else {
        checks.add(GateCheck.atMost("groupGapAtMost: " + gap.attribute(), gap.candidate(),
            bounds.groupGapAtMost(), "NDCG@10 between the best and the worst served group"));
        checks.add(GateCheck.atMost("groupGapRiseAtMost: " + gap.attribute(),
            Math.max(0, gap.rise()), bounds.groupGapRiseAtMost(), "rise of that gap"));
      }
    }
  }

  /// Whether all bounds are kept.
  public boolean isPassed() {
    return checks.stream().allMatch(GateCheck::isKept);
  }

  /// The bounds that are not kept.
  public List<GateCheck> broken() {
    return checks.stream().filter(check -> !check.isKept()).toList();
  }
}
