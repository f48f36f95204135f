package org.metier.feed.internal.metier;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.metier.feed.SkillText;
import org.metier.feed.StatedCode;
import org.metier.feed.VacancyDraft;
import org.metier.place.Place;
import org.metier.vacancy.LanguageDemand;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;
import org.metier.work.Salary;
import org.metier.work.WeeklyHours;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes the lines of [MetierFormat], names in the order of its table; what is absent is left out.
public final class VacancyLine {
  private static final JsonFactory JSON = new JsonFactory();

  private final JsonGenerator json;

  private VacancyLine(JsonGenerator json) {
    this.json = json;
  }

  /// @return without a line break
  public static String of(VacancyDraft draft) {
    return line(l -> l.vacancy(draft));
  }

  public static String ofWithdrawn(VacancyId id, @Nullable Instant at) {
    return line(l -> {
      l.text("key", id.key());
      l.json.writeBooleanProperty("withdrawn", true);
      l.text("withdrawnAt", at);
    });
  }

  /// @param records lines before this one
  public static String ofEnd(int records, @Nullable String cursor) {
    return line(l -> {
      l.json.writeObjectPropertyStart(MetierFormat.END);
      l.json.writeNumberProperty("records", records);
      l.text("cursor", cursor);
      l.json.writeEndObject();
    });
  }

  private interface Body {
    void write(VacancyLine line);
  }

  private static String line(Body body) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeNumberProperty(MetierFormat.VERSION_NAME, MetierFormat.VERSION);
      body.write(new VacancyLine(json));
      json.writeEndObject();
    }
    return text.toString();
  }

  private void vacancy(VacancyDraft draft) {
    Vacancy vacancy = draft.vacancy();
    text("key", vacancy.id().key());
    text("title", vacancy.title());
    text("description", vacancy.description().isEmpty() ? null : vacancy.description());
    text("language", vacancy.language() == null ? null : vacancy.language().code());
    text("employer", vacancy.employer());
    text("employerId", draft.employerId());
    if (draft.isAgency() != null) {
      json.writeBooleanProperty("isAgency", draft.isAgency());
    }
    objects("workplaces", vacancy.workplaces(), this::place);
    text("remote", vacancy.remote());
    objects("occupations", draft.occupationCodes(), this::code);
    texts("occupationTitles", draft.occupationTitles());
    objects("skills", draft.skillTexts(), this::skill);
    objects("languages", vacancy.languages(), this::language);
    text("education", vacancy.education());
    whole("experienceMonths", vacancy.experienceMonths());
    texts("drivingLicences", vacancy.drivingLicences());
    text("contract", vacancy.contract());
    hours(vacancy.hours());
    salary(vacancy.salary());
    text("postedAt", vacancy.postedAt());
    text("validThrough", vacancy.validThrough());
    text("url", vacancy.url());
    text("applyUrl", vacancy.applyUrl());
    whole("positions", vacancy.positions());
    text("startsOn", vacancy.startsOn());
    texts("partnerKeys", draft.partnerKeys());
    texts("flags", vacancy.flags());
    if (!vacancy.raw().isEmpty()) {
      json.writeObjectPropertyStart("raw");
      vacancy.raw().forEach(this::text);
      json.writeEndObject();
    }
  }

  private void place(Place place) {
    text("city", place.city());
    text("postcode", place.postcode());
    text("region", place.region());
    text("country", place.country());
    if (place.point() != null) {
      number("latitude", place.point().latitude());
      number("longitude", place.point().longitude());
    }
  }

  private void code(StatedCode code) {
    text("scheme", code.scheme());
    text("version", code.version());
    text("code", code.code());
  }

  private void skill(SkillText skill) {
    text("text", skill.text());
    text("importance", skill.importance());
    text("field", skill.field());
  }

  private void language(LanguageDemand demand) {
    text("language", demand.language());
    text("level", demand.level());
    text("importance", demand.importance());
  }

  private void hours(@Nullable WeeklyHours hours) {
    if (hours != null) {
      json.writeObjectPropertyStart("hours");
      number("min", hours.min());
      number("max", hours.max());
      json.writeEndObject();
    }
  }

  private void salary(@Nullable Salary salary) {
    if (salary != null) {
      json.writeObjectPropertyStart("salary");
      number("min", salary.min());
      number("max", salary.max());
      text("currency", salary.currency().getCurrencyCode());
      text("period", salary.period());
      json.writeEndObject();
    }
  }

  private <T> void objects(String name, Collection<T> values,
      Consumer<T> properties) {
    if (values.isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart(name);
    for (T value : values) {
      json.writeStartObject();
      properties.accept(value);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void texts(String name, Collection<?> values) {
    if (values.isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart(name);
    for (Object value : values) {
      json.writeString(word(value));
    }
    json.writeEndArray();
  }

  private void text(String name, @Nullable Object value) {
    if (value != null) {
      json.writeStringProperty(name, word(value));
    }
  }

  private static String word(Object value) {
    return value instanceof Enum<?> constant ? constant.name() : value.toString();
  }

  private void whole(String name, @Nullable Integer value) {
    if (value != null) {
      json.writeNumberProperty(name, value.intValue());
    }
  }

  /// In decimals, without an exponent, so that any reader takes it.
  private void number(String name, double value) {
    json.writeName(name);
    json.writeNumber(BigDecimal.valueOf(value).toPlainString());
  }
}
