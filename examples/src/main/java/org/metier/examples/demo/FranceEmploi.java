package org.metier.examples.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.metier.json.Json;
import org.metier.qualification.DrivingLicence;
import org.metier.work.Contract;
import org.metier.work.Importance;
import org.metier.work.Salary;

/// JSON in the manner of the French public employment service ("Offres d'emploi v2").
final class FranceEmploi implements FeedLayout {
  private final Dice dice;

  FranceEmploi(Dice dice) {
    this.dice = dice;
  }

  @Override
  public String format() {
    return "francetravail";
  }

  @Override
  public boolean isMapped() {
    return false;
  }

  @Override
  public Written write(List<Advert> adverts) {
    List<String> records = new ArrayList<>();
    for (Advert advert : adverts) {
      records.add(Json.write(offer(advert)));
    }
    Map<String, Object> untitled = offer(adverts.get(3).withKey("fr-29001"));
    untitled.remove("intitule");
    records.add(21, Json.write(untitled));
    Map<String, Object> undated = offer(adverts.get(4).withKey("fr-29002"));
    undated.put("dateCreation", "hier");
    records.add(57, Json.write(undated));
    String text = "{\"resultats\":[\n" + String.join(",\n", records)
        + "\n],\"filtresPossibles\":[]}\n";
    return new Written(text, records.size(), List.of(new Defect(Defect.Kind.MISSING_TITLE, 22),
        new Defect(Defect.Kind.UNREADABLE_DATE, 58)));
  }

  private Map<String, Object> offer(Advert advert) {
    Map<String, Object> offer = new LinkedHashMap<>();
    offer.put("id", advert.key());
    offer.put("intitule", advert.title());
    offer.put("description", advert.plainText(dice.one(List.of("- ", "• ", "* "))));
    offer.put("dateCreation", String.format(Locale.ROOT, "%sT%02d:%02d:%02d.000Z",
        advert.posted(), dice.between(6, 17), dice.between(0, 59), dice.between(0, 59)));
    offer.put("lieuTravail", place(advert.town()));
    if (dice.percent(85)) { // the others are confidential
      offer.put("entreprise", Map.of("nom", advert.employer()));
    }
    terms(advert, offer);
    requirements(advert, offer);
    offer.put("nombrePostes", dice.one(List.of(1, 1, 1, 2, 3)));
    offer.put("accessibleTH", dice.percent(50));
    offer.put("origineOffre", Map.of("origine", "1"));
    return offer;
  }

  private Map<String, Object> place(Town town) {
    Map<String, Object> place = new LinkedHashMap<>();
    place.put("libelle", town.region() + " - " + town.name().toUpperCase(Locale.FRENCH));
    if (dice.percent(85)) {
      place.put("latitude", town.latitude());
      place.put("longitude", town.longitude());
    }
    if (dice.percent(90)) {
      place.put("codePostal", town.postcode());
    }
    return place;
  }

  private void terms(Advert advert, Map<String, Object> offer) {
    Contract contract = advert.contract();
    String code = contract == Contract.PERMANENT
        ? "CDI"
        : contract == Contract.AGENCY ? "MIS" : "CDD";
    offer.put("typeContrat", code);
    offer.put("typeContratLibelle", code.equals("CDI")
        ? code
        : code + " - " + advert.months()
            + " Mois");
    offer.put("dureeTravailLibelle", advert.hoursPerWeek()
        + (advert.isPartTime() ? "H Travail en journée" : "H Horaires normaux"));
    int years = advert.experienceYears();
    offer.put("experienceExige", years == 0 ? "D" : "E");
    offer.put("experienceLibelle", years == 0 ? "Débutant accepté" : years + " An(s)");
    Salary salary = advert.salary();
    if (salary != null) {
      offer.put("salaire", Map.of("libelle", pay(salary)));
    } else if (dice.percent(40)) {
      offer.put("salaire", Map.of("libelle", "Selon profil"));
    }
  }

  private static String pay(Salary salary) {
    String period = switch (salary.period()) {
      case YEAR -> "Annuel";
      case MONTH -> "Mensuel";
      case WEEK -> "Hebdomadaire";
      case DAY -> "Journalier";
      case HOUR -> "Horaire";
    };
    String range = salary.min() == salary.max()
        ? salary.min() + " Euros"
        : salary.min() + " Euros à " + salary.max() + " Euros";
    return period + " de " + range
        + (salary.period() == Salary.Period.HOUR ? "" : " sur 12.0 mois");
  }

  private void requirements(Advert advert, Map<String, Object> offer) {
    List<Map<String, Object>> skills = new ArrayList<>();
    advert.skills().forEach(s -> skills.add(Map.of("libelle", Labels.capital(s), "exigence", "E")));
    advert.nice().forEach(s -> skills.add(Map.of("libelle", Labels.capital(s), "exigence", "S")));
    if (!skills.isEmpty() && dice.percent(80)) {
      offer.put("competences", skills.stream().map(FranceEmploi::ordered).toList());
    }
    if (advert.education() != null && dice.percent(80)) {
      String level = switch (advert.education()) {
        case LESS_THAN_PRIMARY, PRIMARY -> "Primaire à 4ème";
        case LOWER_SECONDARY -> "3ème achevée ou Brevet";
        case UPPER_SECONDARY, POST_SECONDARY -> "CAP, BEP et équivalents";
        case SHORT_TERTIARY -> "Bac+2 ou équivalents";
        case BACHELOR -> "Bac+3, Bac+4 ou équivalents";
        case MASTER, DOCTORATE -> "Bac+5 et plus ou équivalents";
      };
      offer.put("formations", List.of(ordered(Map.of("niveauLibelle", level, "exigence",
          dice.one(List.of("E", "E", "E", "S"))))));
    }
    Advert.Tongue tongue = advert.tongue();
    if (tongue != null) {
      offer.put("langues", List.of(ordered(Map.of("libelle", Labels.capital(tongue.name()),
          "exigence", tongue.importance() == Importance.REQUIRED ? "E" : "S"))));
    }
    DrivingLicence licence = advert.licence();
    if (licence != null) {
      offer.put("permis",
          List.of(ordered(Map.of("libelle", licenceName(licence), "exigence", "E"))));
    }
  }

  private static String licenceName(DrivingLicence licence) {
    return switch (licence) {
      case B -> "B - Véhicule léger";
      case C -> "C - Poids lourd";
      case CE -> "CE - Poids lourd + remorque";
      case D -> "D - Transport en commun";
      case AM, A1, A2, A, B1, BE, C1, C1E, D1, D1E, DE, T -> licence.name();
    };
  }

  /// `Map.of` iterates in another order in every run; the feed must not.
  private static Map<String, Object> ordered(Map<String, Object> map) {
    return new TreeMap<>(map);
  }
}
