package org.metier.monitoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.json.Json;
import org.metier.measure.Interval;
import org.metier.measure.Wilson;

/// Calibration on outcomes as they arrive, and an alarm that may be looked at after every one of them.
///
/// The alarm bets against the model: if each forecast is the chance of its outcome given all before, no bet
/// gains on average, and the chance that the wealth ever reaches `1 / falseAlarmRate` is at most that rate,
/// however long one looks (Ville, "Étude critique de la notion de collectif", 1939; Ramdas, Grünwald, Vovk,
/// Shafer, "Game-Theoretic Statistics and Safe Anytime-Valid Inference", Statistical Science 38, 2023). It bets
/// that outcomes are more, or fewer, than forecast, everywhere or where forecasts are above or below a half, by
/// several stakes at once. Forecasts that are right in sum but do not tell people apart are not found by it:
/// compare models for that.
///
/// Immutable: [#with] gives the next state. As JSON by [Json]; counts and sums alone.
///
/// @param format [#FORMAT]
/// @param modelSha256 of the model whose forecasts they are
/// @param falseAlarmRate chance of ever raising the alarm on a calibrated model; above 0 and below 1
/// @param since when the watch began
/// @param updatedAt when the last outcome arrived
/// @param bins of forecasts, a tenth of the range each
/// @param logWealth of each bet, natural logarithm
/// @param mostLogWealth the largest mean wealth so far, natural logarithm; an alarm stays
public record CalibrationWatch(String format, String modelSha256, double falseAlarmRate,
    Instant since, Instant updatedAt, List<Bin> bins, List<Double> logWealth,
    double mostLogWealth) {
  /// Name and version of the JSON.
  public static final String FORMAT = "metier-calibration-watch-1";

  private static final int BINS = 10;
  private static final double[] STAKES = {0.02, 0.05, 0.1, 0.2, 0.4};
  /// More, fewer; steeper, flatter.
  private static final int DIRECTIONS = 4;

  /// What the watch says.
  public enum Verdict {
    /// The model is no longer calibrated.
    ALARM,
    /// No alarm, and forecasts and outcomes agree in sum to within the tolerance, for all that chance allows.
    HOLDS,
    /// No alarm, and no all-clear either: a larger gap is possible.
    TOO_FEW
  }

  /// Outcomes of forecasts near each other.
  ///
  /// @param forecasts their sum
  /// @param came how many came about
  public record Bin(long outcomes, double forecasts, long came) {
    public Bin {
      if (outcomes < 0 || came < 0 || came > outcomes || !(forecasts >= 0)) {
        throw new IllegalArgumentException("a bin counts outcomes, of which some came about; was "
            + outcomes + ", " + came + ", " + forecasts);
      }
    }

    /// Where the share lies that came about; only of at least one outcome.
    public Interval interval() {
      return Wilson.of(came, outcomes);
    }
  }

  public CalibrationWatch {
    if (!format.equals(FORMAT)) {
      throw new IllegalArgumentException("format must be " + FORMAT + ", was " + format);
    }
    if (!(falseAlarmRate > 0 && falseAlarmRate < 1)) {
      throw new IllegalArgumentException(
          "falseAlarmRate must be above 0 and below 1, was " + falseAlarmRate);
    }
    bins = List.copyOf(bins);
    logWealth = List.copyOf(logWealth);
    if (bins.size() != BINS || logWealth.size() != DIRECTIONS * STAKES.length) {
      throw new IllegalArgumentException("a watch has 10 bins and 20 bets, had " + bins.size()
          + " and " + logWealth.size());
    }
  }

  /// A watch that has seen nothing.
  ///
  /// @param falseAlarmRate such as 0.01
  public static CalibrationWatch begin(String modelSha256, double falseAlarmRate, Instant now) {
    return new CalibrationWatch(FORMAT, modelSha256, falseAlarmRate, now, now,
        Collections.nCopies(BINS, new Bin(0, 0, 0)),
        Collections.nCopies(DIRECTIONS * STAKES.length, 0.0), 0);
  }

  /// Reads what [Json#write] wrote.
  ///
  /// @throws IllegalArgumentException if the text is no such state; the message names line and property
  public static CalibrationWatch read(String json) {
    return Json.read(json, CalibrationWatch.class);
  }

  /// The state after more outcomes, in the order in which they arrived. Outcomes that are not known, such as of
  /// people who moved away, must be left out for reasons that have nothing to do with them.
  ///
  /// @param forecasts chances, 0 to 1
  /// @param came whether each outcome came about
  public CalibrationWatch with(double[] forecasts, boolean[] came, Instant now) {
    if (forecasts.length != came.length) {
      throw new IllegalArgumentException(
          forecasts.length + " forecasts and " + came.length + " outcomes do not belong together");
    }
    List<Bin> counted = new ArrayList<>(bins);
    double[] wealth = logWealth.stream().mapToDouble(Double::doubleValue).toArray();
    double most = mostLogWealth;
    for (int i = 0; i < forecasts.length; i++) {
      double forecast = forecasts[i];
      if (!(forecast >= 0 && forecast <= 1)) {
        throw new IllegalArgumentException(
            "outcome " + i + ": a forecast must be 0 to 1, was " + forecast);
      }
      int b = Math.min(BINS - 1, (int) (forecast * BINS));
      Bin bin = counted.get(b);
      counted.set(b, new Bin(bin.outcomes() + 1, bin.forecasts() + forecast,
          bin.came() + (came[i] ? 1 : 0)));
      double surprise = (came[i] ? 1 : 0) - forecast;
      double side = forecast < 0.5 ? -1 : 1;
      for (int bet = 0; bet < wealth.length; bet++) {
        double stake = STAKES[bet / DIRECTIONS];
        wealth[bet] += StrictMath.log1p(stake * surprise * switch (bet % DIRECTIONS) {
          case 0 -> 1;
          case 1 -> -1;
          case 2 -> side;
          default -> -side;
        });
      }
      most = Math.max(most, logMean(wealth));
    }
    return new CalibrationWatch(format, modelSha256, falseAlarmRate, since, now, counted,
        Arrays.stream(wealth).boxed().toList(), most);
  }

  private static double logMean(double[] logs) {
    double largest = Arrays.stream(logs).max().orElse(0);
    double sum = 0;
    for (double log : logs) {
      sum += StrictMath.exp(log - largest);
    }
    return largest + StrictMath.log(sum / logs.length);
  }

  /// Whether the model was found to be no longer calibrated; once raised, it stays.
  public boolean isAlarm() {
    return mostLogWealth >= -StrictMath.log(falseAlarmRate);
  }

  /// How many outcomes were seen.
  public long outcomes() {
    return bins.stream().mapToLong(Bin::outcomes).sum();
  }

  /// Mean forecast less observed share; 0 before the first outcome.
  public double gap() {
    long seen = outcomes();
    double forecasts = bins.stream().mapToDouble(Bin::forecasts).sum();
    return seen == 0
        ? 0
        : (forecasts - bins.stream().mapToLong(Bin::came).sum()) / seen;
  }

  /// Where the gap may lie for all that chance allows, by the Wilson interval of the observed share; null before the
  /// first outcome. Outcomes of unequal chances vary less than that, so it errs on the side of caution.
  public @Nullable Interval gapInterval() {
    long seen = outcomes();
    if (seen == 0) {
      return null;
    }
    double forecast = bins.stream().mapToDouble(Bin::forecasts).sum() / seen;
    Interval share = Wilson.of(bins.stream().mapToLong(Bin::came).sum(), seen);
    return new Interval(forecast - share.high(), forecast - share.low());
  }

  /// @param tolerance of the gap, above 0, such as 0.05
  public Verdict verdict(double tolerance) {
    if (!(tolerance > 0)) {
      throw new IllegalArgumentException("tolerance must be above 0, was " + tolerance);
    }
    if (isAlarm()) {
      return Verdict.ALARM;
    }
    Interval gap = gapInterval();
    return gap != null && gap.low() >= -tolerance && gap.high() <= tolerance
        ? Verdict.HOLDS
        : Verdict.TOO_FEW;
  }
}
