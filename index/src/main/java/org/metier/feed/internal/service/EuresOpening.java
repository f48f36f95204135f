package org.metier.feed.internal.service;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.feed.ProblemCode;
import org.metier.feed.internal.draft.AmountText;
import org.metier.feed.internal.draft.Countries;
import org.metier.feed.internal.draft.Currencies;
import org.metier.feed.internal.draft.Dates;
import org.metier.feed.internal.draft.Draft;
import org.metier.feed.internal.draft.LanguageNames;
import org.metier.feed.internal.draft.Numerals;
import org.metier.feed.internal.draft.PlainText;
import org.metier.feed.internal.xml.XmlNode;
import org.metier.qualification.CefrLevel;
import org.metier.qualification.DrivingLicence;
import org.metier.text.Language;
import org.metier.work.Importance;
import org.metier.work.RemoteWork;
import org.metier.work.Salary;

/// One `PositionOpening` of HR-XML 3.2 as EURES profiles it. Persons who can be asked are never read.
///
/// Of several profiles, one a language, the first in a language that Metier reads in full counts, else the
/// first of all: they say the same, and joined they would count twice.
final class EuresOpening {
  private static final List<String> RAW = List.of("ImmediateStartIndicator");
  private static final Pattern LINK = Pattern
      .compile("(?:href\\s*=\\s*[\"'])?(https?://[^\\s\"'<>]+)");

  private final Dates dates;

  EuresOpening(ZoneId zone) {
    dates = new Dates(List.of(Dates.ISO, "uuuu-MM-ddXXX"), zone);
  }

  /// Reads all but the key.
  void read(XmlNode opening, Draft draft) {
    XmlNode status = opening.at("positionopeningstatuscode");
    if (status != null && (isClosed(status.text()) || isClosed(status.attribute("name")))) {
      draft.withdrawn(null);
      return;
    }
    draft.partnerKey("eures", opening.text("documentid"));
    XmlNode profile = profile(opening.children("positionprofile"));
    if (profile == null) {
      draft.title("PositionProfile/PositionTitle", null);
      return;
    }
    draft.title("PositionTitle", profile.text("positiontitle"));
    draft.language(profile.attribute("languagecode"));
    description(profile, draft);
    employer(profile, places(profile, draft), draft);
    requirements(profile, draft);
    terms(profile, opening, draft);
    times(profile, opening, draft);
    draft.positions("PositionOpenQuantity", first(profile, opening, "positionopenquantity"));
    for (String field : RAW) {
      draft.raw(field, first(profile, opening, field.toLowerCase(Locale.ROOT)));
    }
    draft.raw("IndustryCode", profile.text("positionorganization", "industrycode"));
  }

  private static boolean isClosed(@Nullable String status) {
    return status != null && status.strip().equalsIgnoreCase("closed");
  }

  private static @Nullable XmlNode profile(List<XmlNode> profiles) {
    return profiles.stream()
        .filter(EuresOpening::isReadable)
        .findFirst()
        .orElse(profiles.isEmpty() ? null : profiles.getFirst());
  }

  private static boolean isReadable(XmlNode profile) {
    String language = profile.attribute("languagecode");
    return language != null && Language.of(language).isPresent();
  }

  private static @Nullable String first(XmlNode profile, XmlNode opening, String name) {
    String text = profile.text(name);
    return text == null ? opening.text(name) : text;
  }

  private static void description(XmlNode profile, Draft draft) {
    List<String> parts = new ArrayList<>();
    for (XmlNode part : profile.children("positionformatteddescription")) {
      String text = part.text("content");
      if (text != null) {
        parts.add(PlainText.of(text));
      }
    }
    draft.description(parts.isEmpty() ? null : String.join("\n\n", parts));
    for (XmlNode posting : profile.children("postinginstruction")) {
      for (XmlNode method : posting.children("applicationmethod")) {
        String instructions = method.text("instructions");
        draft.raw("ApplicationMethod/Instructions", instructions);
        Matcher link = LINK.matcher(instructions == null ? "" : instructions);
        if (link.find()) {
          draft.applyUrl("ApplicationMethod/Instructions", link.group(1));
        }
      }
    }
  }

  /// @return the country of the first place that has one
  private static @Nullable String places(XmlNode profile, Draft draft) {
    String first = null;
    for (XmlNode location : profile.children("positionlocation")) {
      for (XmlNode address : location.children("address")) {
        String nuts = address.text("countrysubdivisioncode");
        String country = address.text("countrycode");
        country = country == null ? EuresCodes.countryOfNuts(nuts) : country;
        draft.place("PositionLocation/Address", address.text("cityname"),
            address.text("postalcode"), nuts, country, null, null);
        first = first == null && country != null ? Countries.code(country) : first;
      }
    }
    return first;
  }

  private static void employer(XmlNode profile, @Nullable String country, Draft draft) {
    XmlNode identifiers = profile.at("positionorganization", "organizationidentifiers");
    if (identifiers == null) {
      return;
    }
    draft.employer(identifiers.text("organizationname"));
    String id = identifiers.text("organizationlegalid");
    if (id != null && !EuresCodes.isPersonal(id, country)) {
      draft.employerId(id);
    }
  }

  private static void requirements(XmlNode profile, Draft draft) {
    for (XmlNode category : profile.children("jobcategorycode")) {
      EuresCodes.occupation(category.attribute("listname"), category.text(), draft);
    }
    for (XmlNode language : profile.children("workinglanguagecode")) {
      language(language.text(), null, Importance.MENTIONED, draft);
    }
    for (XmlNode qualifications : profile.children("positionqualifications")) {
      for (XmlNode competency : qualifications.children("positioncompetency")) {
        competency(competency, draft);
      }
      for (XmlNode education : qualifications.children("educationrequirement")) {
        String level = education.text("educationlevelcode");
        draft.raw("EducationLevelCode", level);
        if (level != null) {
          draft.education(EuresCodes.education(level, draft));
        }
      }
      for (XmlNode licence : qualifications.children("licensetypecode")) {
        licence(licence.text(), draft);
      }
      experience(qualifications, draft);
    }
  }

  private static void competency(XmlNode competency, Draft draft) {
    String taxonomy = competency.text("taxonomyid");
    String id = competency.text("competencyid");
    if (taxonomy != null && taxonomy.strip().equalsIgnoreCase("language")) {
      language(id, cefr(competency.text("competencydimension", "score", "scoretext")),
          Importance.REQUIRED, draft);
      return;
    }
    String name = competency.text("competencyname");
    draft.skill("PositionCompetency", name == null ? id : name, Importance.MENTIONED);
  }

  private static void language(@Nullable String received, @Nullable CefrLevel level,
      Importance importance, Draft draft) {
    String code = received == null ? null : LanguageNames.code(received);
    if (received != null && code == null) {
      draft.problem(ProblemCode.UNKNOWN_VALUE, "language", received, "a language code such as sv");
    }
    draft.languageDemand(code, level, importance);
  }

  private static @Nullable CefrLevel cefr(@Nullable String text) {
    return text != null && text.strip().toUpperCase(Locale.ROOT).matches("[ABC][12]")
        ? CefrLevel.valueOf(text.strip().toUpperCase(Locale.ROOT))
        : null;
  }

  private static void licence(@Nullable String received, Draft draft) {
    draft.raw("LicenseTypeCode", received);
    if (received != null) {
      draft.licence(DrivingLicence.of(received).orElse(null));
    }
  }

  private static void experience(XmlNode qualifications, Draft draft) {
    XmlNode measure = qualifications.at("experiencesummary", "experiencecategory", "measure");
    String text = measure == null ? null : measure.text();
    if (measure == null || text == null) {
      return;
    }
    String unit = measure.attribute("unitcode");
    draft.raw("ExperienceCategory/Measure", text + (unit == null ? "" : " " + unit));
    Double count = Numerals.number(text);
    double months = switch (unit == null ? "" : unit.toLowerCase(Locale.ROOT)) {
      case "year", "years", "ann", "y" -> 12;
      case "month", "months", "mon", "m" -> 1;
      default -> 0;
    };
    if (count == null) {
      draft.problem(ProblemCode.BAD_NUMBER, "ExperienceCategory/Measure", text,
          "a number with a unit, such as 2 with unitCode Year");
    } else if (months > 0) {
      draft.experienceMonths((int) Math.min(10_000, Math.round(count * months)));
    }
  }

  private static void terms(XmlNode profile, XmlNode opening, Draft draft) {
    EuresCodes.contract(first(profile, opening, "positionofferingtypecode"), draft);
    draft.hoursText("PositionScheduleTypeCode",
        first(profile, opening, "positionscheduletypecode"));
    String remote = profile.text("userarea", "remoteworkindicator");
    draft.raw("RemoteWorkIndicator", remote);
    // "true" says that some of it can be done elsewhere, and not that all of it can.
    draft.remote(remote == null
        ? null
        : remote.strip().equalsIgnoreCase("true")
            ? RemoteWork.HYBRID
            : remote.strip().equalsIgnoreCase("false") ? RemoteWork.ON_SITE : null);
    for (XmlNode offered : profile.children("offeredremunerationpackage")) {
      for (XmlNode range : offered.children("remunerationrange")) {
        pay(range, draft);
      }
    }
  }

  private static void pay(XmlNode range, Draft draft) {
    XmlNode least = range.at("remunerationminimumamount");
    XmlNode most = range.at("remunerationmaximumamount");
    String min = least == null ? null : least.text();
    String max = most == null ? null : most.text();
    XmlNode either = least == null ? most : least;
    String currency = either == null ? null : either.attribute("currencyid");
    String interval = range.text("remunerationintervalcode");
    if (min == null && max == null) {
      return;
    }
    draft.raw("RemunerationRange", AmountText.of(min, max, currency, interval));
    Salary.Period period = switch (interval == null
        ? ""
        : interval.strip().toLowerCase(Locale.ROOT)) {
      case "hour", "hourly" -> Salary.Period.HOUR;
      case "day", "daily" -> Salary.Period.DAY;
      case "week", "weekly" -> Salary.Period.WEEK;
      case "month", "monthly" -> Salary.Period.MONTH;
      case "year", "yearly", "annual" -> Salary.Period.YEAR;
      default -> null;
    };
    if (period != null) {
      draft.salary("RemunerationRange", min == null ? null : Numerals.number(min),
          max == null ? null : Numerals.number(max), Currencies.of(currency), period);
    } else if (interval == null) { // one of an unknown interval is kept as received only
      draft.salaryText("RemunerationRange", AmountText.of(min, max, currency, null));
    }
  }

  private void times(XmlNode profile, XmlNode opening, Draft draft) {
    draft.validThrough("ApplicationCloseDate", date("ApplicationCloseDate",
        first(profile, opening, "applicationclosedate"), Dates.Edge.END, draft));
    String start = profile.text("positionperiod", "startdate", "datetext");
    draft.raw("PositionPeriod/StartDate", start);
    if (start != null && !isNotStated(start)) {
      try {
        draft.startsOn(
            LocalDate.parse(start.strip().substring(0, Math.min(10, start.strip().length()))));
      } catch (DateTimeParseException e) {
        draft.problem(ProblemCode.BAD_DATE, "PositionPeriod/StartDate", start,
            "a day such as 2026-03-31, or na");
      }
    }
  }

  @Nullable
  Instant date(String field, @Nullable String text, Dates.Edge edge, Draft draft) {
    if (text == null || isNotStated(text)) {
      return null;
    }
    Instant found = dates.read(text, edge);
    if (found == null) {
      draft.problem(ProblemCode.BAD_DATE, field, text, "a day such as 2026-03-31, or na");
    }
    return found;
  }

  private static boolean isNotStated(String text) {
    return text.strip().equalsIgnoreCase("na") || text.strip().equalsIgnoreCase("n/a");
  }
}
