package org.metier.feed.mapping;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.metier.feed.ProblemCode;
import org.metier.feed.StatedCode;
import org.metier.feed.internal.draft.Currencies;
import org.metier.feed.internal.draft.Dates;
import org.metier.feed.internal.draft.Draft;
import org.metier.feed.internal.draft.LanguageNames;
import org.metier.feed.internal.draft.Numerals;
import org.metier.feed.internal.draft.PlainText;
import org.metier.qualification.DrivingLicence;
import org.metier.qualification.EducationLevel;
import org.metier.work.Contract;
import org.metier.work.RemoteWork;
import org.metier.work.Salary;

/// Fills a draft from the cells of one record, by a [Mapping].
final class MappedRecord {
  private final Mapping mapping;
  private final Dates dates;

  public MappedRecord(Mapping mapping, ZoneId zone) {
    this.mapping = mapping;
    Mapping.Settings settings = mapping.settings();
    dates = new Dates(settings.dateFormats(), settings.zone() == null ? zone : settings.zone());
  }

  /// @param cells gives the text of a column, null when there is none
  public void read(Function<String, @Nullable String> cells, Draft draft) {
    new Filling(cells, draft).run();
  }

  /// One value with the column it came from.
  private record Found(String column, String value) {}

  private final class Filling {
    private final Function<String, @Nullable String> cells;
    private final Draft draft;

    Filling(Function<String, @Nullable String> cells, Draft draft) {
      this.cells = cells;
      this.draft = draft;
    }

    void run() {
      draft.key(name(MappedField.KEY), text(MappedField.KEY));
      draft.title(name(MappedField.TITLE), text(MappedField.TITLE));
      draft.description(description());
      String language = text(MappedField.LANGUAGE);
      draft.language(language == null ? mapping.settings().language() : language);
      draft.employer(text(MappedField.EMPLOYER));
      draft.employerId(text(MappedField.EMPLOYER_ID));
      draft.agency(agency());
      draft.url(name(MappedField.URL), text(MappedField.URL));
      draft.applyUrl(name(MappedField.APPLY_URL), text(MappedField.APPLY_URL));
      each(MappedField.PARTNER_KEY, (rule, found) -> draft.partnerKey(
          rule.scheme() == null ? found.column() : rule.scheme(), found.value()));
      draft.place(name(MappedField.CITY), text(MappedField.CITY), text(MappedField.POSTCODE),
          text(MappedField.REGION), text(MappedField.COUNTRY), text(MappedField.LATITUDE),
          text(MappedField.LONGITUDE));
      draft.postedAt(name(MappedField.POSTED_AT), date(MappedField.POSTED_AT, Dates.Edge.START));
      draft.validThrough(name(MappedField.VALID_THROUGH),
          date(MappedField.VALID_THROUGH, Dates.Edge.END));
      starts();
      draft.positions(name(MappedField.POSITIONS), text(MappedField.POSITIONS));
      terms();
      requirements();
      for (String column : mapping.raw()) {
        draft.raw(column, cells.apply(column));
      }
    }

    private @Nullable String description() {
      StringBuilder whole = new StringBuilder();
      for (FieldRule rule : mapping.rules(MappedField.DESCRIPTION)) {
        String part = rule.value(cells);
        if (part != null) {
          whole.append(whole.isEmpty() ? "" : "\n\n");
          if (rule.heading() != null) {
            whole.append(rule.heading()).append('\n');
          }
          whole.append(PlainText.of(part));
        }
      }
      return whole.isEmpty() ? null : whole.toString();
    }

    private void terms() {
      draft.contract(constant(MappedField.CONTRACT, Contract.class));
      draft.remote(constant(MappedField.REMOTE, RemoteWork.class));
      draft.hours(name(MappedField.HOURS_MIN), number(MappedField.HOURS_MIN),
          number(MappedField.HOURS_MAX));
      draft.salary(name(MappedField.SALARY_MIN), number(MappedField.SALARY_MIN),
          number(MappedField.SALARY_MAX), currency(),
          constant(MappedField.SALARY_PERIOD, Salary.Period.class));
      Double months = number(MappedField.EXPERIENCE_MONTHS);
      draft.experienceMonths(months == null ? null : (int) Math.round(months));
      each(MappedField.SALARY_TEXT, (rule, found) -> text(found, draft::salaryText));
      each(MappedField.HOURS_TEXT, (rule, found) -> text(found, draft::hoursText));
      each(MappedField.CONTRACT_TEXT, (rule, found) -> text(found, draft::contractText));
      each(MappedField.EXPERIENCE_TEXT, (rule, found) -> text(found, draft::experienceText));
    }

    private static void text(Found found, BiConsumer<String, String> reader) {
      reader.accept(found.column(), found.value());
    }

    private void starts() {
      Found found = first(MappedField.STARTS_ON);
      if (found != null) {
        draft.startsOn(dates.day(draft, found.column(), found.value()));
      }
    }

    private @Nullable Boolean agency() {
      Found found = first(MappedField.IS_AGENCY);
      if (found == null) {
        return null;
      }
      boolean isTrue = found.value().equalsIgnoreCase("true");
      if (!isTrue && !found.value().equalsIgnoreCase("false")) {
        unknown(found, "true or false; map other words under \"values\"");
        return null;
      }
      return isTrue;
    }

    private void requirements() {
      each(MappedField.EDUCATION, (rule, found) -> draft.education(education(found)));
      each(MappedField.LANGUAGES, (rule, found) -> {
        String code = LanguageNames.code(found.value());
        if (code == null) {
          unknown(found, "a language such as fr or French");
        }
        draft.languageDemand(code, null, rule.importance());
      });
      each(MappedField.DRIVING_LICENCES, (rule, found) -> {
        DrivingLicence licence = DrivingLicence.of(found.value()).orElse(null);
        if (licence == null) {
          unknown(found, "a category such as B or CE");
        }
        draft.licence(licence);
      });
      each(MappedField.SKILLS,
          (rule, found) -> draft.skill(found.column(), found.value(), rule.importance()));
      each(MappedField.OCCUPATION_CODE, (rule, found) -> occupationCode(rule, found));
      each(MappedField.OCCUPATION_TITLE, (rule, found) -> draft.occupationTitle(found.value()));
    }

    private void occupationCode(FieldRule rule, Found found) {
      String scheme = rule.scheme() != null
          ? rule.scheme()
          : found.value().contains("://") ? StatedCode.ESCO : StatedCode.ISCO_08;
      draft.occupationCode(scheme, rule.version(), found.value());
    }

    private @Nullable EducationLevel education(Found found) {
      if (found.value().matches("[0-8]")) {
        return EducationLevel.ofIsced(Integer.parseInt(found.value()));
      }
      return constantOf(found, EducationLevel.class);
    }

    private @Nullable Currency currency() {
      Found found = first(MappedField.SALARY_CURRENCY);
      return found == null ? null : Currencies.of(found.value());
    }

    private @Nullable Instant date(MappedField field, Dates.Edge edge) {
      Found found = first(field);
      Instant instant = found == null ? null : dates.read(found.value(), edge);
      if (found != null && instant == null) {
        draft.problem(ProblemCode.BAD_DATE, found.column(), found.value(), dates.expected());
      }
      return instant;
    }

    private @Nullable Double number(MappedField field) {
      Found found = first(field);
      Double number = found == null
          ? null
          : Numerals.number(found.value(), mapping.settings().decimal());
      if (found != null && number == null) {
        draft.problem(ProblemCode.BAD_NUMBER, found.column(), found.value(),
            "a number such as 38" + mapping.settings().decimal() + "5");
      }
      return number;
    }

    private <E extends Enum<E>> @Nullable E constant(MappedField field, Class<E> type) {
      Found found = first(field);
      return found == null ? null : constantOf(found, type);
    }

    private <E extends Enum<E>> @Nullable E constantOf(Found found, Class<E> type) {
      for (E constant : type.getEnumConstants()) {
        if (constant.name().equalsIgnoreCase(found.value())) {
          return constant;
        }
      }
      unknown(found, "one of " + java.util.Arrays.toString(type.getEnumConstants())
          + "; map other words under \"values\"");
      return null;
    }

    private @Nullable String text(MappedField field) {
      Found found = first(field);
      return found == null ? null : found.value();
    }

    /// The first value that the field's rules find and understand.
    private @Nullable Found first(MappedField field) {
      for (FieldRule rule : mapping.rules(field)) {
        String value = rule.value(cells);
        String meaning = value == null ? null : meaning(rule, value);
        if (meaning != null) {
          return new Found(rule.name(), meaning);
        }
      }
      return null;
    }

    private void each(MappedField field, BiConsumer<FieldRule, Found> consumer) {
      for (FieldRule rule : mapping.rules(field)) {
        String cell = rule.value(cells);
        if (cell == null) {
          continue;
        }
        String[] values = rule.split() == null ? new String[]{cell} : rule.split().split(cell);
        for (String value : values) {
          String meaning = value.isBlank() ? null : meaning(rule, value.strip());
          if (meaning != null) {
            consumer.accept(rule, new Found(rule.name(), meaning));
          }
        }
      }
    }

    private @Nullable String meaning(FieldRule rule, String value) {
      try {
        return rule.translated(value);
      } catch (FieldRule.UnlistedValueException e) {
        unknown(new Found(rule.name(), value), "a value that the mapping lists");
        return null;
      }
    }

    private void unknown(Found found, String expected) {
      draft.problem(ProblemCode.UNKNOWN_VALUE, found.column(), found.value(), expected);
    }

    private String name(MappedField field) {
      var rules = mapping.rules(field);
      return rules.isEmpty() ? field.json() : rules.getFirst().name();
    }
  }
}
