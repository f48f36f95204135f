package org.metier.feed.internal.service;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
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

/// The Swedish service's ads: a snapshot or stream (a bare array or one ad a line, with tombstones), a page
/// of hits, or the source that its importer reads (`annonsrubrik` and so on). Times without a zone are
/// those of Stockholm unless the source declares another zone.
public final class JobTechFormat implements FeedFormat {
  private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
  /// What ads stand under: the search's hits, and a file of source ads.
  private static final List<String> ENVELOPES = List.of("hits", "testannonser", "annonser");
  private static final List<String> TELLING = List.of("headline", "annonsrubrik", "removed",
      "removed_date",
      "workplace_address", "arbetsplatsadress", "application_deadline");

  @Override
  public String name() {
    return "jobtech";
  }

  @Override
  public boolean recognises(FeedHead head) {
    JsonShape shape = head.shape();
    return TELLING.stream()
        .anyMatch(n -> shape.hasAny(n, "*/" + n)
            || ENVELOPES.stream().anyMatch(e -> shape.has(e + "/*/" + n)));
  }

  @Override
  public boolean accepts(FeedHead head) {
    JsonShape shape = head.shape();
    return recognises(head) || shape.isEmptyArray()
        || ENVELOPES.stream().anyMatch(e -> shape.has(e));
  }

  @Override
  public FeedEnd read(FeedInput input, Consumer<FeedItem> items) throws IOException {
    JobTechAd ad = new JobTechAd(input.zoneOr(STOCKHOLM));
    if (input.head().startsWithJsonLine(input.limits())) {
      new JsonLines(input, object -> true, ad::read, items).read();
      return FeedEnd.whole(name());
    }
    JsonShape shape = input.head().shape();
    String envelope = ENVELOPES.stream().filter(e -> shape.has(e)).findFirst().orElse(null);
    JsonRecords records = new JsonRecords(input, envelope, ad::read, items).keeping("total");
    if (envelope == null && input.head().text().startsWith("{")) {
      records.readValues();
    } else {
      records.read();
    }
    return new FeedEnd(name(), records.received() >= announced(records.around()), null);
  }

  /// `"total": {"value": 1200}`, or the bare number.
  private static double announced(JsonNode around) {
    JsonNode total = around.path("total");
    Double number = total.isObject()
        ? Nodes.number(total, "value")
        : Nodes.number(around, "total");
    return number == null ? 0 : number;
  }
}
