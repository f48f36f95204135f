package org.metier.evaluation;

import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.metier.fairness.FairnessReport;
import org.metier.fairness.Meaning;
import org.metier.report.Numbers;
import org.metier.text.Language;
import org.metier.text.internal.Phrases;

/// Says in a language what a run says in codes. What an analyst wrote, such as purpose and population, stays as written;
/// what Metier itself has to say, such as the limits of every model, is kept as a code, so that a page in any language can
/// word it. Immutable and thread-safe.
public final class Wording {
  private static final String MARK = "metier:";
  /// Settings that say again what stands elsewhere on a page.
  private static final Set<String> SAID_BEFORE = Set.of("purpose", "outcome", "population");

  private final Phrases phrases;
  private final Numbers numbers;
  private final boolean isAsWritten;
  private final boolean areTermsKept;

  private Wording(Language language, Language written, boolean areTermsKept) {
    this.areTermsKept = areTermsKept;
    phrases = Phrases.of(Wording.class, "terms", language);
    numbers = Numbers.in(language);
    isAsWritten = language == written;
  }

  /// Words of terms alone.
  static Wording in(Language language) {
    return new Wording(language, language, false);
  }

  /// A text of Metier's own.
  ///
  /// @param code such as `limit.fate`
  /// @param argument without which some texts are not whole, such as a share; may be empty
  public static String coded(String code, String argument) {
    return MARK + code + (argument.isEmpty() ? "" : "|" + argument);
  }

  /// The same file with words in place of codes.
  ///
  /// @param language of the words
  /// @param written language in which the analyst wrote
  static TechnicalFile of(TechnicalFile file, Language language, Language written) {
    return new Wording(language, written, false).of(file);
  }

  /// The same file with English in place of coded texts, for machines: names of fields, measures and settings stay.
  static TechnicalFile plain(TechnicalFile file) {
    return new Wording(Language.EN, Language.EN, true).of(file);
  }

  private TechnicalFile of(TechnicalFile file) {
    Selection selection = file.selection();
    DataSheet data = file.data();
    FairnessReport fairness = file.fairness();
    Map<String, String> settings = new LinkedHashMap<>();
    file.settings().forEach((name, value) -> {
      if (areTermsKept || data == null || !SAID_BEFORE.contains(name)) {
        settings.put(term("setting", name), value);
      }
    });
    return new TechnicalFile(model(file.model()), purpose(file.purpose()),
        data == null ? null : data(data), settings, file.seed(),
        file.quality()
            .stream()
            .map(q -> new Quality(term("quality", q.of()), term("measure", q.measure()),
                q.value(), q.low(), q.high()))
            .toList(),
        selection == null
            ? null
            : new Selection(meaning(selection.meaning()), text(selection.rule()),
                selection.setBy(), selection.setAt(), selection.reason()),
        file.capacity(),
        fairness == null ? null : fairness.meaning(meaning(fairness.meaning())),
        file.baseline(), file.challenger());
  }

  private ModelFacts model(ModelFacts model) {
    return new ModelFacts(term("model", model.name()), model.sha256(), model.family(),
        text(model.task()), model.features(), model.trainedAt());
  }

  private Purpose purpose(Purpose purpose) {
    return new Purpose(text(purpose.purpose()), text(purpose.intendedUse()), purpose.users(),
        text(purpose.population()), text(purpose.horizon()),
        purpose.notFor().stream().map(this::text).toList(),
        purpose.limits().stream().map(this::text).toList());
  }

  private Meaning meaning(Meaning meaning) {
    return new Meaning(text(meaning.selected()), text(meaning.outcome()), meaning.effect());
  }

  private DataSheet data(DataSheet data) {
    Map<String, Long> exclusions = new LinkedHashMap<>();
    data.exclusions().forEach((reason, rows) -> exclusions.put(text(reason), rows));
    List<DataSheet.Field> fields = new ArrayList<>();
    for (DataSheet.Field field : data.fields()) {
      fields.add(new DataSheet.Field(field.name(), term("type", field.type()), field.unit(),
          field.source(), field.legalBasis(), retention(field.retention()),
          term("use", field.use()), field.unknown()));
    }
    return new DataSheet(data.sha256(), data.from(), data.until(), data.rows(), data.used(),
        data.known(), exclusions, fields);
  }

  private String retention(String period) {
    if (areTermsKept) {
      return period;
    }
    try {
      Period kept = Period.parse(period);
      return kept.normalized().equals(Period.ofMonths((int) kept.toTotalMonths()).normalized())
          ? phrases.of("period.months", numbers.count(kept.toTotalMonths()))
          : period;
    } catch (DateTimeParseException e) {
      return period; // in the analyst's own words
    }
  }

  /// The word for a code of a kind, or the text itself where it is none.
  String term(String kind, String text) {
    String key = kind + "." + text.toLowerCase(Locale.ROOT).replace(' ', '_');
    return !areTermsKept && has(key) ? phrases.of(key) : text;
  }

  private boolean has(String key) {
    return phrases.patterns().getProperty(key) != null;
  }

  /// The words of a coded text; any other stays as it is.
  private String text(String text) {
    if (!text.startsWith(MARK)) {
      return text;
    }
    int bar = text.indexOf('|');
    String code = text.substring(MARK.length(), bar < 0 ? text.length() : bar);
    String argument = bar < 0 ? "" : text.substring(bar + 1);
    String otherwise = isAsWritten ? null : elsewhere(code);
    String key = otherwise == null ? code : otherwise;
    if (!has(key)) {
      throw new IllegalArgumentException(
          "the run says \"" + code + "\", which this release of Metier has no words for");
    }
    return phrases.of(key, code.endsWith(".share")
        ? numbers.share(Double.parseDouble(argument))
        : argument);
  }

  /// What is said where the argument is in another language and cannot stand within the sentence.
  private @Nullable String elsewhere(String code) {
    String key = code + ".elsewhere";
    return has(key) ? key : null;
  }
}
