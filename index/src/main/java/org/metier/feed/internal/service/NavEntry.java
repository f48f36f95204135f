package org.metier.feed.internal.service;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.feed.ProblemCode;
import org.metier.feed.StatedCode;
import org.metier.feed.internal.Nodes;
import org.metier.feed.internal.draft.Dates;
import org.metier.feed.internal.draft.Draft;
import org.metier.feed.internal.draft.PlainText;
import org.metier.work.Contract;
import tools.jackson.databind.JsonNode;

/// Reads one entry of the Norwegian service: an item of a page, which has little more than a title, or the
/// entry itself with its ad. `contactList` is never read.
final class NavEntry {
  private static final List<String> RAW = List.of("starttime",
      "applicationDue", "positioncount", "sector", "sourceurl", "updated", "jobtitle");
  /// What a stopped ad shows in place of its title.
  private static final Pattern MASKED = Pattern.compile("[.…\\s]+");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
  private static final Pattern FINN = Pattern
      .compile("https?://(?:www\\.)?finn\\.no/\\S*?finnkode=(\\d{1,15})\\S*");
  private static final String SOON = "snarest";
  /// Words for the kind of employment that are known, and leave the contract open.
  private static final Set<String> SAYS_NOTHING = Set.of("annet", "trainee", "ikke oppgitt");
  private static final int LEAST_WORDS = 5;

  private final Dates dates;

  NavEntry(ZoneId zone) {
    dates = new Dates(List.of(Dates.ISO, "EEE, d MMM uuuu HH:mm:ss zzz"), zone);
  }

  void read(JsonNode record, Draft draft) {
    JsonNode entry = record.path("_feed_entry").isObject() ? record.path("_feed_entry") : record;
    JsonNode ad = record.path("ad_content");
    draft.key("uuid", key(record, entry));
    String title = title(ad, entry, record);
    if ("INACTIVE".equalsIgnoreCase(Nodes.text(entry, "status"))
        || (title != null && MASKED.matcher(title).matches())) {
      draft.withdrawn(changed(record, entry, draft));
    } else if (ad.isObject()) {
      ad(ad, draft);
    } else if (record.has("ad_content")) {
      draft.problem(ProblemCode.BAD_RECORD, "ad_content", "null in an entry that is not INACTIVE",
          "an object with the ad");
    } else {
      item(entry, title, draft);
    }
  }

  private static @Nullable String key(JsonNode record, JsonNode entry) {
    String key = Nodes.text(entry, "uuid");
    return key == null ? Nodes.first(record, "uuid", "id") : key;
  }

  private static @Nullable String title(JsonNode ad, JsonNode entry, JsonNode record) {
    for (JsonNode node : List.of(ad, entry, record)) {
      String title = Nodes.text(node, "title");
      if (title != null) {
        return title;
      }
    }
    return null;
  }

  private @Nullable Instant changed(JsonNode record, JsonNode entry, Draft draft) {
    String text = Nodes.text(entry, "sistEndret");
    return dates.read(draft, "sistEndret",
        text == null ? Nodes.first(record, "sistEndret", "date_modified") : text, Dates.Edge.START);
  }

  /// A page's item: what it says until its entry is fetched.
  private static void item(JsonNode entry, @Nullable String title, Draft draft) {
    draft.title("title", title);
    draft.employer(Nodes.text(entry, "businessName"));
    draft.place("municipal", Nodes.text(entry, "municipal"), null, null, null, null, null);
  }

  private void ad(JsonNode ad, Draft draft) {
    draft.title("title", Nodes.text(ad, "title"));
    draft.description(description(ad));
    draft.employer(Nodes.text(ad.path("employer"), "name"));
    draft.employerId(companyNumber(Nodes.text(ad.path("employer"), "orgnr")));
    draft.url("link", Nodes.first(ad, "link", "sourceurl"));
    draft.applyUrl("applicationUrl", Nodes.text(ad, "applicationUrl"));
    for (JsonNode place : Nodes.list(ad, "workLocations")) {
      draft.place("workLocations", Nodes.first(place, "city", "municipal"),
          Nodes.text(place, "postalCode"), Nodes.text(place, "county"),
          Nodes.text(place, "country"), null, null);
    }
    draft.postedAt("published",
        dates.read(draft, "published", Nodes.text(ad, "published"), Dates.Edge.START));
    draft.validThrough("expires", deadline(ad, draft));
    contract(Nodes.text(ad, "engagementtype"), draft);
    draft.hoursText("extent", Nodes.text(ad, "extent"));
    positions(Nodes.text(ad, "positioncount"), draft);
    occupations(ad, draft);
    starts(ad, draft);
    Matcher finn = FINN.matcher(String.valueOf(Nodes.text(ad, "sourceurl")));
    draft.partnerKey("finn.no", finn.matches() ? finn.group(1) : null);
    for (String field : RAW) {
      draft.raw(field, Nodes.text(ad, field));
    }
  }

  /// An ad of another board may hold a link in place of its text: that is no description.
  private static @Nullable String description(JsonNode ad) {
    String text = Nodes.text(ad, "description");
    if (text == null) {
      return null;
    }
    String words = ADDRESS.matcher(PlainText.of(text)).replaceAll(" ").strip();
    boolean isLink = text.contains("http") && words.split("\\s+").length <= LEAST_WORDS;
    return isLink ? null : text;
  }

  /// The earlier of the day to apply by and the day on which the ad expires; "as soon as possible" is no day.
  private @Nullable Instant deadline(JsonNode ad, Draft draft) {
    String due = Nodes.text(ad, "applicationDue");
    Instant applyBy = isSoon(due)
        ? null
        : dates.read(draft, "applicationDue", due, Dates.Edge.END);
    Instant expires = dates.read(draft, "expires", Nodes.text(ad, "expires"), Dates.Edge.END);
    return applyBy == null || (expires != null && expires.isBefore(applyBy)) ? expires : applyBy;
  }

  private void starts(JsonNode ad, Draft draft) {
    String start = Nodes.text(ad, "starttime");
    if (start != null && !isSoon(start)) {
      draft.startsOn(dates.day(draft, "starttime", start));
    }
  }

  private static boolean isSoon(@Nullable String text) {
    return text != null && text.toLowerCase(Locale.ROOT).contains(SOON);
  }

  /// A text such as "2 stillinger": its one number; "1-2" has two and names none.
  private static void positions(@Nullable String text, Draft draft) {
    if (text == null) {
      return;
    }
    List<String> numbers = NUMBER.matcher(text).results().map(m -> m.group()).toList();
    draft.positions("positioncount", numbers.size() == 1 ? numbers.getFirst() : text);
  }

  /// A company has nine digits, a person eleven.
  private static @Nullable String companyNumber(@Nullable String received) {
    String digits = received == null ? "" : received.replaceAll("\\s", "");
    return digits.matches("[89]\\d{8}") ? digits : null;
  }

  /// The words that the service offers to choose from; else what the words say, and a problem when that is
  /// nothing.
  private static void contract(@Nullable String type, Draft draft) {
    if (type == null) {
      return;
    }
    String plain = type.strip().toLowerCase(Locale.ROOT);
    draft.contract(switch (plain) {
      case "fast" -> Contract.PERMANENT;
      case "vikariat", "engasjement", "prosjekt", "åremål" -> Contract.FIXED_TERM;
      case "sesong", "feriejobb" -> Contract.SEASONAL;
      case "lærling" -> Contract.APPRENTICESHIP;
      case "selvstendig næringsdrivende" -> Contract.SELF_EMPLOYED;
      case "frivillig" -> Contract.VOLUNTARY;
      default -> null;
    });
    if (SAYS_NOTHING.contains(plain)) {
      draft.raw("engagementtype", type);
    } else if (!draft.contractText("engagementtype", type)) {
      draft.problem(ProblemCode.UNKNOWN_VALUE, "engagementtype", type,
          "a word such as Fast or Vikariat");
    }
  }

  private static void occupations(JsonNode ad, Draft draft) {
    List<JsonNode> categories = new ArrayList<>(Nodes.list(ad, "categoryList"));
    categories.sort(Comparator.comparingDouble(NavEntry::score).reversed());
    for (JsonNode category : categories) {
      category(category, draft);
    }
    draft.occupationTitle(Nodes.text(ad, "jobtitle"));
    for (JsonNode category : Nodes.list(ad, "occupationCategories")) {
      draft.occupationTitle(Nodes.first(category, "level2", "level1"));
    }
  }

  private static double score(JsonNode category) {
    Double score = Nodes.number(category, "score");
    return score == null ? 0 : score;
  }

  private static void category(JsonNode category, Draft draft) {
    String type = Nodes.text(category, "categoryType");
    String code = Nodes.text(category, "code");
    draft.occupationTitle(Nodes.text(category, "name"));
    switch (type == null ? "" : type.toUpperCase(Locale.ROOT)) {
      case "STYRK08" -> draft.occupationCode("styrk08", null, code);
      // URIs of ISCO groups appear with both cases of their letter.
      case "ESCO" -> draft.occupationCode(StatedCode.ESCO, null,
          code == null ? null : code.replace("/isco/c", "/isco/C"));
      case "JANZZ" -> draft.occupationCode("janzz", null, code);
      default -> draft.problem(ProblemCode.UNKNOWN_VALUE, "categoryList.categoryType",
          String.valueOf(type), "STYRK08, ESCO or JANZZ");
    }
  }
}
