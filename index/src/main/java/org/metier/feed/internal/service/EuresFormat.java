package org.metier.feed.internal.service;

import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.metier.feed.FeedEnd;
import org.metier.feed.FeedItem;
import org.metier.feed.internal.FeedFormat;
import org.metier.feed.internal.FeedHead;
import org.metier.feed.internal.FeedInput;
import org.metier.feed.internal.xml.XmlHead;
import org.metier.feed.internal.xml.XmlRecords;

/// The EURES Input API 0.1: the JSON answers of `getAll`, `getChanges` and `getDetails`, each or several
/// merged into one object; or the `PositionOpening`s of HR-XML 3.2 that they carry, as XML.
public final class EuresFormat implements FeedFormat {
  private static final Pattern ENVELOPE = Pattern.compile(
      "\"(?:allReferences|createdReferences|modifiedReferences|closedReferences)\"\\s*:"
          + "|\"details\"\\s*:\\s*\\{");

  @Override
  public String name() {
    return "eures";
  }

  @Override
  public boolean recognises(FeedHead head) {
    if (head.isJson()) {
      return ENVELOPE.matcher(head.text()).find();
    }
    XmlHead xml = XmlHead.of(head);
    return xml.text().contains("http://www.hr-xml.org/3")
        && (xml.root().equals("positionopening") || xml.has("PositionOpening"));
  }

  @Override
  public FeedEnd read(FeedInput input, Consumer<FeedItem> items) throws IOException {
    if (input.head().isJson()) {
      return new EuresAnswer(input, items).read(name());
    }
    EuresOpening opening = new EuresOpening(input.zone());
    new XmlRecords(input, Set.of("positionopening"), (node, draft) -> {
      draft.key("DocumentID", node.text("documentid"));
      opening.read(node, draft);
    }, items).read();
    return FeedEnd.whole(name());
  }
}
