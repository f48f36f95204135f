package org.metier.monitoring;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.metier.json.Json;
import org.metier.measure.Interval;
import org.metier.measure.Wilson;

/// How often people overrule a model. Near never, nobody may be looking (in Poland counsellors corrected 0.58 %
/// of profiles); near always, nobody believes it. Immutable; as JSON by [Json]; counts alone.
///
/// @param format [#FORMAT]
/// @param modelSha256 of the model that is overruled
/// @param low rate below which nobody may be looking, 0 to 1
/// @param high rate above which nobody believes it, at least `low`, at most 1
/// @param since when counting began
/// @param updatedAt when the last decision was counted
/// @param decisions that a person made with the score in view
/// @param overrides of them, those against the score
public record OverrideWatch(String format, String modelSha256, double low, double high,
    Instant since, Instant updatedAt, long decisions, long overrides) {
  /// Name and version of the JSON.
  public static final String FORMAT = "metier-override-watch-1";

  /// What the rate says.
  public enum State {
    /// A limit lies within the interval, or no decision was counted: neither alarm nor all-clear.
    TOO_FEW,
    /// The whole interval lies between the limits.
    BETWEEN,
    /// The whole interval lies below the lower limit.
    NEAR_NEVER,
    /// The whole interval lies above the upper limit.
    NEAR_ALWAYS
  }

  public OverrideWatch {
    if (!format.equals(FORMAT)) {
      throw new IllegalArgumentException("format must be " + FORMAT + ", was " + format);
    }
    if (!(low >= 0 && low <= high && high <= 1)) {
      throw new IllegalArgumentException(
          "the limits must ascend within 0 to 1, were " + low + " and " + high);
    }
    if (overrides < 0 || overrides > decisions) {
      throw new IllegalArgumentException("overrides must be 0 to the decisions, were " + overrides
          + " of " + decisions);
    }
  }

  /// A watch with the limits 2 % and 90 %.
  public static OverrideWatch begin(String modelSha256, Instant now) {
    return begin(modelSha256, 0.02, 0.9, now);
  }

  /// A watch that has counted nothing.
  public static OverrideWatch begin(String modelSha256, double low, double high, Instant now) {
    return new OverrideWatch(FORMAT, modelSha256, low, high, now, now, 0, 0);
  }

  /// Reads what [Json#write] wrote.
  ///
  /// @throws IllegalArgumentException if the text is no such state; the message names line and property
  public static OverrideWatch read(String json) {
    return Json.read(json, OverrideWatch.class);
  }

  /// The state after more decisions.
  public OverrideWatch with(long moreDecisions, long moreOverrides, Instant now) {
    if (moreDecisions < 0 || moreOverrides < 0 || moreOverrides > moreDecisions) {
      throw new IllegalArgumentException("overrides must be 0 to the decisions, were "
          + moreOverrides + " of " + moreDecisions);
    }
    return new OverrideWatch(format, modelSha256, low, high, since, now,
        decisions + moreDecisions, overrides + moreOverrides);
  }

  /// Where the rate lies; null before the first decision.
  public @Nullable Interval interval() {
    return decisions == 0 ? null : Wilson.of(overrides, decisions);
  }

  /// @return [State#TOO_FEW] until the interval lies on one side of both limits
  public State state() {
    Interval interval = interval();
    if (interval == null) {
      return State.TOO_FEW;
    }
    if (interval.high() < low) {
      return State.NEAR_NEVER;
    }
    if (interval.low() > high) {
      return State.NEAR_ALWAYS;
    }
    return interval.low() >= low && interval.high() <= high ? State.BETWEEN : State.TOO_FEW;
  }

  public boolean isAlarm() {
    return switch (state()) {
      case NEAR_NEVER, NEAR_ALWAYS -> true;
      case TOO_FEW, BETWEEN -> false;
    };
  }
}
