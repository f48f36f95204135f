package org.metier.training.potential;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.metier.evaluation.DataSheet;
import org.metier.evaluation.EvaluationRun;
import org.metier.evaluation.ModelFacts;
import org.metier.evaluation.Purpose;
import org.metier.evaluation.Selection;
import org.metier.evaluation.Wording;
import org.metier.fairness.Meaning;
import org.metier.match.ModelCard;
import org.metier.monitoring.Baseline;
import org.metier.monitoring.FieldProfile;
import org.metier.potential.Field;
import org.metier.potential.FieldType;
import org.metier.potential.FieldUse;
import org.metier.potential.Specification;

/// What a training says about itself, for reports: its figures, and the forecast of each person by models that did
/// not see that person.
///
/// Reports speak of need: the score of a case is one less the chance of work, and its outcome is that the person is
/// still without work. Whoever needs most is selected, as many as the capacity holds.
final class PotentialEvaluation {
  private final Specification specification;
  private final SpellTable table;
  private final Groups groups;
  private final ModelCard card;
  private final List<String> ids;

  /// @param ids what to call the people of the table, as [RowIds] has them
  PotentialEvaluation(Specification specification, SpellTable table, Groups groups,
      ModelCard card, List<String> ids) {
    this.specification = specification;
    this.table = table;
    this.groups = groups;
    this.card = card;
    this.ids = ids;
  }

  /// @param predictions of the people of the table, in their order
  /// @param capacity share of people who are offered help, above 0 and below 1
  /// @param setBy role or pseudonym of whoever set the capacity; empty when nobody did yet
  EvaluationRun run(Map<CrossValidation.Maker, Quality> qualities, Predictions predictions,
      double capacity, String setBy, Clock clock) {
    double[] need = Arrays.stream(predictions.chances()).map(chance -> 1 - chance).toArray();
    String rule = Wording.coded("rule.share", Double.toString(capacity));
    return new EvaluationRun(EvaluationRun.FORMAT, facts(), purpose(), dataSheet(predictions),
        card.settings(), card.seed(), qualities(qualities),
        new Selection(new Meaning(Wording.coded("selected.help", ""),
            Wording.coded("outcome.not", specification.outcome().words()), Meaning.Effect.HELP),
            rule, setBy, setBy.isEmpty() ? null : clock.instant(), null),
        Map.of(), Set.of(), baseline(need, clock.instant()),
        cases(predictions, need, selected(need, capacity)));
  }

  private ModelFacts facts() {
    return new ModelFacts("potential", card.modelSha256(),
        String.valueOf(card.settings().get("choice")), specification.outcome().words(),
        card.features(), card.trainedAt());
  }

  private Purpose purpose() {
    return new Purpose(specification.purpose(), specification.intendedUse(), List.of(),
        specification.population().description(),
        Wording.coded("horizon.weeks", Integer.toString(specification.outcome().horizonWeeks())),
        specification.notFor(),
        List.of(Wording.coded("limit.fate", ""), Wording.coded("limit.censored", "")));
  }

  private DataSheet dataSheet(Predictions predictions) {
    ReadReport report = table.report();
    long known = Arrays.stream(predictions.outcomes()).filter(outcome -> outcome != null).count();
    Map<String, Long> exclusions = report.refused() == 0
        ? Map.of()
        : Map.of(Wording.coded("exclusion.unreadable", ""), (long) report.refused());
    return new DataSheet(card.dataSha256(), null, null, report.rows(), report.accepted(), known,
        exclusions, specification.fields().stream().map(this::field).toList());
  }

  private DataSheet.Field field(Field field) {
    FieldType type = field.type();
    return new DataSheet.Field(field.name(), switch (type) {
      case FieldType.Amount _ -> "number";
      case FieldType.Category _ -> "category";
      case FieldType.Flag _ -> "flag";
    }, type instanceof FieldType.Amount(String unit, _, _) ? unit : "", said(field.source()),
        said(field.legalBasis()), said(field.retention()),
        field.use().name().toLowerCase(Locale.ROOT), unknown(field));
  }

  private static String said(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  /// People without a value, of what the model looks at and of protected attributes; other fields must be there.
  private long unknown(Field field) {
    if (field.use() == FieldUse.FEATURE) {
      return Arrays.stream(FieldProfiles.values(table.spells(), field))
          .filter(Double::isNaN)
          .count();
    }
    int attribute = groups.attributes().indexOf(field.name());
    return attribute < 0
        ? 0
        : IntStream.range(0, table.spells().size())
            .filter(person -> !groups.isKnown(person, attribute))
            .count();
  }

  private static List<org.metier.evaluation.Quality> qualities(
      Map<CrossValidation.Maker, Quality> qualities) {
    List<org.metier.evaluation.Quality> all = new ArrayList<>();
    qualities.forEach((maker, quality) -> quality.figures()
        .stream()
        .filter(figure -> Double.isFinite(figure.value()))
        .forEach(figure -> all.add(new org.metier.evaluation.Quality(words(maker.name()),
            words(figure.measure().name()), figure.value(), finite(figure.low(), figure),
            finite(figure.high(), figure)))));
    return all;
  }

  /// Both bounds or none.
  private static @Nullable Double finite(double bound, Quality.Figure figure) {
    return Double.isFinite(figure.low()) && Double.isFinite(figure.high()) ? bound : null;
  }

  private static String words(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private Baseline baseline(double[] need, Instant madeAt) {
    List<FieldProfile> profiles = new ArrayList<>();
    for (Field field : specification.features()) {
      profiles.add(FieldProfiles.of(table.spells(), field));
    }
    profiles.add(FieldProfiles.ofNeed(need));
    return new Baseline(Baseline.FORMAT, card.modelSha256(), madeAt, profiles);
  }

  /// Equal needs by their place in the table.
  private static boolean[] selected(double[] need, double capacity) {
    boolean[] selected = new boolean[need.length];
    IntStream.range(0, need.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer person) -> need[person]).reversed())
        .limit(Math.round(capacity * need.length))
        .forEach(person -> selected[person] = true);
    return selected;
  }

  private List<EvaluationRun.RunCase> cases(Predictions predictions, double[] need,
      boolean[] selected) {
    List<EvaluationRun.RunCase> cases = new ArrayList<>();
    for (int person = 0; person < need.length; person++) {
      Boolean found = predictions.outcomes()[person];
      double weight = predictions.weights()[person];
      cases.add(new EvaluationRun.RunCase(ids.get(person), need[person], null,
          selected[person], found == null ? null : !found,
          found == null || !(weight > 0) ? null : weight, groupsOf(person)));
    }
    return cases;
  }

  private Map<String, String> groupsOf(int person) {
    Map<String, String> of = new TreeMap<>();
    for (int attribute = 0; attribute < groups.attributes().size(); attribute++) {
      String name = groups.byPerson(attribute)[person];
      if (name != null) {
        of.put(groups.attributes().get(attribute), name);
      }
    }
    return of;
  }
}
