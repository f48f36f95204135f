package org.metier.fairness;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.metier.measure.Interval;
import org.metier.report.Numbers;
import org.metier.text.Language;
import org.metier.text.internal.Phrases;

/// Words figures and groups. Immutable and thread-safe.
final class FairnessWords {
  private final Phrases phrases;
  private final Numbers numbers;

  FairnessWords(Language language) {
    phrases = Phrases.of(FairnessWords.class, "fairness", language);
    numbers = Numbers.in(language);
  }

  String of(String key, Object... arguments) {
    return phrases.of(key, arguments);
  }

  Numbers numbers() {
    return numbers;
  }

  String name(Figure figure) {
    return phrases.of("figure." + figure);
  }

  String meaning(Figure figure) {
    return phrases.of("meaning." + figure);
  }

  /// `f, 55-64`.
  String group(List<String> values) {
    return values.stream().map(this::value).collect(Collectors.joining(", "));
  }

  /// `sex: f, age: 55-64`; a value that names its attribute, such as `45<=age`, stands alone.
  String group(List<String> attributes, List<String> values) {
    return values.isEmpty()
        ? of("everybody")
        : IntStream.range(0, values.size())
            .mapToObj(i -> values.get(i).contains(attributes.get(i))
                ? values.get(i)
                : of("group", attributes.get(i), value(values.get(i))))
            .collect(Collectors.joining(", "));
  }

  String value(String value) {
    return value.isEmpty() ? of("unknown") : value;
  }

  private static boolean isShare(Figure figure) {
    return switch (figure) {
      case SELECTION_RATE, ABSTENTION_RATE, BASE_RATE, TRUE_POSITIVE_RATE, MISS_RATE, FALSE_POSITIVE_RATE, PRECISION, CALIBRATION_ERROR ->
        true;
      case EXPOSURE_RATIO, MEAN_SCORE, BRIER, AUC, CALIBRATION_GAP -> false;
    };
  }

  String value(Figure figure, double value) {
    return isShare(figure)
        ? numbers.share(value)
        : figure == Figure.CALIBRATION_GAP
            ? of("points", numbers.pointsOf(value))
            : numbers.decimal(value, 3);
  }

  String interval(Figure figure, @Nullable Interval interval) {
    return interval == null
        ? numbers.none()
        : of("interval", value(figure, interval.low()), value(figure, interval.high()));
  }

  String difference(Figure figure, double difference) {
    return isShare(figure) || figure == Figure.CALIBRATION_GAP
        ? of("points", numbers.pointsOf(difference))
        : numbers.signed(difference, 3);
  }

  String difference(Figure figure, @Nullable Gap gap) {
    return gap == null ? numbers.none() : difference(figure, gap.difference());
  }

  String differenceInterval(Figure figure, @Nullable Gap gap) {
    Interval interval = gap == null ? null : gap.differenceInterval();
    return interval == null
        ? numbers.none()
        : of("interval", difference(figure, interval.low()), difference(figure, interval.high()));
  }

  String ratio(@Nullable Gap gap) {
    Double ratio = gap == null ? null : gap.ratio();
    return ratio == null ? numbers.none() : numbers.decimal(ratio, 2);
  }
}
