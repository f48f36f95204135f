package org.metier.feed.internal.page;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.feed.DateOrder;
import org.metier.feed.StatedCode;
import org.metier.feed.internal.Nodes;
import org.metier.feed.internal.draft.Countries;
import org.metier.feed.internal.draft.Dates;
import org.metier.feed.internal.draft.Draft;
import org.metier.feed.internal.draft.PlainText;
import org.metier.qualification.EducationLevel;
import org.metier.work.Contract;
import org.metier.work.Importance;
import org.metier.work.RemoteWork;
import tools.jackson.databind.JsonNode;

/// Reads one `JobPosting`, each property in all the types that publishers use for it.
public final class SchemaOrgPosting {
  private static final List<String> RAW = List.of("datePosted", "validThrough", "industry",
      "occupationalCategory", "jobLocationType", "jobStartDate",
      "jobImmediateStart", "directApply", "totalJobOpenings", "applicantLocationRequirements",
      "jobBenefits");
  private static final Pattern SEPARATORS = Pattern.compile("[;,\\n•·]|\\s-\\s");

  private final Dates dates;

  /// @param order of the numbers of a local date; null when the source does not declare it, and then only
  ///     dates with points are read, since those have the day first everywhere
  public SchemaOrgPosting(ZoneId zone, @Nullable DateOrder order) {
    List<String> formats = new ArrayList<>(List.of(Dates.ISO, "d.M.uuuu"));
    if (order != null) {
      formats.addAll(switch (order) {
        case DAY_FIRST -> List.of("d/M/uuuu", "d-M-uuuu");
        case MONTH_FIRST -> List.of("M/d/uuuu", "M-d-uuuu");
      });
    }
    dates = new Dates(formats, zone);
  }

  public void read(JsonNode posting, Draft draft) {
    draft.key("identifier", key(posting));
    draft.title("title", first(posting, "title", "name"));
    draft.description(description(posting));
    draft.language(named(posting.path("inLanguage")));
    employer(posting, draft);
    draft.url("url", Nodes.text(posting, "url"));
    draft.postedAt("datePosted", dates.read(draft, "datePosted",
        Nodes.text(posting, "datePosted"), Dates.Edge.START));
    draft.validThrough("validThrough", dates.read(draft, "validThrough",
        Nodes.text(posting, "validThrough"), Dates.Edge.END));
    draft.startsOn(dates.day(draft, "jobStartDate", Nodes.text(posting, "jobStartDate")));
    draft.positions("totalJobOpenings", Nodes.text(posting, "totalJobOpenings"));
    for (JsonNode place : Nodes.list(posting, "jobLocation")) {
      new SchemaOrgPlace(draft).read(place);
    }
    if (!draft.hasPlace()) {
      for (JsonNode area : Nodes.list(posting, "applicantLocationRequirements")) {
        String name = named(area);
        draft.place("applicantLocationRequirements", null, null, null,
            name == null || Countries.code(name) == null ? null : name, null, null);
      }
    }
    if (Nodes.list(posting, "jobLocationType")
        .stream()
        .map(Nodes::text)
        .anyMatch(t -> "TELECOMMUTE".equalsIgnoreCase(t))) {
      draft.remote(RemoteWork.REMOTE);
    }
    draft.contract(contract(posting));
    String type = joined(posting.path("employmentType"));
    draft.contractText("employmentType", type);
    draft.hoursWithin("workHours", joined(posting.path("workHours")));
    draft.hoursWithin("employmentType", type);
    new SchemaOrgSalary(draft).read(posting);
    requirements(posting, draft);
    for (String field : RAW) {
      draft.raw(field, joined(posting.path(field)));
    }
  }

  private static void employer(JsonNode posting, Draft draft) {
    draft.employer(named(posting.path("hiringOrganization")));
    for (JsonNode one : Nodes.list(posting, "hiringOrganization")) {
      List<String> types = Nodes.list(one, "@type")
          .stream()
          .map(t -> String.valueOf(Nodes.text(t)))
          .toList();
      if (types.contains("EmploymentAgency")) {
        draft.agency(true);
      }
      if (!types.contains("Person")) {
        draft.employerId(first(one, "leiCode", "vatID", "taxID"));
      }
    }
  }

  private static @Nullable String key(JsonNode posting) {
    for (JsonNode identifier : Nodes.list(posting, "identifier")) {
      String text = identifier.isObject()
          ? first(identifier, "value", "@id", "name")
          : Nodes.text(identifier);
      if (text != null) {
        return text;
      }
    }
    return first(posting, "@id", "url");
  }

  /// The description, and after it what other properties say in running text and it does not.
  private static @Nullable String description(JsonNode posting) {
    StringBuilder whole = new StringBuilder();
    for (String field : List.of("description", "responsibilities", "qualifications",
        "experienceRequirements", "educationRequirements")) {
      for (JsonNode part : Nodes.list(posting, field)) {
        String text = part.isObject() ? Nodes.text(part, "description") : Nodes.text(part);
        if (text != null && whole.indexOf(text) < 0) {
          whole.append(whole.isEmpty() ? "" : "\n\n").append(PlainText.of(text));
        }
      }
    }
    return whole.isEmpty() ? null : whole.toString();
  }

  /// Full or part time says nothing about the contract. The first word that does counts.
  private static @Nullable Contract contract(JsonNode posting) {
    for (JsonNode type : Nodes.list(posting, "employmentType")) {
      String text = Nodes.text(type);
      for (String word : text == null ? new String[0] : text.split("[,;/|]")) {
        Contract contract = switch (word.strip()
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s_-]+", "_")) {
          case "PERMANENT", "CDI", "UNBEFRISTET", "VAST", "FESTANSTELLUNG", "REGULAR" ->
            Contract.PERMANENT;
          case "TEMPORARY", "FIXED_TERM", "CDD", "BEFRISTET", "TIJDELIJK" -> Contract.FIXED_TERM;
          case "SEASONAL" -> Contract.SEASONAL;
          case "CONTRACTOR", "FREELANCE", "SELF_EMPLOYED", "B2B" -> Contract.SELF_EMPLOYED;
          case "AGENCY", "INTERIM", "INTÉRIM", "ZEITARBEIT", "UITZENDING" -> Contract.AGENCY;
          case "INTERN", "INTERNSHIP", "STAGE", "PRAKTIKUM", "STAŻ" -> Contract.INTERNSHIP;
          case "APPRENTICESHIP", "APPRENTICE", "AUSBILDUNG", "ALTERNANCE" ->
            Contract.APPRENTICESHIP;
          case "VOLUNTEER" -> Contract.VOLUNTARY;
          default -> null;
        };
        if (contract != null) {
          return contract;
        }
      }
    }
    return null;
  }

  private static void requirements(JsonNode posting, Draft draft) {
    for (JsonNode skill : Nodes.list(posting, "skills")) {
      if (skill.isObject()) {
        draft.skill("skills", named(skill), Importance.REQUIRED);
      } else {
        String text = Nodes.text(skill);
        for (String part : text == null ? new String[0] : SEPARATORS.split(PlainText.of(text))) {
          draft.skill("skills", part, Importance.REQUIRED);
        }
      }
    }
    for (JsonNode experience : Nodes.list(posting, "experienceRequirements")) {
      Double months = Nodes.number(experience, "monthsOfExperience");
      if (months != null) {
        draft.experienceMonths((int) Math.round(months));
      } else if (!experience.isObject()) {
        draft.experienceText("experienceRequirements", Nodes.text(experience));
      }
    }
    for (JsonNode education : Nodes.list(posting, "educationRequirements")) {
      draft.education(education(education));
    }
    for (JsonNode category : Nodes.list(posting, "occupationalCategory")) {
      occupation(category, draft);
    }
    draft.occupationTitle(named(posting.path("relevantOccupation")));
  }

  private static @Nullable EducationLevel education(JsonNode education) {
    String category = Nodes.text(education, "credentialCategory");
    return switch (category == null ? "" : category.strip().toLowerCase(Locale.ROOT)) {
      case "high school" -> EducationLevel.UPPER_SECONDARY;
      case "professional certificate" -> EducationLevel.POST_SECONDARY;
      case "associate degree" -> EducationLevel.SHORT_TERTIARY;
      case "bachelor degree", "bachelor's degree" -> EducationLevel.BACHELOR;
      case "postgraduate degree", "master degree", "master's degree" -> EducationLevel.MASTER;
      case "doctorate", "doctoral degree", "phd" -> EducationLevel.DOCTORATE;
      default -> null;
    };
  }

  private static void occupation(JsonNode category, Draft draft) {
    String code = category.isObject()
        ? first(category, "codeValue", "termCode", "@id", "url")
        : Nodes.text(category);
    String scheme = scheme(category);
    if (code != null && code.matches("\\d{2}-\\d{4}(?:\\.\\d{2})?\\b.*")) {
      draft.occupationCode("onet", null, code.replaceFirst("[^\\d.-].*", "").strip());
    } else if (code != null && code.matches("[A-N]\\d{4}") && scheme != null
        && scheme.toUpperCase(Locale.ROOT).contains("ROME")) {
      draft.occupationCode("rome", null, code);
    }
    boolean isIsco = code != null && code.matches("\\d{4}")
        && (scheme == null || scheme.toUpperCase(Locale.ROOT).contains("ISCO"));
    boolean isConcept = code != null && code.startsWith("http://data.europa.eu/esco/");
    if (isIsco || isConcept) {
      draft.occupationCode(isIsco ? StatedCode.ISCO_08 : StatedCode.ESCO, null, code);
    }
    String label = category.isObject()
        ? Nodes.text(category, "name")
        : isIsco || isConcept ? null : code;
    // "15-1252.00 - Software Developers" is a code of another scheme with its label.
    draft.occupationTitle(label == null ? null : label.replaceFirst("^[\\d.,-]+\\s*[-:]?\\s*", ""));
  }

  private static @Nullable String scheme(JsonNode category) {
    if (!category.isObject()) {
      return null;
    }
    String scheme = named(category.path("inCodeSet"));
    return scheme == null ? named(category.path("inDefinedTermSet")) : scheme;
  }

  /// A text, or the name of an object; the first of several.
  public static @Nullable String named(JsonNode node) {
    for (JsonNode one : Nodes.list(node)) {
      String text = one.isObject()
          ? first(one, "name", "alternateName", "@id", "url")
          : Nodes.text(one);
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  public static @Nullable String first(JsonNode node, String... names) {
    for (String name : names) {
      for (JsonNode one : Nodes.list(node, name)) {
        String text = Nodes.text(one);
        if (text != null) {
          return text;
        }
      }
    }
    return null;
  }

  private static @Nullable String joined(JsonNode node) {
    List<String> texts = new ArrayList<>();
    for (JsonNode one : Nodes.list(node)) {
      String text = named(one);
      if (text != null) {
        texts.add(text);
      }
    }
    return texts.isEmpty() ? null : String.join(", ", texts);
  }
}
