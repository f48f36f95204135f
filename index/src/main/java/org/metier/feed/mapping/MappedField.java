package org.metier.feed.mapping;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A field of a vacancy that a [Mapping] can fill.
enum MappedField {
  KEY("key"), TITLE("title"), DESCRIPTION("description"), LANGUAGE("language"),
  EMPLOYER("employer"),
  CITY("city"), POSTCODE("postcode"), REGION("region"), COUNTRY("country"), LATITUDE("latitude"),
  LONGITUDE("longitude"), REMOTE("remote"), CONTRACT("contract"), HOURS_MIN("hoursMin"),
  HOURS_MAX("hoursMax"), SALARY_MIN("salaryMin"), SALARY_MAX("salaryMax"),
  SALARY_CURRENCY("salaryCurrency"), SALARY_PERIOD("salaryPeriod"),
  EXPERIENCE_MONTHS("experienceMonths"), EDUCATION("education"), LANGUAGES("languages"),
  DRIVING_LICENCES("drivingLicences"), SKILLS("skills"), OCCUPATION_CODE("occupationCode"),
  OCCUPATION_TITLE("occupationTitle"), POSTED_AT("postedAt"), VALID_THROUGH("validThrough"),
  URL("url"), SALARY_TEXT("salaryText"), HOURS_TEXT("hoursText"), CONTRACT_TEXT("contractText"),
  EXPERIENCE_TEXT("experienceText"), APPLY_URL("applyUrl"), POSITIONS("positions"),
  STARTS_ON("startsOn"), EMPLOYER_ID("employerId"), IS_AGENCY("isAgency"),
  PARTNER_KEY("partnerKey");

  private final String json;

  MappedField(String json) {
    this.json = json;
  }

  /// The name in a mapping file.
  public String json() {
    return json;
  }

  public static @Nullable MappedField of(String json) {
    for (MappedField field : values()) {
      if (field.json.equals(json)) {
        return field;
      }
    }
    return null;
  }

  public static List<String> names() {
    return Arrays.stream(values()).map(MappedField::json).toList();
  }
}
