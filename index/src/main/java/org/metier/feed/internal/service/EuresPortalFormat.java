package org.metier.feed.internal.service;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.metier.feed.FeedEnd;
import org.metier.feed.FeedItem;
import org.metier.feed.StatedCode;
import org.metier.feed.internal.FeedFormat;
import org.metier.feed.internal.FeedHead;
import org.metier.feed.internal.FeedInput;
import org.metier.feed.internal.JsonRecords;
import org.metier.feed.internal.JsonShape;
import org.metier.feed.internal.Nodes;
import org.metier.feed.internal.draft.AmountText;
import org.metier.feed.internal.draft.Currencies;
import org.metier.feed.internal.draft.Dates;
import org.metier.feed.internal.draft.Draft;
import org.metier.text.Language;
import org.metier.work.Salary;
import tools.jackson.databind.JsonNode;

/// The EURES portal: hits of a search (`{"numberRecords": 2, "jvs": [ … ]}`) or details, alone, in an array
/// or one after the other. Of a vacancy in several languages one is read: the preferred one, else the first
/// that Metier covers. `personContacts` are never read.
public final class EuresPortalFormat implements FeedFormat {
  private static final Dates DATES = new Dates(List.of("epochMillis", Dates.ISO), ZoneOffset.UTC);
  /// Services whose legal identifiers may be personal numbers.
  private static final Set<String> PERSONAL = Set.of("SE", "NO", "DK", "FI", "IS");

  @Override
  public String name() {
    return "eures-portal";
  }

  @Override
  public boolean recognises(FeedHead head) {
    JsonShape shape = head.shape();
    return shape.hasAny("jvs", "jvProfiles", "*/jvProfiles", "*/locationMap");
  }

  @Override
  public boolean accepts(FeedHead head) {
    return recognises(head) || head.shape().isEmptyArray();
  }

  @Override
  public FeedEnd read(FeedInput input, Consumer<FeedItem> items) throws IOException {
    boolean isSearch = input.head().shape().has("jvs");
    JsonRecords records = new JsonRecords(input, isSearch ? "jvs" : null,
        EuresPortalFormat::vacancy, items).keeping("numberRecords");
    if (!isSearch && input.head().text().startsWith("{")) {
      records.readValues();
      return new FeedEnd(name(), false, null); // some of many
    }
    records.read();
    Double total = Nodes.number(records.around(), "numberRecords");
    return new FeedEnd(name(), total != null && records.received() >= total, null);
  }

  private static void vacancy(JsonNode vacancy, Draft draft) {
    draft.key("id", Nodes.text(vacancy, "id"));
    String source = Nodes.text(vacancy, "source");
    if (source != null) {
      draft.partnerKey(source, Nodes.text(vacancy, "reference"));
    }
    draft.raw("source", source);
    draft.postedAt("creationDate", DATES.read(draft, "creationDate",
        Nodes.text(vacancy, "creationDate"), Dates.Edge.START));
    JsonNode profiles = vacancy.path("jvProfiles");
    if (profiles.isObject()) {
      String language = language(vacancy, profiles);
      draft.language(language);
      profile(profiles.path(language), source, draft);
    } else {
      hit(vacancy, draft);
    }
  }

  private static String language(JsonNode vacancy, JsonNode profiles) {
    String preferred = Nodes.text(vacancy, "preferredLanguage");
    if (preferred != null && profiles.has(preferred)) {
      return preferred;
    }
    List<String> all = List.copyOf(profiles.propertyNames());
    return all.stream()
        .filter(l -> Language.of(l).isPresent())
        .findFirst()
        .orElse(all.isEmpty() ? "" : all.getFirst());
  }

  private static void hit(JsonNode hit, Draft draft) {
    draft.title("title", Nodes.text(hit, "title"));
    draft.description(Nodes.text(hit, "description"));
    draft.employer(employer(hit));
    JsonNode places = hit.path("locationMap");
    for (String country : places.propertyNames()) {
      List<JsonNode> regions = Nodes.list(places, country);
      for (JsonNode region : regions) {
        draft.place("locationMap", null, null, Nodes.text(region), country, null, null);
      }
      if (regions.isEmpty()) {
        draft.place("locationMap", null, null, null, country, null, null);
      }
    }
    categories(hit, draft);
  }

  private static void profile(JsonNode profile, @Nullable String source, Draft draft) {
    draft.title("title", Nodes.text(profile, "title"));
    draft.description(Nodes.text(profile, "description"));
    draft.employer(employer(profile));
    boolean isPersonal = source == null
        || PERSONAL.contains(source.substring(0, Math.min(2, source.length())));
    draft.employerId(isPersonal ? null : Nodes.text(profile.path("employer"), "legalID"));
    for (JsonNode sector : Nodes.list(profile.path("employer"), "sectorCodes")) {
      draft.raw("employer.sectorCodes", Nodes.text(sector));
    }
    for (JsonNode place : Nodes.list(profile, "locations")) {
      String region = Nodes.text(place, "region");
      draft.place("locations", Nodes.text(place, "cityName"), Nodes.text(place, "postalCode"),
          region == null ? null : region.toUpperCase(Locale.ROOT),
          Nodes.text(place, "countryCode"), null, null);
    }
    for (JsonNode pay : Nodes.list(profile.path("offeredRemunerationPackage"), "salaries")) {
      salary(pay, draft);
    }
    categories(profile, draft);
  }

  private static @Nullable String employer(JsonNode node) {
    JsonNode employer = node.path("employer");
    return employer.isObject() ? Nodes.text(employer, "name") : Nodes.text(employer);
  }

  private static void categories(JsonNode node, Draft draft) {
    for (JsonNode category : Nodes.list(node, "jobCategoriesCodes")) {
      String uri = Nodes.text(category);
      if (uri != null && uri.startsWith("http://data.europa.eu/esco/")) {
        draft.occupationCode(StatedCode.ESCO, null, uri.replace("/isco/c", "/isco/C"));
      }
    }
  }

  private static void salary(JsonNode pay, Draft draft) {
    String reference = Nodes.text(pay, "referenceSalary");
    String min = Nodes.text(pay, "minimumSalary");
    String max = Nodes.text(pay, "maximumSalary");
    String code = Nodes.text(pay, "currencyCode");
    String type = Nodes.text(pay, "remunerationTypeCode");
    if (min == null && max == null && reference == null) {
      return;
    }
    String least = min == null ? reference : min;
    draft.raw("offeredRemunerationPackage", AmountText.of(least, max, code, type));
    Salary.Period period = period(type == null ? "" : type.toLowerCase(Locale.ROOT));
    Double low = Nodes.number(pay, min == null ? "referenceSalary" : "minimumSalary");
    if (period != null && low != null && low > 0) { // 0 stands for "not said"
      draft.salary("offeredRemunerationPackage", low, Nodes.number(pay, "maximumSalary"),
          Currencies.of(code), period);
    } else if (type == null) {
      draft.salaryText("offeredRemunerationPackage", AmountText.of(least, max, code, null));
    }
  }

  private static Salary.@Nullable Period period(String type) {
    return type.contains("hour")
        ? Salary.Period.HOUR
        : type.contains("month")
            ? Salary.Period.MONTH
            : type.contains("year") || type.contains("annual") ? Salary.Period.YEAR : null;
  }
}
