package org.metier.feed.internal.ats;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.metier.feed.FeedEnd;
import org.metier.feed.FeedItem;
import org.metier.feed.internal.FeedFormat;
import org.metier.feed.internal.FeedHead;
import org.metier.feed.internal.FeedInput;
import org.metier.feed.internal.JsonRecords;
import org.metier.feed.internal.JsonShape;
import org.metier.feed.internal.Nodes;
import org.metier.feed.internal.draft.AmountText;
import org.metier.feed.internal.draft.Dates;
import org.metier.feed.internal.draft.Draft;
import org.metier.work.RemoteWork;
import tools.jackson.databind.JsonNode;

/// The postings of a SmartRecruiters company: a page of its list
/// (`{"offset": 0, "limit": 100, "totalFound": 240, "content": [ … ]}`), or details, alone or in an array.
/// A page is whole when it starts at 0 and has as many postings as were found. The list omits the text;
/// `creator` is never read.
public final class SmartRecruitersFormat implements FeedFormat {
  private static final Dates DATES = new Dates(List.of(Dates.ISO), ZoneOffset.UTC);
  private static final List<String> SECTIONS = List.of("companyDescription", "jobDescription",
      "qualifications", "additionalInformation");

  @Override
  public String name() {
    return "smartrecruiters";
  }

  @Override
  public boolean recognises(FeedHead head) {
    JsonShape shape = head.shape();
    return shape.has("totalFound", "content") || shape.hasAny("content/*/releasedDate",
        "content/*/refNumber", "*/releasedDate", "releasedDate", "jobAd/sections",
        "*/jobAd/sections");
  }

  @Override
  public boolean accepts(FeedHead head) {
    return recognises(head) || head.shape().isEmptyArray();
  }

  @Override
  public FeedEnd read(FeedInput input, Consumer<FeedItem> items) throws IOException {
    boolean isPage = input.head().shape().has("content");
    JsonRecords records = new JsonRecords(input, isPage ? "content" : null,
        SmartRecruitersFormat::posting, items).keeping("offset", "totalFound");
    if (!isPage && input.head().text().startsWith("{")) {
      records.readValues();
      return new FeedEnd(name(), false, null); // one of many
    }
    records.read();
    Double offset = Nodes.number(records.around(), "offset");
    Double total = Nodes.number(records.around(), "totalFound");
    boolean isWhole = !isPage || ((offset == null || offset == 0) && total != null
        && records.received() >= total);
    return new FeedEnd(name(), isWhole, null);
  }

  private static void posting(JsonNode posting, Draft draft) {
    draft.key("id", Nodes.text(posting, "id"));
    draft.title("name", Nodes.text(posting, "name"));
    draft.description(description(posting.path("jobAd").path("sections")));
    draft.language(Nodes.text(posting.path("language"), "code"));
    draft.employer(Nodes.text(posting.path("company"), "name"));
    draft.url("postingUrl", Nodes.text(posting, "postingUrl"));
    draft.applyUrl("applyUrl", Nodes.text(posting, "applyUrl"));
    draft.partnerKey("requisition", Nodes.text(posting, "refNumber"));
    draft.partnerKey("smartrecruiters-ad", Nodes.text(posting, "jobAdId"));
    draft.postedAt("releasedDate", DATES.read(draft, "releasedDate",
        Nodes.text(posting, "releasedDate"), Dates.Edge.START));
    place(posting.path("location"), draft);
    AtsTerms.employment("typeOfEmployment", label(posting, "typeOfEmployment"), draft);
    draft.experienceText("experienceLevel", label(posting, "experienceLevel"));
    draft.occupationTitle(label(posting, "function"));
    for (String field : List.of("industry", "department", "function")) {
      draft.raw(field, label(posting, field));
    }
    compensation(posting.path("compensation"), draft);
  }

  private static @Nullable String description(JsonNode sections) {
    StringBuilder html = new StringBuilder();
    for (String name : SECTIONS) {
      JsonNode section = sections.path(name);
      AtsTerms.append(html, Nodes.text(section, "title"), Nodes.text(section, "text"));
    }
    return html.isEmpty() ? null : html.toString();
  }

  private static void place(JsonNode location, Draft draft) {
    draft.place("location", Nodes.text(location, "city"), Nodes.text(location, "postalCode"),
        Nodes.text(location, "region"), Nodes.text(location, "country"),
        Nodes.text(location, "latitude"), Nodes.text(location, "longitude"));
    if (Nodes.isTrue(location, "hybrid")) {
      draft.remote(RemoteWork.HYBRID);
    } else if (Nodes.isTrue(location, "remote")) {
      draft.remote(RemoteWork.REMOTE);
    }
  }

  /// The amounts come without what they are paid for, so they are read as a text is.
  private static void compensation(JsonNode pay, Draft draft) {
    String min = Nodes.text(pay, "min");
    String max = Nodes.text(pay, "max");
    draft.salaryText("compensation", pay.isObject()
        ? AmountText.of(min, max, Nodes.text(pay, "currency"), null)
        : Nodes.text(pay));
  }

  private static @Nullable String label(JsonNode posting, String field) {
    JsonNode node = posting.path(field);
    return node.isObject() ? Nodes.text(node, "label") : Nodes.text(node);
  }
}
