package org.metier.feed.internal.board;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.metier.feed.DateOrder;
import org.metier.feed.FeedEnd;
import org.metier.feed.FeedItem;
import org.metier.feed.internal.FeedFormat;
import org.metier.feed.internal.FeedHead;
import org.metier.feed.internal.FeedInput;
import org.metier.feed.internal.draft.Dates;
import org.metier.feed.internal.draft.Draft;
import org.metier.feed.internal.draft.PlainText;
import org.metier.feed.internal.xml.XmlHead;
import org.metier.feed.internal.xml.XmlNode;
import org.metier.feed.internal.xml.XmlRecords;

/// The file that boards send to Trovit, `<trovit><ad>`: all vacancies each time; dates have the day first.
/// What is asked of the person may stand apart in `requirements` and is part of the text.
public final class TrovitFormat implements FeedFormat {
  private static final BoardPlaces.Elements PLACE = new BoardPlaces.Elements("city", "postcode",
      "region", "country");
  private static final List<String> RAW = List.of("salary_numeric", "studies", "category",
      "city_area", "date", "time");

  @Override
  public String name() {
    return "trovit";
  }

  @Override
  public boolean recognises(FeedHead head) {
    return XmlHead.of(head).root().equals("trovit");
  }

  @Override
  public FeedEnd read(FeedInput input, Consumer<FeedItem> items) throws IOException {
    BoardDates dates = new BoardDates(input, DateOrder.DAY_FIRST);
    new XmlRecords(input, Set.of("ad"), (ad, draft) -> ad(ad, dates, draft), items).read();
    return FeedEnd.whole(name());
  }

  private static void ad(XmlNode ad, BoardDates dates, Draft draft) {
    draft.key("id", ad.text("id"));
    draft.title("title", ad.text("title"));
    draft.description(description(ad.text("content"), ad.text("requirements")));
    draft.employer(ad.text("company"));
    draft.url("url", ad.text("url"));
    BoardPlaces.read("city", ad, PLACE, draft);
    draft.postedAt("date", dates.read("date", published(ad), Dates.Edge.START, draft));
    draft.validThrough("expiration_date",
        dates.read("expiration_date", ad.text("expiration_date"), Dates.Edge.END, draft));
    draft.salaryText("salary", ad.text("salary"));
    draft.contractText("contract", ad.text("contract"));
    draft.hoursText("working_hours", ad.text("working_hours"));
    draft.experienceText("experience", ad.text("experience"));
    for (String field : RAW) {
      draft.raw(field, ad.text(field));
    }
  }

  /// The day, with its time when that is one.
  private static @Nullable String published(XmlNode ad) {
    String day = ad.text("date");
    String time = ad.text("time");
    return day == null || time == null || !time.strip().matches("([01]?\\d|2[0-3]):[0-5]\\d")
        ? day
        : day.strip() + " " + time.strip();
  }

  private static @Nullable String description(@Nullable String content,
      @Nullable String requirements) {
    if (content == null || requirements == null) {
      return content == null ? requirements : content;
    }
    // Each cleaned alone: one may be HTML and the other not.
    return PlainText.of(content) + "\n\n" + PlainText.of(requirements);
  }
}
