package org.metier.feed.internal.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.metier.feed.ProblemCode;
import org.metier.feed.internal.draft.AmountText;
import org.metier.feed.internal.draft.Currencies;
import org.metier.feed.internal.draft.Dates;
import org.metier.feed.internal.draft.Draft;
import org.metier.feed.internal.draft.Numerals;
import org.metier.feed.internal.draft.PlainText;
import org.metier.feed.internal.xml.XmlNode;
import org.metier.work.Contract;
import org.metier.work.Importance;
import org.metier.work.Salary;

/// One `PositionOpening` of HR-XML 2.x. Persons who can be asked are never read.
final class HrXml2Opening {
  /// Words for "no longer open" in `PositionRecordInfo/Status`.
  private static final Set<String> CLOSED = Set.of("closed", "inactive", "deleted", "filled",
      "cancelled");

  private final BoardDates dates;

  HrXml2Opening(BoardDates dates) {
    this.dates = dates;
  }

  void read(XmlNode opening, Draft draft) {
    draft.key("PositionRecordInfo/Id/IdValue",
        opening.text("positionrecordinfo", "id", "idvalue"));
    String status = opening.text("positionrecordinfo", "status");
    if (status != null && CLOSED.contains(status.strip().toLowerCase(Locale.ROOT))) {
      draft.withdrawn(null);
      return;
    }
    XmlNode profile = opening.at("positionprofile");
    XmlNode detail = opening.at("positionprofile", "positiondetail");
    XmlNode posting = opening.at("positionpostings", "positionposting");
    draft.title("PositionDetail/PositionTitle", title(detail, posting));
    if (profile != null) {
      profile(profile, draft);
    }
    if (detail != null) {
      detail(detail, draft);
    }
    if (posting != null) {
      posting(posting, draft);
    }
    draft.positions("NumberToFill", opening.text("numbertofill"));
  }

  private static @Nullable String title(@Nullable XmlNode detail, @Nullable XmlNode posting) {
    String title = detail == null ? null : detail.text("positiontitle");
    return title == null && posting != null ? posting.text("title") : title;
  }

  private void posting(XmlNode posting, Draft draft) {
    XmlNode id = posting.at("id");
    draft.partnerKey("posting", posting.text("id", "idvalue"));
    draft.url("PositionPosting/Link", posting.text("link"));
    if (id != null) {
      draft.postedAt("PositionPosting/Id/@validFrom", dates.read("PositionPosting/Id/@validFrom",
          id.attribute("validfrom"), Dates.Edge.START, draft));
      draft.validThrough("PositionPosting/Id/@validTo", dates.read("PositionPosting/Id/@validTo",
          id.attribute("validto"), Dates.Edge.END, draft));
    }
  }

  private void profile(XmlNode profile, Draft draft) {
    draft.language(profile.attribute("lang"));
    draft.employer(profile.text("organization", "organizationname"));
    List<String> parts = new ArrayList<>();
    for (XmlNode part : profile.children("formattedpositiondescription")) {
      String name = part.text("name");
      String value = part.text("value");
      if (value != null) {
        parts.add((name == null ? "" : PlainText.line(name) + "\n") + PlainText.of(value));
      }
    }
    draft.description(parts.isEmpty() ? null : String.join("\n\n", parts));
    String start = profile.text("positiondateinfo", "startdate");
    draft.raw("StartDate", start);
    if (start != null && start.strip().matches("\\d{4}-\\d{2}-\\d{2}")) {
      Instant day = dates.read("StartDate", start, Dates.Edge.START, draft);
      draft.startsOn(day == null ? null : java.time.LocalDate.parse(start.strip()));
    }
    draft.applyUrl("HowToApply/ApplicationMethod/InternetWebAddress",
        profile.text("howtoapply", "applicationmethod", "internetwebaddress"));
  }

  private void detail(XmlNode detail, Draft draft) {
    for (XmlNode location : detail.children("physicallocation")) {
      for (XmlNode address : location.children("postaladdress")) {
        draft.place("PostalAddress", address.text("municipality"), address.text("postalcode"),
            address.text("region"), address.text("countrycode"), null, null);
      }
    }
    for (XmlNode category : detail.children("jobcategory")) {
      code(category, draft);
    }
    for (XmlNode competency : detail.children("competency")) {
      String name = competency.attribute("name");
      draft.skill("Competency", name == null ? competency.text("competencyname") : name,
          "true".equals(competency.attribute("required"))
              ? Importance.REQUIRED
              : Importance.MENTIONED);
    }
    String type = detail.text("positionclassification");
    draft.contract(contract(type));
    draft.contractText("PositionClassification", type);
    draft.hoursText("PositionSchedule", detail.text("positionschedule"));
    pay(detail, draft);
  }

  private static void code(XmlNode category, Draft draft) {
    String taxonomy = category.text("taxonomyname");
    String scheme = taxonomy == null
        ? ""
        : taxonomy.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "");
    if (scheme.matches("[a-z0-9][a-z0-9.-]{0,39}")) {
      draft.occupationCode(scheme.startsWith("isco") ? "isco08" : scheme, null,
          category.text("categorycode"));
    }
    draft.occupationTitle(category.text("categorydescription"));
  }

  /// The words of the standard; any other is read as text.
  private static @Nullable Contract contract(@Nullable String type) {
    return switch (type == null ? "" : type.strip().toLowerCase(Locale.ROOT)) {
      case "temporary" -> Contract.FIXED_TERM;
      case "contract" -> Contract.SELF_EMPLOYED;
      case "internship" -> Contract.INTERNSHIP;
      case "volunteer" -> Contract.VOLUNTARY;
      case "seasonal" -> Contract.SEASONAL;
      case "apprenticeship" -> Contract.APPRENTICESHIP;
      default -> null;
    };
  }

  private static void pay(XmlNode detail, Draft draft) {
    XmlNode pay = detail.at("remunerationpackage", "basepay");
    if (pay == null) {
      return;
    }
    String min = pay.text("basepayamountmin");
    String max = pay.text("basepayamountmax");
    String currency = pay.attribute("currencycode");
    String interval = pay.attribute("basepayinterval");
    draft.raw("BasePay", AmountText.of(min, max, currency, interval));
    Salary.Period period = switch (interval == null ? "" : interval.toLowerCase(Locale.ROOT)) {
      case "hourly" -> Salary.Period.HOUR;
      case "daily" -> Salary.Period.DAY;
      case "weekly" -> Salary.Period.WEEK;
      case "monthly" -> Salary.Period.MONTH;
      case "yearly" -> Salary.Period.YEAR;
      default -> null;
    };
    Double low = min == null ? null : Numerals.number(min);
    Double high = max == null ? low : Numerals.number(max);
    if (min != null && low == null) {
      draft.problem(ProblemCode.BAD_SALARY, "BasePay", min, "an amount such as 2400.00");
    } else if (period != null) {
      draft.salary("BasePay", low, high, Currencies.of(currency), period);
    } else if (interval == null) { // one of an unknown interval is kept as received only
      draft.salaryText("BasePay", AmountText.of(min, max, currency, null));
    }
  }
}
