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
    /// Too few decisions to tell, or between the limits.
    NO_ALARM,
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
    return new OverrideWatch(FORMAT, modelSha256, 0.02, 0.9, now, now, 0, 0);
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

  public State state() {
    Interval interval = interval();
    if (interval == null) {
      return State.NO_ALARM;
    }
    return interval.high() < low
        ? State.NEAR_NEVER
        : interval.low() > high ? State.NEAR_ALWAYS : State.NO_ALARM;
  }
}
