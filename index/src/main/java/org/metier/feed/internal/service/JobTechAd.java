package org.metier.feed.internal.service;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.metier.feed.ProblemCode;
import org.metier.feed.internal.Nodes;
import org.metier.feed.internal.draft.Dates;
import org.metier.feed.internal.draft.Draft;
import org.metier.feed.internal.draft.LanguageNames;
import org.metier.qualification.DrivingLicence;
import org.metier.work.Importance;
import tools.jackson.databind.JsonNode;

/// Reads one ad of the Swedish service, by its published names or those of its source. What names people
/// is never read, nor is what the service only guesses or fills in (`remote_work`, a made-up
/// `scope_of_work`, a country that stands alone).
final class JobTechAd {
  /// Kept as received beside what was made of them; of objects, their label.
  private static final List<String> RAW = List.of("salary_type", "lonTyp", "occupation_field",
      "access", "tilltrade",
      "remote_work", "application_deadline", "last_publication_date", "sistaAnsokningsdatum",
      "sistaPubliceringsdatum", "source_type", "kallaTyp");
  /// A weight of 10 is a must; what weighs less is nice to have.
  private static final String MUST = "10";

  private final Dates dates;

  JobTechAd(ZoneId zone) {
    dates = new Dates(List.of(Dates.ISO), zone);
  }

  void read(JsonNode ad, Draft draft) {
    draft.key("id", Nodes.first(ad, "id", "annonsId"));
    if (Nodes.isTrue(ad, "removed") || Nodes.isTrue(ad, "avpublicerad")) {
      draft.withdrawn(date(ad, draft, Dates.Edge.START, "removed_date", "avpubliceringsdatum"));
      return;
    }
    draft.title(field(ad, "headline", "annonsrubrik"), Nodes.first(ad, "headline", "annonsrubrik"));
    draft.description(description(ad));
    draft.employer(employer(ad));
    draft.employerId(JobTechTerms.companyNumber(Nodes.first(
        ad.has("employer") ? ad.path("employer") : ad, "organization_number",
        "organisationsnummer")));
    draft.url("webpage_url", Nodes.text(ad, "webpage_url"));
    draft.applyUrl("application_details.url", applyUrl(ad));
    draft.positions(field(ad, "number_of_vacancies", "antalPlatser"),
        Nodes.first(ad, "number_of_vacancies", "antalPlatser"));
    draft.partnerKey("external", Nodes.first(ad, "external_id", "externtAnnonsId"));
    draft.partnerKey("original", Nodes.text(ad, "original_id"));
    place(ad, draft);
    dates(ad, draft);
    terms(ad, draft);
    occupations(ad, draft);
    demands(ad.path("must_have"), Importance.REQUIRED, draft);
    demands(ad.path("nice_to_have"), Importance.DESIRED, draft);
    demands(ad, Importance.MENTIONED, draft);
    licences(ad, draft);
    for (String field : RAW) {
      draft.raw(field, labelOf(ad.path(field)));
    }
  }

  private static String field(JsonNode ad, String published, String source) {
    return ad.has(source) && !ad.has(published) ? source : published;
  }

  private static @Nullable String description(JsonNode ad) {
    JsonNode description = ad.path("description");
    String whole = Nodes.first(description, "text_formatted", "text");
    if (whole == null) {
      whole = Nodes.first(ad, "annonstextFormaterad", "annonstext");
    }
    if (whole != null) {
      return whole;
    }
    StringBuilder parts = new StringBuilder();
    for (String part : List.of("company_information", "needs", "requirements", "conditions")) {
      String text = Nodes.text(description, part);
      if (text != null) {
        parts.append(parts.isEmpty() ? "" : "\n\n").append(text);
      }
    }
    return parts.isEmpty() ? Nodes.text(description) : parts.toString();
  }

  private static @Nullable String employer(JsonNode ad) {
    String name = Nodes.first(ad.path("employer"), "name", "workplace");
    return name == null ? Nodes.first(ad, "arbetsgivareNamn", "arbetsplatsNamn") : name;
  }

  private static @Nullable String applyUrl(JsonNode ad) {
    String url = Nodes.text(ad.path("application_details"), "url");
    return url == null ? Nodes.text(ad, "ansokningssattWebbadress") : url;
  }

  private static void place(JsonNode ad, Draft draft) {
    JsonNode published = ad.path("workplace_address");
    JsonNode source = ad.path("arbetsplatsadress");
    JsonNode place = published.isObject() ? published : source;
    String municipality = published.isObject()
        ? Nodes.text(place, "municipality")
        : labelOf(place.path("kommun"));
    String region = published.isObject()
        ? Nodes.text(place, "region")
        : labelOf(place.path("lan"));
    String city = Nodes.first(place, "city", "postort");
    // The importer fills in Sweden where no country is stated, abroad too: only what has a Swedish
    // municipality or region beside it is believed.
    String country = Nodes.first(place, "country", "land");
    boolean isFilledIn = country != null && municipality == null && region == null
        && Set.of("sverige", "sweden", "se").contains(country.toLowerCase(Locale.ROOT));
    JsonNode coordinates = place.path("coordinates"); // longitude first
    String longitude = published.isObject()
        ? Nodes.text(coordinates.path(0))
        : Nodes.text(place, "longitud");
    String latitude = published.isObject()
        ? Nodes.text(coordinates.path(1))
        : Nodes.text(place, "latitud");
    draft.place(published.isObject() ? "workplace_address" : "arbetsplatsadress",
        city == null ? municipality : city, Nodes.first(place, "postcode", "postnr"), region,
        isFilledIn ? null : country, latitude, longitude);
    draft.raw("workplace_address.municipality_code", published.isObject()
        ? Nodes.text(place, "municipality_code")
        : Nodes.text(place.path("kommun"), "varde"));
  }

  private void dates(JsonNode ad, Draft draft) {
    draft.postedAt(field(ad, "publication_date", "publiceringsdatum"),
        date(ad, draft, Dates.Edge.START, "publication_date", "publiceringsdatum"));
    Instant deadline = date(ad, draft, Dates.Edge.END, "application_deadline",
        "sistaAnsokningsdatum");
    Instant last = date(ad, draft, Dates.Edge.END, "last_publication_date",
        "sistaPubliceringsdatum");
    boolean isDeadline = deadline != null && (last == null || !last.isBefore(deadline));
    draft.validThrough(isDeadline
        ? field(ad, "application_deadline", "sistaAnsokningsdatum")
        : field(ad, "last_publication_date", "sistaPubliceringsdatum"),
        isDeadline ? deadline : last);
  }

  private @Nullable Instant date(JsonNode ad, Draft draft, Dates.Edge edge, String published,
      String source) {
    return dates.read(draft, field(ad, published, source), Nodes.first(ad, published, source),
        edge);
  }

  private static void terms(JsonNode ad, Draft draft) {
    String typeField = field(ad, "employment_type", "anstallningTyp");
    String durationField = field(ad, "duration", "varaktighetTyp");
    String type = labelOf(ad.path(typeField));
    String duration = labelOf(ad.path(durationField));
    draft.contract(JobTechTerms.contract(type, duration));
    draft.contractText(typeField, type);
    draft.contractText(durationField, duration);
    String hours = field(ad, "working_hours_type", "arbetstidTyp");
    draft.hoursText(hours, labelOf(ad.path(hours)));
    String pay = field(ad, "salary_description", "lonebeskrivning");
    draft.salaryText(pay, labelOf(ad.path(pay)));
    draft.raw("scope_of_work", JobTechTerms.scope(
        Nodes.text(ad.path("scope_of_work"), "min"), Nodes.text(ad.path("scope_of_work"), "max")));
    draft.raw("arbetstidOmfattning", JobTechTerms.scope(Nodes.text(ad, "arbetstidOmfattningFran"),
        Nodes.text(ad, "arbetstidOmfattningTill")));
    boolean isForBeginners = "false".equals(Nodes.text(ad, "experience_required"))
        || Nodes.isTrue(ad, "ingenErfarenhetKravs");
    if (isForBeginners) {
      draft.experienceMonths(0);
    } else {
      experience(ad, draft);
    }
  }

  /// Of several kinds of experience that are all a must the longest counts.
  private static void experience(JsonNode ad, Draft draft) {
    Integer longest = null;
    List<JsonNode> works = new ArrayList<>(Nodes.list(ad.path("must_have"), "work_experiences"));
    works.addAll(Nodes.list(ad, "yrkeserfarenheter"));
    for (JsonNode work : works) {
      String level = labelOf(work.path("erfarenhetsniva"));
      if (importance(work, Importance.MENTIONED) == Importance.REQUIRED && level != null) {
        draft.raw("erfarenhetsniva", level);
        Integer months = JobTechTerms.experienceMonths(level, draft);
        longest = longest == null || (months != null && months > longest) ? months : longest;
      }
    }
    draft.experienceMonths(longest);
  }

  private static void occupations(JsonNode ad, Draft draft) {
    for (JsonNode occupation : Nodes.list(ad, field(ad, "occupation", "yrkesroll"))) {
      draft.occupationCode("jobtech", null, Nodes.text(occupation, "concept_id"));
      draft.occupationCode("ams", null,
          Nodes.first(occupation, "legacy_ams_taxonomy_id", "varde"));
      draft.occupationTitle(labelOf(occupation));
    }
    for (JsonNode group : Nodes.list(ad, "occupation_group")) {
      String code = Nodes.text(group, "legacy_ams_taxonomy_id");
      if (code != null && code.matches("\\d{4}")) {
        draft.occupationCode("ssyk", "2012", code);
      }
      draft.raw("occupation_group", labelOf(group));
    }
  }

  /// What stands in `must_have`, in `nice_to_have`, or in the source ad itself.
  ///
  /// @param usual how much an item without a weight counts
  private static void demands(JsonNode list, Importance usual, Draft draft) {
    for (JsonNode skill : Nodes.list(list, field(list, "skills", "kompetenser"))) {
      draft.skill("skills", labelOf(skill), importance(skill, usual));
    }
    for (JsonNode language : Nodes.list(list, field(list, "languages", "sprak"))) {
      String label = labelOf(language);
      String code = label == null ? null : language(label);
      if (label != null && code == null) {
        draft.problem(ProblemCode.UNKNOWN_VALUE, "languages", label, "a language such as Svenska");
      }
      draft.languageDemand(code, null, importance(language, usual));
    }
    for (JsonNode work : Nodes.list(list, field(list, "work_experiences", "yrkeserfarenheter"))) {
      draft.raw("work_experiences." + importance(work, usual), labelOf(work));
    }
    for (JsonNode level : Nodes.list(list, field(list, "education_level", "utbildningsniva"))) {
      String label = labelOf(level);
      draft.raw("education_level", label);
      if (label != null && importance(level, usual) == Importance.REQUIRED) {
        draft.education(JobTechTerms.education(label, draft));
      }
    }
    for (JsonNode course : Nodes.list(list, field(list, "education", "utbildningsinriktning"))) {
      draft.raw("education", labelOf(course));
    }
  }

  private static void licences(JsonNode ad, Draft draft) {
    boolean isAsked = !"false".equals(Nodes.text(ad, "driving_license_required"));
    for (JsonNode item : Nodes.list(ad, field(ad, "driving_license", "korkort"))) {
      String label = labelOf(item);
      DrivingLicence licence = label == null ? null : DrivingLicence.of(label).orElse(null);
      draft.raw("driving_license", label);
      if (label != null && licence == null) {
        draft.problem(ProblemCode.UNKNOWN_VALUE, "driving_license", label,
            "a category such as B or CE");
      }
      draft.licence(isAsked ? licence : null);
    }
  }

  private static Importance importance(JsonNode item, Importance usual) {
    String weight = Nodes.first(item, "weight", "vikt");
    return weight == null ? usual : weight.equals(MUST) ? Importance.REQUIRED : Importance.DESIRED;
  }

  /// "Tigrinja/Tigrinska": two names of one language.
  private static @Nullable String language(String label) {
    for (String name : label.split("/")) {
      String code = LanguageNames.code(name);
      if (code != null) {
        return code;
      }
    }
    return null;
  }

  private static @Nullable String labelOf(JsonNode node) {
    return node.isObject() ? Nodes.first(node, "label", "namn") : Nodes.text(node);
  }
}
