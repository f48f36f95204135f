package org.metier.feed.internal.service;

import java.io.IOException;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.metier.feed.FeedEnd;
import org.metier.feed.FeedItem;
import org.metier.feed.internal.FeedFormat;
import org.metier.feed.internal.FeedHead;
import org.metier.feed.internal.FeedInput;
import org.metier.feed.internal.JsonLines;
import org.metier.feed.internal.JsonRecords;
import org.metier.feed.internal.JsonShape;
import org.metier.feed.internal.Nodes;
import tools.jackson.databind.JsonNode;

/// The Norwegian service's feed: a page (`{"items": [ … ], "next_id": …}`), or its entries, alone, in an
/// array or one a line. Times without a zone are those of Oslo unless the source declares another zone.
///
/// A page that names a next one is not whole; its cursor is the next page. The cursor of the last page is
/// that page, which grows until there is a next one.
public final class NavFormat implements FeedFormat {
  private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

  @Override
  public String name() {
    return "nav";
  }

  @Override
  public boolean recognises(FeedHead head) {
    JsonShape shape = head.shape();
    return isPage(shape)
        || shape.hasAny("ad_content", "*/ad_content", "_feed_entry", "*/_feed_entry");
  }

  @Override
  public boolean accepts(FeedHead head) {
    return recognises(head) || head.shape().isEmptyArray();
  }

  @Override
  public FeedEnd read(FeedInput input, Consumer<FeedItem> items) throws IOException {
    NavEntry entry = new NavEntry(input.zoneOr(OSLO));
    if (input.head().startsWithJsonLine(input.limits())) {
      new JsonLines(input, object -> true, entry::read, items).read();
      return FeedEnd.whole(name());
    }
    boolean isPage = isPage(input.head().shape());
    JsonRecords records = new JsonRecords(input, isPage ? "items" : null, entry::read, items)
        .keeping("id", "next_id", "next_url");
    if (!isPage && input.head().text().startsWith("{")) {
      records.readValues();
    } else {
      records.read();
    }
    String next = next(records.around());
    return new FeedEnd(name(), next == null,
        next == null ? Nodes.text(records.around(), "id") : next);
  }

  private static boolean isPage(JsonShape shape) {
    return shape.has("items/*/_feed_entry") || shape.has("items", "feed_url");
  }

  private static @Nullable String next(JsonNode page) {
    return Nodes.first(page, "next_id", "next_url");
  }
}
