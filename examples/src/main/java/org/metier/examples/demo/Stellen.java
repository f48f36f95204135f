package org.metier.examples.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metier.json.Json;
import org.metier.text.Language;
import org.metier.work.Contract;
import org.metier.work.Salary;

/// A page of a German job board: schema.org `JobPosting`s in script tags, in all the variants that
/// publishers use.
final class Stellen implements FeedLayout {
  private final Dice dice;

  Stellen(Dice dice) {
    this.dice = dice;
  }

  @Override
  public String format() {
    return "schemaorg";
  }

  @Override
  public boolean isMapped() {
    return false;
  }

  @Override
  public Written write(List<Advert> adverts) {
    List<Map<String, Object>> postings = new ArrayList<>();
    adverts.forEach(a -> postings.add(posting(a)));
    Map<String, Object> untitled = posting(adverts.get(7).withKey("st-9001"));
    untitled.remove("title");
    postings.add(18, untitled);
    Map<String, Object> undated = posting(adverts.get(11).withKey("st-9002"));
    undated.put("datePosted", "ab sofort");
    postings.add(63, undated);
    StringBuilder scripts = new StringBuilder();
    int next = 0;
    while (next < postings.size()) {
      int size = dice.percent(8) ? Math.min(3, postings.size() - next) : 1;
      scripts.append(script(Json.write(node(postings.subList(next, next + size)))));
      next += size;
    }
    String whole = Json.write(posting(adverts.get(13).withKey("st-9003")));
    scripts.append(script(whole.substring(0, whole.length() / 2)));
    String page = Resources.text("stellen-page.html").replace("<!-- postings -->", scripts);
    int records = postings.size() + 1;
    return new Written(page, records, List.of(new Defect(Defect.Kind.MISSING_TITLE, 19),
        new Defect(Defect.Kind.UNREADABLE_DATE, 64), new Defect(Defect.Kind.CUT_OFF, records)));
  }

  /// `<\/` keeps a description's tags from ending the script.
  private static String script(String json) {
    return "<script type=\"application/ld+json\">\n" + json.replace("</", "<\\/")
        + "\n</script>\n";
  }

  private static Map<String, Object> node(List<Map<String, Object>> postings) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("@context", "https://schema.org/");
    if (postings.size() == 1) {
      node.putAll(postings.getFirst());
    } else {
      node.put("@graph", postings);
    }
    return node;
  }

  private Map<String, Object> posting(Advert advert) {
    Map<String, Object> posting = new LinkedHashMap<>();
    posting.put("@type", dice.percent(10) ? List.of("JobPosting", "Thing") : "JobPosting");
    posting.put("identifier", dice.percent(50)
        ? advert.key()
        : object("PropertyValue", "name", advert.employer(), "value", advert.key()));
    posting.put("title", dice.percent(50) ? Advert.escaped(advert.title()) : advert.title());
    posting.put("description", description(advert));
    posting.put("inLanguage", advert.language().code());
    posting.put("datePosted", dice.percent(70)
        ? advert.posted().toString()
        : advert.posted() + "T08:00:00+01:00");
    if (dice.percent(80)) {
      posting.put("validThrough", advert.deadline().toString());
    }
    posting.put("hiringOrganization", dice.percent(20)
        ? advert.employer()
        : object("Organization", "name", advert.employer()));
    posting.put("jobLocation", place(advert.town()));
    terms(advert, posting);
    requirements(advert, posting);
    posting.put("url", "https://stellen.example.org/" + advert.key());
    return posting;
  }

  /// HTML, HTML escaped once more, or plain text.
  private String description(Advert advert) {
    int draw = dice.between(1, 10);
    return draw <= 6
        ? advert.html()
        : draw <= 9 ? Advert.escaped(advert.html()) : advert.plainText("• ");
  }

  private Map<String, Object> place(Town town) {
    if (dice.percent(15)) {
      return object("Place", "address", town.name());
    }
    Map<String, Object> address = object("PostalAddress", "addressLocality", town.name(),
        "postalCode", town.postcode(), "addressRegion", town.region(), "addressCountry",
        town.country());
    return dice.percent(50)
        ? object("Place", "address", address)
        : object("Place", "address", address, "geo", object("GeoCoordinates", "latitude",
            town.latitude(), "longitude", String.valueOf(town.longitude())));
  }

  private void terms(Advert advert, Map<String, Object> posting) {
    String time = advert.isPartTime() ? "PART_TIME" : "FULL_TIME";
    boolean isTemporary = advert.contract() != Contract.PERMANENT;
    posting.put("employmentType", isTemporary ? List.of(time, "TEMPORARY") : time);
    posting.put("workHours", advert.hoursPerWeek()
        + (advert.language() == Language.DE ? " Stunden" : " hours"));
    Salary salary = advert.salary();
    if (salary != null) {
      posting.put("baseSalary", pay(salary));
    }
  }

  private Object pay(Salary salary) {
    String currency = salary.currency().getCurrencyCode();
    String unit = salary.period().name();
    int draw = dice.between(1, 10);
    if (draw <= 6) {
      return object("MonetaryAmount", "currency", currency, "value",
          object("QuantitativeValue", "minValue", salary.min(), "maxValue", salary.max(),
              "unitText", unit));
    }
    if (draw <= 8) {
      return object("MonetaryAmount", "currency", currency, "value",
          object("QuantitativeValue", "value", String.valueOf(salary.min()), "unitText", unit));
    }
    return object("PriceSpecification", "priceCurrency", currency, "minPrice", salary.min(),
        "maxPrice", salary.max(), "unitText", unit);
  }

  private void requirements(Advert advert, Map<String, Object> posting) {
    if (!advert.skills().isEmpty() && dice.percent(70)) {
      posting.put("skills",
          dice.percent(50) ? advert.skills() : String.join("; ", advert.skills()));
    }
    posting.put("experienceRequirements", object("OccupationalExperienceRequirements",
        "monthsOfExperience", advert.experienceYears() * 12));
    String credential = advert.education() == null ? "" : switch (advert.education()) {
      case LESS_THAN_PRIMARY, PRIMARY, LOWER_SECONDARY -> "";
      case UPPER_SECONDARY -> "high school";
      case POST_SECONDARY -> "professional certificate";
      case SHORT_TERTIARY -> "associate degree";
      case BACHELOR -> "bachelor degree";
      case MASTER, DOCTORATE -> "postgraduate degree";
    };
    if (!credential.isEmpty()) {
      posting.put("educationRequirements", object("EducationalOccupationalCredential",
          "credentialCategory", credential));
    }
  }

  /// @param properties name, value, name, value, …
  private static Map<String, Object> object(String type, Object... properties) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("@type", type);
    for (int i = 0; i < properties.length; i += 2) {
      object.put((String) properties[i], properties[i + 1]);
    }
    return object;
  }
}
