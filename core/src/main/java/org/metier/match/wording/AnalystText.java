package org.metier.match.wording;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.match.Match;
import org.metier.match.feature.FeatureShare;
import org.metier.match.reason.Reason;
import org.metier.match.wording.Wording.Line;
import org.metier.text.internal.Phrases;

/// The figures behind a match: sums, features and their Shapley values.
final class AnalystText {
  private final Phrases phrases;

  AnalystText(Phrases phrases) {
    this.phrases = phrases;
  }

  List<Line> sums(Match match) {
    double ofReasons = match.reasons().stream().mapToDouble(Reason::contribution).sum();
    List<Line> lines = new ArrayList<>();
    lines.add(Line.of(phrases.of("sum.score", score(phrases, match.score()),
        score(phrases, match.base()), score(phrases, ofReasons),
        Double.toString(match.score() - match.base() - ofReasons))));
    lines.add(Line.of(phrases.of("sum.parts", score(phrases, match.score()),
        value(match.fitness().value()), value(match.interest().value()),
        score(phrases, match.rest()))));
    lines.add(Line.of(phrases.of("sum.bases", score(phrases, match.fitness().base()),
        score(phrases, match.interest().base()))));
    lines.add(Line.of(phrases.of("split." + match.split())));
    return lines;
  }

  private String value(@Nullable Double value) {
    return value == null ? phrases.of("sum.abstained") : score(phrases, value);
  }

  List<Line> features(Match match) {
    List<Line> lines = new ArrayList<>();
    for (FeatureShare share : match.features()) {
      Double value = share.value();
      lines.add(Line.of(phrases.of("feature", share.feature().name(),
          value == null ? phrases.of("feature.unknown") : phrases.decimal(value, 4),
          score(phrases, share.contribution()))));
    }
    return lines;
  }

  /// Signed, four decimals.
  static String score(Phrases phrases, double score) {
    String digits = phrases.decimal(score, 4);
    return digits.startsWith("-") || digits.startsWith("−") ? digits : "+" + digits;
  }
}
