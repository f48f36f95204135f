package org.metier.training.potential;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
import org.metier.match.model.ModelCard;
import org.metier.monitoring.Baseline;
import org.metier.monitoring.FieldProfile;
import org.metier.potential.Field;
import org.metier.potential.FieldType;
import org.metier.potential.Specification;
import org.metier.potential.Uncertainty;
import org.metier.potential.internal.PersonTable;

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
  private final Map<String, Long> blanks;
  private final List<String> ids;
  private final Uncertainty uncertainty;

  /// @param data of the table
  /// @param ids what to call the people of the table, as [RowIds] has them
  /// @param uncertainty of the model
  PotentialEvaluation(Specification specification, SpellTable table, Path data, Groups groups,
      ModelCard card, List<String> ids, Uncertainty uncertainty) throws IOException {
    blanks = blanks(data, specification, table.lines());
    this.uncertainty = uncertainty;
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
        List.of(Wording.coded("limit.fate", ""), Wording.coded("limit.censored", ""),
            switch (uncertainty) {
              case Uncertainty.Refits _ -> Wording.coded("limit.refits", "");
              case Uncertainty.Levels _ -> Wording.coded("limit.levels", "");
            }));
  }

  private DataSheet dataSheet(Predictions predictions) {
    ReadReport report = table.report();
    long known = Arrays.stream(predictions.outcomes()).filter(outcome -> outcome != null).count();
    Map<String, Long> exclusions = new TreeMap<>();
    if (report.refused() > 0) {
      exclusions.put(Wording.coded("exclusion.unreadable", ""), (long) report.refused());
    }
    if (report.outside() > 0) {
      exclusions.put(Wording.coded("exclusion.outside", ""), (long) report.outside());
    }
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

  /// Empty cells of the rows that are meant, by field; all of them where the data have no such column.
  private static Map<String, Long> blanks(Path data, Specification specification, int[] lines)
      throws IOException {
    Map<String, Long> blanks = new HashMap<>();
    try (PersonTable file = PersonTable.open(data)) {
      List<Field> there = specification.fields()
          .stream()
          .filter(field -> file.names().contains(field.name()))
          .toList();
      int[] columns = there.stream().mapToInt(field -> file.column(field.name())).toArray();
      long[] counts = new long[columns.length];
      int place = 0;
      while (place < lines.length && file.next()) {
        if (file.line() == lines[place]) {
          place++;
          for (int i = 0; i < columns.length; i++) {
            String cell = file.cell(columns[i]).strip();
            counts[i] += cell.isEmpty() || cell.equals("NA") ? 1 : 0;
          }
        }
      }
      specification.fields().forEach(field -> blanks.put(field.name(), (long) lines.length));
      for (int i = 0; i < counts.length; i++) {
        blanks.put(there.get(i).name(), counts[i]);
      }
    }
    return blanks;
  }

  /// People without a value; of protected attributes, people in no group.
  private long unknown(Field field) {
    int attribute = groups.attributes().indexOf(field.name());
    return attribute < 0
        ? Objects.requireNonNull(blanks.get(field.name()))
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
