package org.metier.feed.internal.board;

import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;
import org.metier.feed.FeedEnd;
import org.metier.feed.FeedItem;
import org.metier.feed.internal.FeedFormat;
import org.metier.feed.internal.FeedHead;
import org.metier.feed.internal.FeedInput;
import org.metier.feed.internal.xml.XmlHead;
import org.metier.feed.internal.xml.XmlRecords;

/// `PositionOpening`s of HR-XML 2.x, one alone or several under a root of any name. The third generation is
/// another format, told apart by its namespace.
public final class HrXml2Format implements FeedFormat {
  private static final String NAMESPACE = "ns.hr-xml.org";

  @Override
  public String name() {
    return "hrxml2";
  }

  @Override
  public boolean recognises(FeedHead head) {
    XmlHead xml = XmlHead.of(head);
    return (xml.root().equals("positionopening") || xml.has("PositionOpening"))
        && (xml.text().contains(NAMESPACE) || xml.has("PositionRecordInfo"));
  }

  @Override
  public FeedEnd read(FeedInput input, Consumer<FeedItem> items) throws IOException {
    HrXml2Opening opening = new HrXml2Opening(new BoardDates(input, null));
    new XmlRecords(input, Set.of("positionopening"), opening::read, items).read();
    return FeedEnd.whole(name());
  }
}
