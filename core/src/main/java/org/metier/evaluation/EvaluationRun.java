package org.metier.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.metier.fairness.Cases;
import org.metier.fairness.FairnessReport;
import org.metier.fairness.GroupFile;
import org.metier.fairness.Meaning;
import org.metier.json.Json;
import org.metier.monitoring.Baseline;
import org.metier.monitoring.SideBySide;
import org.metier.potential.Capacity;

/// What a training run says about itself, for reports: facts, and every measured case. Immutable; as JSON by
/// [Json]. Cases stand for people under pseudonyms: the file is personal data, unlike the reports made of it.
///
/// @param format [#FORMAT]
/// @param settings of the training, by name
/// @param seed every random choice derives from it
/// @param quality of the model and its peers, measured on people that they did not see
/// @param references attribute to the group that others are compared with
/// @param controls attributes of the cases that are not protected
/// @param baseline null when none was made
/// @param cases measured on people that the model did not see, at least one
public record EvaluationRun(String format, ModelFacts model, Purpose purpose, DataSheet data,
    Map<String, String> settings, long seed, List<Quality> quality, Selection selection,
    Map<String, String> references, Set<String> controls, @Nullable Baseline baseline,
    List<RunCase> cases) {
  /// Name and version of the JSON.
  public static final String FORMAT = "metier-evaluation-run-1";
  /// A chance taken from 1 twice is off by the last binary digit.
  private static final double ROUNDING = 1e-12;

  /// One person.
  ///
  /// @param pseudonym unique in the run
  /// @param score chance of the outcome that [Selection#meaning] names, 0 to 1; null where the model abstained
  /// @param challenger the same by the challenger; null without one
  /// @param isSelected by the rule of the selection
  /// @param outcome whether it came about; null when that is not known
  /// @param weight of the case in rates, above 0; null for 1
  /// @param groups attribute to value; what is not known is left out. May be empty where groups stand in a file
  ///     of their own
  public record RunCase(String pseudonym, @Nullable Double score, @Nullable Double challenger,
      boolean isSelected, @Nullable Boolean outcome, @Nullable Double weight,
      Map<String, String> groups) {
    public RunCase {
      if (pseudonym.isBlank()) {
        throw new IllegalArgumentException("a case needs a pseudonym");
      }
      requireChance("score", score);
      requireChance("challenger", challenger);
      if (weight != null && !(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "the weight of a case must be above 0 and finite, was " + weight);
      }
      groups = Collections.unmodifiableMap(new TreeMap<>(groups));
    }

    private static void requireChance(String name, @Nullable Double chance) {
      if (chance != null && !(chance >= 0 && chance <= 1)) {
        throw new IllegalArgumentException(
            "the " + name + " of a case must be 0 to 1, was " + chance);
      }
    }
  }

  public EvaluationRun {
    if (!format.equals(FORMAT)) {
      throw new IllegalArgumentException("format must be " + FORMAT + ", was " + format);
    }
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    quality = List.copyOf(quality);
    references = Collections.unmodifiableMap(new TreeMap<>(references));
    controls = Collections.unmodifiableSet(new TreeSet<>(controls));
    cases = List.copyOf(cases);
    Set<String> pseudonyms = new TreeSet<>();
    for (RunCase one : cases) {
      if (!pseudonyms.add(one.pseudonym())) {
        throw new IllegalArgumentException("a pseudonym stands in two cases");
      }
    }
  }

  /// Reads what [Json#write] wrote.
  ///
  /// @throws IllegalArgumentException if the text is no run; the message names line and property
  public static EvaluationRun read(String json) {
    return Json.read(json, EvaluationRun.class);
  }

  /// The same run with the people selected who were invited under a capacity that somebody set after it.
  ///
  /// @throws IllegalArgumentException if it was set for another model
  public EvaluationRun with(Capacity capacity) {
    if (!capacity.modelSha256().equals(model.sha256())) {
      throw new IllegalArgumentException("the capacity was set for model " + capacity.modelSha256()
          + ", the run is of " + model.sha256() + "; look at the curve of this model and set it");
    }
    List<RunCase> invited = cases.stream().map(one -> {
      Double need = one.score();
      return new RunCase(one.pseudonym(), need, one.challenger(),
          need != null && 1 - need <= capacity.atMost() + ROUNDING, one.outcome(), one.weight(),
          one.groups());
    }).toList();
    return new EvaluationRun(format, model, purpose, data, settings, seed, quality,
        new Selection(selection.meaning(),
            Wording.coded("rule.share", Double.toString(capacity.share())), capacity.setBy(),
            capacity.setAt(), capacity.reason()),
        references, controls, baseline, invited);
  }

  /// The technical file of the run, groups as the cases have them.
  ///
  /// @param least people that a shown figure must rest on
  public TechnicalFile technicalFile(int least) {
    Set<String> attributes = new TreeSet<>();
    cases.forEach(one -> attributes.addAll(one.groups().keySet()));
    Map<String, String[]> groups = new LinkedHashMap<>();
    attributes.forEach(attribute -> groups.put(attribute, cases.stream()
        .map(one -> one.groups().getOrDefault(attribute, ""))
        .toArray(String[]::new)));
    return technicalFile(settings(least).measure(measured(groups)), groups);
  }

  /// The same with the groups of a file of their own; those of the cases are not used.
  public TechnicalFile technicalFile(int least, GroupFile file) {
    GroupFile.Groups joined = file.of(cases.stream().map(RunCase::pseudonym).toList());
    Map<String, String[]> groups = new LinkedHashMap<>();
    file.attributes().forEach(name -> groups.put(name, joined.of(name)));
    return technicalFile(settings(least).measure(measured(groups)).joinedBy(joined.join()),
        groups);
  }

  private FairnessReport.Builder settings(int least) {
    FairnessReport.Builder builder = FairnessReport.builder(selection.meaning())
        .least(least)
        .seed(seed);
    references.forEach(builder::reference);
    return builder;
  }

  private Cases measured(Map<String, String[]> groups) {
    int n = cases.size();
    boolean[] selected = new boolean[n];
    boolean[] outcomes = new boolean[n];
    double[] scores = new double[n];
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      RunCase one = cases.get(i);
      Double score = one.score();
      Boolean outcome = one.outcome();
      Double weight = one.weight();
      selected[i] = one.isSelected();
      scores[i] = score == null ? Double.NaN : score;
      outcomes[i] = Boolean.TRUE.equals(outcome);
      weights[i] = outcome == null ? 0 : weight == null ? 1 : weight;
    }
    Cases.Builder measured = Cases.of(selected).chances(scores).outcomes(outcomes, weights);
    groups.forEach((attribute, values) -> {
      if (controls.contains(attribute)) {
        measured.control(attribute, values);
      } else {
        measured.attribute(attribute, values);
      }
    });
    return measured.build();
  }

  private TechnicalFile technicalFile(FairnessReport fairness, Map<String, String[]> groups) {
    CapacityTable capacity = selection.meaning().effect() == Meaning.Effect.HELP
        ? CapacityTable.of(cases, groups, fairness)
        : null;
    return new TechnicalFile(model, purpose, data, settings, seed, quality, selection, capacity,
        fairness, baseline, challenger());
  }

  /// Compares on the cases that both scored and whose outcome is known, weights left aside.
  private @Nullable SideBySide challenger() {
    List<RunCase> both = cases.stream()
        .filter(one -> one.score() != null && one.challenger() != null && one.outcome() != null)
        .toList();
    if (both.isEmpty()) {
      return null;
    }
    double[] champion = new double[both.size()];
    double[] challenger = new double[both.size()];
    boolean[] came = new boolean[both.size()];
    for (int i = 0; i < both.size(); i++) {
      champion[i] = value(both.get(i).score());
      challenger[i] = value(both.get(i).challenger());
      came[i] = Boolean.TRUE.equals(both.get(i).outcome());
    }
    return SideBySide.of(champion, challenger, came, seed);
  }

  private static double value(@Nullable Double score) {
    return score == null ? Double.NaN : score;
  }
}
