package org.metier.feed.internal.board;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.metier.feed.DateOrder;
import org.metier.feed.FeedEnd;
import org.metier.feed.FeedException;
import org.metier.feed.FeedItem;
import org.metier.feed.internal.FeedFormat;
import org.metier.feed.internal.FeedHead;
import org.metier.feed.internal.FeedInput;
import org.metier.feed.internal.draft.Dates;
import org.metier.feed.internal.draft.Draft;
import org.metier.feed.internal.xml.XmlHead;
import org.metier.feed.internal.xml.XmlNode;
import org.metier.feed.internal.xml.XmlRecords;

/// The file that boards send to Jooble: under one root of any name, elements of one name with an `id`
/// attribute. Dates are `DD.MM.YYYY`.
public final class JoobleFormat implements FeedFormat {
  private static final List<String> RAW = List.of("pubdate", "updated", "expire");
  private static final Pattern ITEM = Pattern
      .compile("<([\\p{L}_][\\p{L}\\d._-]*)\\s(?:[^<>]*\\s)?id\\s*=");

  @Override
  public String name() {
    return "jooble";
  }

  @Override
  public boolean recognises(FeedHead head) {
    XmlHead xml = XmlHead.of(head);
    return ITEM.matcher(xml.firstChild()).lookingAt() && xml.has("name") && xml.has("link");
  }

  @Override
  public FeedEnd read(FeedInput input, Consumer<FeedItem> items) throws IOException {
    Matcher item = ITEM.matcher(XmlHead.of(input.head()).firstChild());
    if (!item.lookingAt()) {
      throw new FeedException(input.name() + " holds no element with an id under its root, so it"
          + " cannot be told what is a vacancy; fetch it again (nothing was changed)");
    }
    BoardDates dates = new BoardDates(input, DateOrder.DAY_FIRST);
    new XmlRecords(input, Set.of(item.group(1).toLowerCase(Locale.ROOT)),
        (job, draft) -> job(job, dates, draft), items).read();
    return FeedEnd.whole(name());
  }

  private static void job(XmlNode job, BoardDates dates, Draft draft) {
    draft.key("id", job.attribute("id"));
    draft.title("name", job.text("name"));
    draft.description(job.text("description"));
    draft.employer(job.text("company"));
    draft.url("link", job.text("link"));
    draft.raw("region", job.texts("region"));
    for (XmlNode region : job.children("region")) {
      BoardPlaces.read("region", region.text(), job.text("country"), draft);
    }
    draft.postedAt("pubdate",
        dates.read("pubdate", job.text("pubdate"), Dates.Edge.START, draft));
    draft.validThrough("expire", dates.read("expire", job.text("expire"), Dates.Edge.END, draft));
    draft.salaryText("salary", job.text("salary"));
    draft.contractText("jobtype", job.text("jobtype"));
    draft.hoursWithin("jobtype", job.text("jobtype"));
    for (String field : RAW) {
      draft.raw(field, job.text(field));
    }
  }
}
