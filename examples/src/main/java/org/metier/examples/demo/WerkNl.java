package org.metier.examples.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metier.json.Json;
import org.metier.work.Importance;
import org.metier.work.RemoteWork;
import org.metier.work.Salary;

/// A Dutch and Flemish job board's flat JSON objects.
final class WerkNl implements FeedLayout {
  private final Dice dice;

  WerkNl(Dice dice) {
    this.dice = dice;
  }

  @Override
  public String format() {
    return "json";
  }

  @Override
  public boolean isMapped() {
    return true;
  }

  @Override
  public Written write(List<Advert> adverts) {
    List<Map<String, Object>> records = new ArrayList<>();
    adverts.forEach(a -> records.add(vacancy(a)));
    Map<String, Object> keyless = vacancy(adverts.get(1));
    keyless.remove("vacaturenummer");
    records.add(33, keyless);
    Map<String, Object> undated = vacancy(adverts.get(6).withKey("W-19003"));
    undated.put("publicatiedatum", "z.s.m.");
    records.add(70, undated);
    String text = "[\n"
        + String.join(",\n", records.stream().map(Json::write).toList()) + "\n]\n";
    return new Written(text, records.size(), List.of(new Defect(Defect.Kind.MISSING_KEY, 34),
        new Defect(Defect.Kind.UNREADABLE_DATE, 71)));
  }

  private Map<String, Object> vacancy(Advert advert) {
    Map<String, Object> vacancy = new LinkedHashMap<>();
    vacancy.put("vacaturenummer", advert.key());
    vacancy.put("functie", advert.title());
    vacancy.put("werkgever", advert.employer());
    vacancy.put("standplaats", advert.town().name());
    if (dice.percent(80)) {
      vacancy.put("postcode", advert.town().postcode());
    }
    vacancy.put("regio", advert.town().region());
    vacancy.put("land", advert.town().country());
    vacancy.put("omschrijving", advert.plainText("* "));
    vacancy.put("contractvorm", switch (advert.contract()) {
      case FIXED_TERM -> "bepaalde duur";
      case AGENCY -> "uitzendwerk";
      case PERMANENT, SEASONAL, SELF_EMPLOYED, APPRENTICESHIP, INTERNSHIP, VOLUNTARY ->
        "onbepaalde duur";
    });
    if (advert.remote() != null) {
      vacancy.put("thuiswerk", advert.remote() == RemoteWork.HYBRID ? "gedeeltelijk" : "nee");
    }
    vacancy.put("urenPerWeek", advert.hoursPerWeek());
    pay(advert, vacancy);
    vacancy.put("ervaringMaanden", advert.experienceYears() * 12);
    requirements(advert, vacancy);
    vacancy.put("publicatiedatum", advert.posted().toString());
    if (dice.percent(80)) {
      vacancy.put("sluitingsdatum", advert.deadline().toString());
    }
    return vacancy;
  }

  private static void pay(Advert advert, Map<String, Object> vacancy) {
    Salary salary = advert.salary();
    if (salary != null && salary.currency().getCurrencyCode().equals("EUR")) {
      vacancy.put("loonVan", salary.min());
      vacancy.put("loonTot", salary.max());
      vacancy.put("loonPer", switch (salary.period()) {
        case HOUR -> "uur";
        case YEAR -> "jaar";
        case DAY, WEEK, MONTH -> "maand";
      });
    }
  }

  private static void requirements(Advert advert, Map<String, Object> vacancy) {
    if (advert.education() != null) {
      vacancy.put("opleidingsniveau", switch (advert.education()) {
        case LESS_THAN_PRIMARY, PRIMARY, LOWER_SECONDARY -> "lager secundair of vmbo";
        case UPPER_SECONDARY, POST_SECONDARY -> "secundair of mbo";
        case SHORT_TERTIARY -> "graduaat";
        case BACHELOR -> "bachelor";
        case MASTER, DOCTORATE -> "master";
      });
    }
    Advert.Tongue tongue = advert.tongue();
    if (tongue != null) {
      String name = switch (tongue.code()) {
        case "fr" -> "Frans";
        case "de" -> "Duits";
        case "nl" -> "Nederlands";
        default -> "Engels";
      };
      boolean isRequired = tongue.importance() == Importance.REQUIRED;
      vacancy.put("talen", Map.of(isRequired ? "vereist" : "gewenst", List.of(name)));
    }
    if (advert.licence() != null) {
      vacancy.put("rijbewijs", advert.licence().name());
    }
    if (!advert.skills().isEmpty()) {
      vacancy.put("vaardigheden", advert.skills());
    }
    if (!advert.nice().isEmpty()) {
      vacancy.put("pluspunten", advert.nice());
    }
  }
}
