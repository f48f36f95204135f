package org.metier.feed.internal.board;

import java.io.IOException;
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
import org.metier.feed.internal.draft.Dates;
import org.metier.feed.internal.draft.Draft;
import org.metier.feed.internal.xml.XmlHead;
import org.metier.feed.internal.xml.XmlNode;
import org.metier.feed.internal.xml.XmlRecords;
import org.metier.work.RemoteWork;

/// The file that employers and boards send to Indeed, `<source><job>`: all vacancies each time. A
/// `referencenumber` is of one vacancy at one place; `requisitionid` names what several of them have in
/// common.
public final class IndeedFormat implements FeedFormat {
  private static final BoardPlaces.Elements PLACE = new BoardPlaces.Elements("city", "postalcode",
      "state", "country");
  private static final List<String> RAW = List.of("education", "category", "remotetype", "date",
      "lastactivitydate");

  @Override
  public String name() {
    return "indeed";
  }

  @Override
  public boolean recognises(FeedHead head) {
    return XmlHead.of(head).root().equals("source");
  }

  @Override
  public FeedEnd read(FeedInput input, Consumer<FeedItem> items) throws IOException {
    BoardDates dates = new BoardDates(input, null);
    new XmlRecords(input, Set.of("job"), (job, draft) -> job(job, dates, draft), items).read();
    return FeedEnd.whole(name());
  }

  private static void job(XmlNode job, BoardDates dates, Draft draft) {
    draft.key("referencenumber", job.text("referencenumber"));
    draft.partnerKey("requisition", job.text("requisitionid"));
    draft.title("title", job.text("title"));
    draft.description(job.text("description"));
    draft.language(job.text("language"));
    draft.employer(job.text("company"));
    draft.url("url", job.text("url"));
    draft.applyUrl("applyurl", job.text("applyurl"));
    BoardPlaces.read("city", job, PLACE, draft);
    draft.remote(remote(job.text("remotetype"), draft));
    draft.postedAt("date", dates.read("date", job.text("date"), Dates.Edge.START, draft));
    draft.validThrough("expirationdate",
        dates.read("expirationdate", job.text("expirationdate"), Dates.Edge.END, draft));
    draft.salaryText("salary", job.text("salary"));
    draft.contractText("jobtype", job.text("jobtype"));
    draft.hoursWithin("jobtype", job.text("jobtype"));
    draft.experienceText("experience", job.text("experience"));
    for (String field : RAW) {
      draft.raw(field, job.text(field));
    }
  }

  private static @Nullable RemoteWork remote(@Nullable String type, Draft draft) {
    if (type == null) {
      return null;
    }
    String plain = type.strip().toLowerCase(Locale.ROOT);
    if (plain.contains("hybrid")) {
      return RemoteWork.HYBRID;
    }
    if (plain.contains("fully") || plain.equals("remote")) {
      return RemoteWork.REMOTE;
    }
    if (plain.contains("on-site") || plain.contains("onsite")) {
      return RemoteWork.ON_SITE;
    }
    draft.problem(ProblemCode.UNKNOWN_VALUE, "remotetype", type,
        "\"Fully remote\", \"Hybrid remote\" or \"On-site\"");
    return null;
  }
}
