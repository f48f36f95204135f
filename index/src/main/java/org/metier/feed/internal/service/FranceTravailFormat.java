package org.metier.feed.internal.service;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.feed.FeedEnd;
import org.metier.feed.FeedItem;
import org.metier.feed.ProblemCode;
import org.metier.feed.internal.FeedFormat;
import org.metier.feed.internal.FeedHead;
import org.metier.feed.internal.FeedInput;
import org.metier.feed.internal.JsonRecords;
import org.metier.feed.internal.Nodes;
import org.metier.feed.internal.draft.Dates;
import org.metier.feed.internal.draft.Draft;
import org.metier.feed.internal.draft.LanguageNames;
import org.metier.qualification.DrivingLicence;
import org.metier.work.Importance;
import tools.jackson.databind.JsonNode;

/// The answer of the French service's "Offres d'emploi v2": `{"resultats": [ … ]}` or a bare array. Fields
/// that it does not know are passed over; those that name people are never read.
public final class FranceTravailFormat implements FeedFormat {
  /// Kept as received beside what was made of them.
  private static final List<String> RAW = List.of("romeCode", "romeLibelle", "appellationlibelle",
      "typeContrat", "typeContratLibelle", "natureContrat", "experienceExige", "experienceLibelle",
      "dureeTravailLibelle", "qualificationLibelle", "codeNAF", "secteurActiviteLibelle",
      "nombrePostes", "deplacementLibelle", "dateActualisation");
  private static final Pattern DEPARTMENT = Pattern.compile("(\\d{2,3}|2[AB]) - (.+)");
  private static final Pattern LICENCE_CODE = Pattern
      .compile("\\(= ([A-Z]{1,3})\\)|^([A-Z]{1,3}\\d?)\\b");
  private static final Dates DATES = new Dates(List.of(Dates.ISO), ZoneOffset.UTC);

  @Override
  public String name() {
    return "francetravail";
  }

  @Override
  public boolean recognises(FeedHead head) {
    return head.isJson()
        && (head.text().contains("\"resultats\"") || head.text().contains("\"intitule\""));
  }

  @Override
  public FeedEnd read(FeedInput input, Consumer<FeedItem> items) throws IOException {
    new JsonRecords(input, "resultats", FranceTravailFormat::offer, items).read();
    return FeedEnd.whole(name());
  }

  private static void offer(JsonNode offer, Draft draft) {
    draft.key("id", Nodes.text(offer, "id"));
    draft.title("intitule", Nodes.text(offer, "intitule"));
    draft.description(Nodes.text(offer, "description"));
    draft.language("fr");
    draft.employer(Nodes.text(offer.path("entreprise"), "nom"));
    draft.occupationTitle(Nodes.text(offer, "appellationlibelle"));
    draft.occupationTitle(Nodes.text(offer, "romeLibelle"));
    draft.postedAt("dateCreation", date(offer, "dateCreation", draft));
    draft.url("origineOffre.urlOrigine", Nodes.text(offer.path("origineOffre"), "urlOrigine"));
    place(offer.path("lieuTravail"), draft);
    terms(offer, draft);
    requirements(offer, draft);
    for (String field : RAW) {
      draft.raw(field, Nodes.text(offer, field));
    }
  }

  private static java.time.@Nullable Instant date(JsonNode offer, String field, Draft draft) {
    String text = Nodes.text(offer, field);
    var instant = text == null ? null : DATES.read(text, Dates.Edge.START);
    if (text != null && instant == null) {
      draft.problem(ProblemCode.BAD_DATE, field, text, "an instant such as 2026-03-31T08:00:00Z");
    }
    return instant;
  }

  private static void place(JsonNode place, Draft draft) {
    String label = Nodes.text(place, "libelle");
    draft.raw("lieuTravail.libelle", label);
    draft.raw("lieuTravail.commune", Nodes.text(place, "commune"));
    if (label == null && !place.isObject()) {
      return;
    }
    // "75 - PARIS", "69003 - Lyon 3e"; or only a department, or "France".
    var parts = DEPARTMENT.matcher(label == null ? "" : label.strip());
    boolean isTown = parts.matches();
    String region = isTown ? parts.group(1) : null;
    String city = isTown ? town(parts.group(2)) : null;
    draft.place("lieuTravail", city, Nodes.text(place, "codePostal"), region, "FR",
        Nodes.text(place, "latitude"), Nodes.text(place, "longitude"));
  }

  /// A department's own name after its number is no town, but only the bare number tells; what is in
  /// brackets is: "75 - Paris (Dept.)".
  private static @Nullable String town(String text) {
    return text.contains("(Dept") ? null : text;
  }

  private static void terms(JsonNode offer, Draft draft) {
    String type = Nodes.text(offer, "typeContrat");
    draft.contract(FranceTravailTerms.contract(type, Nodes.text(offer, "natureContrat"), draft));
    Double hours = FranceTravailTerms.weeklyHours(Nodes.text(offer, "dureeTravailLibelle"));
    draft.hours("dureeTravailLibelle", hours, hours);
    String pay = Nodes.text(offer.path("salaire"), "libelle");
    draft.raw("salaire.libelle", pay);
    if (pay != null) {
      FranceTravailTerms.salary(pay, draft);
    }
    draft.experienceMonths(FranceTravailTerms.experienceMonths(Nodes.text(offer, "experienceExige"),
        Nodes.text(offer, "experienceLibelle")));
  }

  private static void requirements(JsonNode offer, Draft draft) {
    for (JsonNode skill : Nodes.list(offer, "competences")) {
      draft.skill("competences", Nodes.text(skill, "libelle"), importance(skill));
    }
    for (JsonNode quality : Nodes.list(offer, "qualitesProfessionnelles")) {
      draft.skill("qualitesProfessionnelles", Nodes.text(quality, "libelle"), Importance.DESIRED);
    }
    for (JsonNode licence : Nodes.list(offer, "permis")) {
      String label = Nodes.text(licence, "libelle");
      draft.raw("permis", label);
      if (label != null && importance(licence) == Importance.REQUIRED) {
        draft.licence(licence(label, draft));
      }
    }
    for (JsonNode language : Nodes.list(offer, "langues")) {
      String label = Nodes.text(language, "libelle");
      draft.raw("langues", label);
      String code = label == null ? null : LanguageNames.code(label);
      if (label != null && code == null) {
        draft.problem(ProblemCode.UNKNOWN_VALUE, "langues", label, "a language such as Anglais");
      }
      draft.languageDemand(code, null, importance(language));
    }
    for (JsonNode course : Nodes.list(offer, "formations")) {
      String level = Nodes.text(course, "niveauLibelle");
      draft.raw("formations.niveauLibelle", level);
      if (level != null && importance(course) == Importance.REQUIRED) {
        draft.education(FranceTravailTerms.education(level, draft));
      }
    }
  }

  private static @Nullable DrivingLicence licence(String label, Draft draft) {
    // "B - Véhicule léger", "CE - Poids lourd + remorque (= EC)", "B mention 79.06 (= EB)"
    String plain = label.strip().toUpperCase(Locale.ROOT);
    DrivingLicence found = null;
    var codes = LICENCE_CODE.matcher(plain);
    while (codes.find()) {
      String code = codes.group(1) == null ? codes.group(2) : codes.group(1);
      String usual = switch (code) {
        case "EB" -> "BE";
        case "EC" -> "CE";
        case "ED" -> "DE";
        default -> code;
      };
      found = DrivingLicence.of(usual).orElse(found);
    }
    if (found == null) {
      draft.problem(ProblemCode.UNKNOWN_VALUE, "permis", label,
          "a category such as \"B - Véhicule léger\"");
    }
    return found;
  }

  private static Importance importance(JsonNode item) {
    String exigence = Nodes.text(item, "exigence");
    return "E".equals(exigence)
        ? Importance.REQUIRED
        : "S".equals(exigence) ? Importance.DESIRED : Importance.MENTIONED;
  }
}
