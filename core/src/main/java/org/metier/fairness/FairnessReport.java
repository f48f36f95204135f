package org.metier.fairness;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.metier.json.Json;

/// How a score or selection treats groups of people: every [Figure] per protected group, per intersection of
/// two, and within each control feature, with intervals and gaps, and with small cells hidden. Immutable; as
/// JSON by [Json].
///
/// A gap is no proof of unfairness, and no gap none of fairness: where groups differ in how often the outcome
/// comes about, not all of calibration and both error rates can be equal (Kleinberg, Mullainathan, Raghavan,
/// "Inherent Trade-Offs in the Fair Determination of Risk Scores", ITCS 2017). Of 20 gaps that are none, one
/// lies beyond chance at 95 %.
///
/// @param format [#FORMAT]
/// @param meaning what the figures are about, in words
/// @param least people that a shown figure rests on
/// @param draws of the bootstrap
/// @param exposureRanks first ranks by score that count as seen
/// @param cases people in all
/// @param known people whose outcome is known
/// @param references attribute to the group that others are compared with
/// @param whole figures of everybody
/// @param calibration forecasts and outcomes of everybody and of protected groups, for plots
/// @param join how groups were found; null when they came with the cases
/// @param last how it was with the last model; null without one
public record FairnessReport(String format, Meaning meaning, int least, int draws, long seed,
    int exposureRanks, int cases, int known, Map<String, String> references,
    Map<Figure, Finding> whole, List<Breakdown> breakdowns, List<CalibrationCurve> calibration,
    @Nullable Join join, @Nullable LastModel last) {
  /// Name and version of the JSON.
  public static final String FORMAT = "metier-fairness-1";

  public FairnessReport {
    if (!format.equals(FORMAT)) {
      throw new IllegalArgumentException("format must be " + FORMAT + ", was " + format);
    }
    references = Collections.unmodifiableMap(new TreeMap<>(references));
    whole = ordered(whole);
    breakdowns = List.copyOf(breakdowns);
    calibration = List.copyOf(calibration);
  }

  static Map<Figure, Finding> ordered(Map<Figure, Finding> figures) {
    Map<Figure, Finding> ordered = new EnumMap<>(Figure.class);
    ordered.putAll(figures);
    return Collections.unmodifiableMap(ordered);
  }

  /// Reads what [Json#write] wrote.
  ///
  /// @throws IllegalArgumentException if the text is no such report; the message names line and property
  public static FairnessReport read(String json) {
    return Json.read(json, FairnessReport.class);
  }

  /// The same report, said in other words.
  public FairnessReport meaning(Meaning other) {
    return new FairnessReport(format, other, least, draws, seed, exposureRanks, cases, known,
        references, whole, breakdowns, calibration, join, last);
  }

  /// The same report with a word on where groups came from.
  public FairnessReport joinedBy(Join how) {
    return new FairnessReport(format, meaning, least, draws, seed, exposureRanks, cases, known,
        references, whole, breakdowns, calibration, how, last);
  }

  /// The same report beside that of the last model.
  ///
  /// @param name of that model
  /// @throws IllegalArgumentException if the two mean different things by selection or outcome
  public FairnessReport comparedWith(FairnessReport before, String name) {
    return new FairnessReport(format, meaning, least, draws, seed, exposureRanks, cases, known,
        references, whole, breakdowns, calibration, join, LastModel.of(name, before, this));
  }

  /// @param meaning what selection and outcome mean, in words
  public static Builder builder(Meaning meaning) {
    return new Builder(meaning);
  }

  /// Collects settings. Not thread-safe; every setting is optional.
  public static final class Builder {
    private static final int MANY_CASES = 100_000;

    private final Meaning meaning;
    private int least = 20;
    private int draws;
    private long seed = 1;
    private int exposureRanks;
    private int bins = 10;
    private final Map<String, String> references = new HashMap<>();

    private Builder(Meaning meaning) {
      this.meaning = meaning;
    }

    /// Hides figures that rest on fewer people.
    ///
    /// @param people at least 2; 20 by default
    public Builder least(int people) {
      if (people < 2) {
        throw new IllegalArgumentException("least must be at least 2, was " + people);
      }
      least = people;
      return this;
    }

    /// Draws for the intervals: time and memory grow with them.
    ///
    /// @param number 40 to 100,000; by default 1,000, and 200 for more than 100,000 cases
    public Builder draws(int number) {
      if (number < 40 || number > 100_000) {
        throw new IllegalArgumentException("draws must be 40 to 100,000, was " + number);
      }
      draws = number;
      return this;
    }

    /// Seed of the draws; 1 by default.
    public Builder seed(long value) {
      seed = value;
      return this;
    }

    /// How many first ranks by score count as seen.
    ///
    /// @param ranks at least 1; as many as were selected by default
    public Builder exposureRanks(int ranks) {
      if (ranks < 1) {
        throw new IllegalArgumentException("exposureRanks must be at least 1, was " + ranks);
      }
      exposureRanks = ranks;
      return this;
    }

    /// Bins of the calibration error.
    ///
    /// @param most at least 1; 10 by default, fewer where one would hold less than 250 people
    public Builder bins(int most) {
      if (most < 1) {
        throw new IllegalArgumentException("bins must be at least 1, was " + most);
      }
      bins = most;
      return this;
    }

    /// The group that the others of an attribute are compared with; the largest by default.
    public Builder reference(String attribute, String value) {
      references.put(attribute, value);
      return this;
    }

    /// Measures. Time grows with draws × cases × breakdowns: 2,000 people with three attributes take about
    /// a second, a million some minutes.
    ///
    /// @throws IllegalArgumentException if there are fewer cases than a shown figure must rest on, or a
    ///     reference is no group of them
    public FairnessReport measure(Cases cases) {
      int number = draws > 0 ? draws : cases.size() > MANY_CASES ? 200 : 1_000;
      return new FairnessMeasurement(cases, new FairnessMeasurement.Settings(meaning, least, number,
          seed, exposureRanks, bins, references)).report();
    }
  }
}
