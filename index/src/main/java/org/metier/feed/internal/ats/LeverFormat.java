package org.metier.feed.internal.ats;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
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
import org.metier.feed.internal.draft.AmountText;
import org.metier.feed.internal.draft.Currencies;
import org.metier.feed.internal.draft.Dates;
import org.metier.feed.internal.draft.Draft;
import org.metier.work.Salary;
import tools.jackson.databind.JsonNode;

/// The postings of a Lever site: a bare array, which says nothing of pages.
public final class LeverFormat implements FeedFormat {
  private static final Dates DATES = new Dates(List.of("epochMillis", Dates.ISO), ZoneOffset.UTC);

  @Override
  public String name() {
    return "lever";
  }

  @Override
  public boolean recognises(FeedHead head) {
    JsonShape shape = head.shape();
    return shape.has("*/hostedUrl") || shape.has("*/text", "*/categories");
  }

  @Override
  public boolean accepts(FeedHead head) {
    return recognises(head) || head.shape().isEmptyArray();
  }

  @Override
  public FeedEnd read(FeedInput input, Consumer<FeedItem> items) throws IOException {
    new JsonRecords(input, null, LeverFormat::posting, items).read();
    return FeedEnd.whole(name());
  }

  private static void posting(JsonNode posting, Draft draft) {
    JsonNode categories = posting.path("categories");
    draft.key("id", Nodes.text(posting, "id"));
    draft.title("text", Nodes.text(posting, "text"));
    draft.description(description(posting));
    draft.url("hostedUrl", Nodes.text(posting, "hostedUrl"));
    draft.applyUrl("applyUrl", Nodes.text(posting, "applyUrl"));
    draft.postedAt("createdAt",
        DATES.read(draft, "createdAt", Nodes.text(posting, "createdAt"), Dates.Edge.START));
    draft.remote(AtsTerms.remote(Nodes.text(posting, "workplaceType")));
    places(posting, categories, draft);
    AtsTerms.employment("categories.commitment", Nodes.text(categories, "commitment"), draft);
    draft.partnerKey("requisition", Nodes.first(posting, "reqCode", "requisitionCode"));
    salary(posting.path("salaryRange"), draft);
    for (String field : List.of("team", "department")) {
      draft.raw("categories." + field, Nodes.text(categories, field));
    }
    draft.raw("workplaceType", Nodes.text(posting, "workplaceType"));
    draft.salaryText("salaryDescription",
        Nodes.first(posting, "salaryDescriptionPlain", "salaryDescription"));
  }

  /// `description` has the opening in it; where it is missing, opening and body stand alone.
  private static @Nullable String description(JsonNode posting) {
    StringBuilder html = new StringBuilder();
    String whole = Nodes.first(posting, "description", "descriptionPlain");
    if (whole == null) {
      AtsTerms.append(html, null, Nodes.first(posting, "opening", "openingPlain"));
      AtsTerms.append(html, null, Nodes.first(posting, "descriptionBody", "descriptionBodyPlain"));
    } else {
      AtsTerms.append(html, null, whole);
    }
    for (JsonNode list : Nodes.list(posting, "lists")) {
      AtsTerms.append(html, Nodes.text(list, "text"), Nodes.text(list, "content"));
    }
    AtsTerms.append(html, null, Nodes.first(posting, "additional", "additionalPlain"));
    return html.isEmpty() ? null : html.toString();
  }

  /// The posting's country is that of its first place.
  private static void places(JsonNode posting, JsonNode categories, Draft draft) {
    String main = Nodes.text(categories, "location");
    Set<String> all = new LinkedHashSet<>();
    if (main != null) {
      all.add(main);
    }
    for (JsonNode one : Nodes.list(categories, "allLocations")) {
      String text = Nodes.text(one);
      if (text != null) {
        all.add(text);
      }
    }
    String country = Nodes.text(posting, "country");
    for (String place : all) {
      draft.placeText("categories.location", place, place.equals(main) ? country : null);
    }
    draft.raw("categories.location", String.join("; ", all));
    if (!draft.hasPlace()) {
      draft.place("country", null, null, null, country, null, null);
    }
  }

  private static void salary(JsonNode range, Draft draft) {
    String interval = Nodes.text(range, "interval");
    Double min = Nodes.number(range, "min");
    Double max = Nodes.number(range, "max");
    String currency = Nodes.text(range, "currency");
    if (min == null && max == null) {
      return;
    }
    draft.raw("salaryRange", AmountText.of(Nodes.text(range, "min"), Nodes.text(range, "max"),
        currency, interval));
    Salary.Period period = period(interval);
    if (interval != null && period == null) {
      draft.problem(ProblemCode.UNKNOWN_VALUE, "salaryRange.interval", interval,
          "an interval such as per-year-salary");
      return;
    }
    if (period == null) {
      draft.salaryText("salaryRange", AmountText.of(Nodes.text(range, "min"),
          Nodes.text(range, "max"), currency, null));
    } else {
      draft.salary("salaryRange", min, max, Currencies.of(currency), period);
    }
  }

  private static Salary.@Nullable Period period(@Nullable String interval) {
    return switch (interval == null ? "" : interval.toLowerCase(Locale.ROOT)) {
      case "per-year-salary" -> Salary.Period.YEAR;
      case "per-month-salary" -> Salary.Period.MONTH;
      case "per-week-salary" -> Salary.Period.WEEK;
      case "per-day-wage" -> Salary.Period.DAY;
      case "per-hour-wage" -> Salary.Period.HOUR;
      default -> null;
    };
  }
}
