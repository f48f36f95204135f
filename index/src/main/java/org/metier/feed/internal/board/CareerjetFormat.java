package org.metier.feed.internal.board;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.metier.feed.FeedEnd;
import org.metier.feed.FeedItem;
import org.metier.feed.internal.FeedFormat;
import org.metier.feed.internal.FeedHead;
import org.metier.feed.internal.FeedInput;
import org.metier.feed.internal.draft.Dates;
import org.metier.feed.internal.draft.Draft;
import org.metier.feed.internal.xml.XmlHead;
import org.metier.feed.internal.xml.XmlNode;
import org.metier.feed.internal.xml.XmlRecords;

/// The file that boards send to Careerjet, `<jobs><job>`: places have parts, in one or several `location`s.
public final class CareerjetFormat implements FeedFormat {
  private static final BoardPlaces.Elements PLACE = new BoardPlaces.Elements("city", "postcode",
      "region", "country");
  private static final List<String> RAW = List.of("category", "date");

  @Override
  public String name() {
    return "careerjet";
  }

  @Override
  public boolean recognises(FeedHead head) {
    XmlHead xml = XmlHead.of(head);
    return xml.root().equals("jobs")
        && (xml.firstChild().isEmpty() || (xml.has("job") && xml.has("url")));
  }

  @Override
  public FeedEnd read(FeedInput input, Consumer<FeedItem> items) throws IOException {
    BoardDates dates = new BoardDates(input, null);
    new XmlRecords(input, Set.of("job"), (job, draft) -> job(job, dates, draft), items).read();
    return FeedEnd.whole(name());
  }

  private static void job(XmlNode job, BoardDates dates, Draft draft) {
    String id = job.text("id");
    draft.key("id", id == null ? job.text("job_reference") : id);
    draft.partnerKey("reference", job.text("job_reference"));
    draft.title("title", job.text("title"));
    draft.description(job.text("description"));
    draft.employer(job.text("company"));
    draft.url("url", job.text("url"));
    for (XmlNode location : job.children("location")) {
      if (location.at("city") != null || location.at("region") != null
          || location.at("country") != null) {
        BoardPlaces.read("location", location, PLACE, draft);
      } else {
        draft.raw("location", location.text());
        BoardPlaces.read("location", location.text(), job.text("country"), draft);
      }
    }
    draft.postedAt("date", dates.read("date", job.text("date"), Dates.Edge.START, draft));
    draft.validThrough("expiry_date",
        dates.read("expiry_date", job.text("expiry_date"), Dates.Edge.END, draft));
    draft.salaryText("salary", job.text("salary"));
    draft.contractText("contract_type", job.text("contract_type"));
    draft.hoursText("working_hours", job.text("working_hours"));
    draft.experienceText("experience", job.text("experience"));
    for (String field : RAW) {
      draft.raw(field, job.text(field));
    }
  }
}
