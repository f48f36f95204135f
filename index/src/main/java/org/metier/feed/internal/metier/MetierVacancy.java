package org.metier.feed.internal.metier;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.metier.feed.ProblemCode;
import org.metier.feed.internal.Nodes;
import org.metier.feed.internal.draft.Currencies;
import org.metier.feed.internal.draft.Dates;
import org.metier.feed.internal.draft.Draft;
import org.metier.feed.internal.draft.LanguageNames;
import org.metier.feed.internal.draft.PlainText;
import org.metier.qualification.CefrLevel;
import org.metier.qualification.DrivingLicence;
import org.metier.qualification.EducationLevel;
import org.metier.vacancy.VacancyFlag;
import org.metier.work.Contract;
import org.metier.work.Importance;
import org.metier.work.RemoteWork;
import org.metier.work.Salary;
import tools.jackson.databind.JsonNode;

/// Reads one line of [MetierFormat], where its names are documented.
final class MetierVacancy {
  private static final Set<String> NAMES = Set.of(MetierFormat.VERSION_NAME, "key", "withdrawn",
      "withdrawnAt", "title", "description", "descriptionHtml", "language", "employer",
      "employerId", "isAgency", "workplaces", "remote", "occupations", "occupationTitles",
      "skills", "languages", "education", "experienceMonths", "drivingLicences", "contract",
      "hours", "salary", "postedAt", "validThrough", "url", "applyUrl", "positions", "startsOn",
      "partnerKeys", "flags", "raw");
  private static final int MAX_RAW_NAME = 60;

  private final Dates dates;

  MetierVacancy(ZoneId zone) {
    dates = new Dates(List.of(Dates.ISO), zone);
  }

  void read(JsonNode line, Draft draft) {
    new Reading(line, draft).run();
  }

  private final class Reading {
    private final StrictObject line;
    private final Draft draft;

    Reading(JsonNode line, Draft draft) {
      this.line = new StrictObject(line, "", NAMES, draft);
      this.draft = draft;
    }

    void run() {
      String version = line.text(MetierFormat.VERSION_NAME);
      if (!String.valueOf(MetierFormat.VERSION).equals(version)) {
        draft.problem(ProblemCode.BAD_RECORD, MetierFormat.VERSION_NAME, String.valueOf(version),
            "1, the version of this schema, in every line");
        return;
      }
      line.noteUnknownNames();
      draft.key("key", line.text("key"));
      if (Boolean.TRUE.equals(line.truth("withdrawn"))) {
        draft.withdrawn(
            dates.read(draft, "withdrawnAt", line.text("withdrawnAt"), Dates.Edge.START));
        return;
      }
      texts();
      workplaces();
      terms();
      requirements();
      occupations();
      about();
    }

    private void texts() {
      draft.title("title", line.text("title"));
      String plain = line.text("description");
      String html = line.text("descriptionHtml");
      if (plain != null && html != null) {
        draft.problem(ProblemCode.UNKNOWN_VALUE, "descriptionHtml", "a second description",
            "either description or descriptionHtml");
      }
      if (plain == null) {
        draft.description(html);
      } else {
        draft.plainDescription(plain);
      }
      draft.language(line.text("language"));
      draft.employer(line.text("employer"));
      draft.employerId(line.text("employerId"));
      draft.agency(line.truth("isAgency"));
    }

    private void workplaces() {
      for (StrictObject place : line.objects("workplaces",
          Set.of("city", "postcode", "region", "country", "latitude", "longitude"))) {
        draft.place("workplaces", place.text("city"), place.text("postcode"),
            place.text("region"), place.text("country"), place.text("latitude"),
            place.text("longitude"));
      }
    }

    private void terms() {
      draft.remote(line.constant("remote", RemoteWork.class));
      draft.contract(line.constant("contract", Contract.class));
      StrictObject hours = line.object("hours", Set.of("min", "max"));
      if (hours != null) {
        draft.hours("hours", hours.number("min"), hours.number("max"));
      }
      StrictObject salary = line.object("salary", Set.of("min", "max", "currency", "period"));
      if (salary != null) {
        draft.salary("salary", salary.number("min"), salary.number("max"),
            Currencies.of(salary.text("currency")), salary.constant("period", Salary.Period.class));
      }
      draft.positions("positions", line.text("positions"));
      draft.startsOn(dates.day(draft, "startsOn", line.text("startsOn")));
    }

    private void requirements() {
      for (StrictObject skill : line.objects("skills", Set.of("text", "importance", "field"))) {
        String field = skill.text("field");
        draft.skill(field == null ? "skills" : field, skill.text("text"), importance(skill));
      }
      for (StrictObject language : line.objects("languages",
          Set.of("language", "level", "importance"))) {
        String name = language.text("language");
        String code = name == null ? null : LanguageNames.code(name);
        if (name != null && code == null) {
          draft.problem(ProblemCode.UNKNOWN_VALUE, "languages.language", name,
              "an ISO 639-1 code such as fr");
        }
        draft.languageDemand(code, language.constant("level", CefrLevel.class),
            importance(language));
      }
      draft.education(line.constant("education", EducationLevel.class));
      experience();
      for (String category : line.texts("drivingLicences")) {
        draft.licence(line.constantOf("drivingLicences", category, DrivingLicence.class));
      }
    }

    private void experience() {
      String months = line.text("experienceMonths");
      boolean isCount = months != null && months.matches("\\d{1,3}");
      if (months != null && !isCount) {
        draft.problem(ProblemCode.BAD_NUMBER, "experienceMonths", months, "months from 0 to 600");
      }
      draft.experienceMonths(isCount ? Integer.valueOf(months) : null);
    }

    private static Importance importance(StrictObject object) {
      Importance importance = object.constant("importance", Importance.class);
      return importance == null ? Importance.MENTIONED : importance;
    }

    private void occupations() {
      for (StrictObject code : line.objects("occupations", Set.of("scheme", "version", "code"))) {
        String scheme = code.text("scheme");
        if (scheme != null && scheme.matches("[a-z0-9][a-z0-9.-]{0,39}")) {
          draft.occupationCode(scheme, code.text("version"), code.text("code"));
        } else {
          draft.problem(ProblemCode.UNKNOWN_VALUE, "occupations.scheme", String.valueOf(scheme),
              "the name of a classification in lower case, such as rome");
        }
      }
      line.texts("occupationTitles").forEach(draft::occupationTitle);
    }

    private void about() {
      draft.postedAt("postedAt",
          dates.read(draft, "postedAt", line.text("postedAt"), Dates.Edge.START));
      draft.validThrough("validThrough",
          dates.read(draft, "validThrough", line.text("validThrough"), Dates.Edge.END));
      draft.url("url", line.text("url"));
      draft.applyUrl("applyUrl", line.text("applyUrl"));
      for (String key : line.texts("partnerKeys")) {
        int colon = key.indexOf(':');
        if (colon > 0) {
          draft.partnerKey(key.substring(0, colon), key.substring(colon + 1));
        } else {
          draft.problem(ProblemCode.UNKNOWN_VALUE, "partnerKeys", key,
              "a kind and a key, such as requisition:R-7");
        }
      }
      for (String flag : line.texts("flags")) {
        VacancyFlag known = line.constantOf("flags", flag, VacancyFlag.class);
        if (known != null) {
          draft.flag(known);
        }
      }
      JsonNode raw = line.objectNode("raw");
      for (String name : raw.propertyNames()) {
        String clean = PlainText.line(name);
        if (!clean.isEmpty()) {
          draft.raw(PlainText.shortened(clean, MAX_RAW_NAME), Nodes.text(raw, name));
        }
      }
    }
  }
}
