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
import org.metier.feed.internal.JsonShape;
import org.metier.feed.internal.Nodes;
import org.metier.feed.internal.draft.Countries;
import org.metier.feed.internal.draft.Dates;
import org.metier.feed.internal.draft.Draft;
import org.metier.feed.internal.draft.LanguageNames;
import org.metier.qualification.DrivingLicence;
import org.metier.work.Contract;
import org.metier.work.Importance;
import tools.jackson.databind.JsonNode;

/// The answer of the French service's "Offres d'emploi v2": `{"resultats": [ … ]}` or a bare array. Fields
/// that it does not know are passed over; those that name people are never read.
///
/// The answer is a page of at most 150 offers. How many there are in all stands beside it only as counts of
/// each kind of contract (`filtresPossibles`); with fewer offers than that it is not whole.
public final class FranceTravailFormat implements FeedFormat {
  /// Kept as received beside what was made of them.
  private static final List<String> RAW = List.of("romeCode", "romeLibelle", "appellationlibelle",
      "typeContrat", "natureContrat", "experienceExige", "experienceLibelle",
      "experienceCommentaire", "dureeTravailLibelleConverti", "alternance",
      "qualificationCode", "qualificationLibelle", "codeNAF", "secteurActivite",
      "secteurActiviteLibelle", "trancheEffectifEtab", "nombrePostes", "deplacementCode",
      "deplacementLibelle", "dateActualisation", "accessibleTH");
  private static final Pattern DEPARTMENT = Pattern.compile("(\\d{2,3}|2[AB]|\\d{5}) - (.+)");
  private static final Pattern LICENCE_CODE = Pattern
      .compile("\\(= ([A-Z]{1,3})\\)|^([A-Z]{1,3}\\d?)\\b");
  /// Without one of these a number in a comment on pay is that of an agreement, a group or a day.
  private static final Pattern MONEY = Pattern.compile("€|(?<!\\p{L})(?:eur|brut)",
      Pattern.CASE_INSENSITIVE);
  private static final Dates DATES = new Dates(List.of(Dates.ISO), ZoneOffset.UTC);

  @Override
  public String name() {
    return "francetravail";
  }

  @Override
  public boolean recognises(FeedHead head) {
    JsonShape shape = head.shape();
    return shape.hasAny("resultats", "*/intitule", "intitule");
  }

  @Override
  public boolean accepts(FeedHead head) {
    return recognises(head) || head.shape().isEmptyArray();
  }

  @Override
  public FeedEnd read(FeedInput input, Consumer<FeedItem> items) throws IOException {
    JsonShape shape = input.head().shape();
    JsonRecords records = new JsonRecords(input, "resultats", FranceTravailFormat::offer, items)
        .keeping("filtresPossibles");
    if (shape.has("intitule")) {
      records.readValues();
    } else {
      records.read();
    }
    return new FeedEnd(name(), records.received() >= announced(records.around()), null);
  }

  /// The offers of all kinds of contract, since each has one; 0 when they are not counted.
  private static double announced(JsonNode around) {
    double sum = 0;
    for (JsonNode filter : Nodes.list(around, "filtresPossibles")) {
      if ("typeContrat".equals(Nodes.text(filter, "filtre"))) {
        for (JsonNode value : Nodes.list(filter, "agregation")) {
          Double number = Nodes.number(value, "nbResultats");
          sum += number == null ? 0 : number;
        }
      }
    }
    return sum;
  }

  private static void offer(JsonNode offer, Draft draft) {
    draft.key("id", Nodes.text(offer, "id"));
    draft.title("intitule", Nodes.text(offer, "intitule"));
    draft.description(Nodes.text(offer, "description"));
    draft.language("fr");
    draft.employer(Nodes.text(offer.path("entreprise"), "nom"));
    draft.occupationCode("rome", null, Nodes.text(offer, "romeCode"));
    draft.occupationTitle(Nodes.text(offer, "appellationlibelle"));
    draft.occupationTitle(Nodes.text(offer, "romeLibelle"));
    draft.postedAt("dateCreation", DATES.read(draft, "dateCreation",
        Nodes.text(offer, "dateCreation"), Dates.Edge.START));
    draft.positions("nombrePostes", Nodes.text(offer, "nombrePostes"));
    origin(offer, draft);
    place(offer.path("lieuTravail"), draft);
    terms(offer, draft);
    requirements(offer, draft);
    for (String field : RAW) {
      draft.raw(field, Nodes.text(offer, field));
    }
  }

  /// A partner's offer is answered at the partner's; the link is also what the partner calls the offer.
  private static void origin(JsonNode offer, Draft draft) {
    JsonNode origin = offer.path("origineOffre");
    draft.url("origineOffre.urlOrigine", Nodes.text(origin, "urlOrigine"));
    String applyUrl = Nodes.first(offer.path("contact"), "urlPostulation", "urlRecruteur");
    for (JsonNode partner : Nodes.list(origin, "partenaires")) {
      String name = Nodes.text(partner, "nom");
      String link = Nodes.text(partner, "url");
      draft.partnerKey(name == null ? "partner" : name, link);
      draft.raw("origineOffre.partenaires", name);
      applyUrl = applyUrl == null ? link : applyUrl;
    }
    draft.applyUrl("origineOffre.partenaires.url", applyUrl);
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
    boolean isPostcode = isTown && parts.group(1).length() == 5;
    String region = isTown && !isPostcode ? parts.group(1) : null;
    String city = isTown ? town(parts.group(2)) : null;
    String stated = Nodes.text(place, "codePostal");
    String postcode = stated == null && isPostcode ? parts.group(1) : stated;
    boolean isFrench = isTown || postcode != null || place.has("commune");
    boolean isCountry = label != null && Countries.code(label) != null;
    draft.place("lieuTravail", city, postcode, isFrench || isCountry ? region : label,
        isFrench ? "FR" : isCountry ? label : null,
        Nodes.text(place, "latitude"), Nodes.text(place, "longitude"));
  }

  /// A department's own name after its number is no town, but only the bare number tells; what is in
  /// brackets is: "75 - Paris (Dept.)".
  private static @Nullable String town(String text) {
    return text.contains("(Dept") ? null : text;
  }

  private static void terms(JsonNode offer, Draft draft) {
    contract(offer, draft);
    draft.hoursText("dureeTravailLibelle", Nodes.text(offer, "dureeTravailLibelle"));
    JsonNode salary = offer.path("salaire");
    draft.salaryText("salaire.libelle", Nodes.text(salary, "libelle"));
    String comment = Nodes.text(salary, "commentaire");
    if (comment != null && MONEY.matcher(comment).find()) {
      draft.salaryText("salaire.commentaire", comment);
    }
    for (String part : List.of("commentaire", "complement1", "complement2")) {
      draft.raw("salaire." + part, Nodes.text(salary, part));
    }
    String demand = Nodes.text(offer, "experienceExige");
    if ("D".equals(demand)) { // for beginners
      draft.experienceMonths(0);
    } else if (!"S".equals(demand)) { // S is only wished for
      draft.experienceText("experienceLibelle", Nodes.text(offer, "experienceLibelle"));
    }
  }

  private static void contract(JsonNode offer, Draft draft) {
    String type = Nodes.text(offer, "typeContrat");
    boolean isTraining = Nodes.isTrue(offer, "alternance");
    draft.contract(isTraining
        ? Contract.APPRENTICESHIP
        : FranceTravailTerms.contract(type, Nodes.text(offer, "natureContrat")));
    boolean isKnown = draft.contractText("typeContratLibelle",
        Nodes.text(offer, "typeContratLibelle"));
    if (type != null && !isKnown) {
      draft.problem(ProblemCode.UNKNOWN_VALUE, "typeContrat", type,
          "a code such as CDI, CDD or MIS");
    }
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
