package org.metier.feed.internal.service;

import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.metier.feed.FeedEnd;
import org.metier.feed.FeedException;
import org.metier.feed.FeedItem;
import org.metier.feed.ProblemCode;
import org.metier.feed.internal.FeedInput;
import org.metier.feed.internal.JsonTrees;
import org.metier.feed.internal.Nodes;
import org.metier.feed.internal.draft.Dates;
import org.metier.feed.internal.draft.Draft;
import org.metier.feed.internal.xml.XmlNode;
import org.metier.feed.internal.xml.XmlTrees;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/// One JSON answer of the Input API. References tell what is open, details hold it: a closed reference is a
/// tombstone, an open one is as good as its details. An answer is whole if no open reference lacks them;
/// where details were asked for and one is missing, that is a bad record.
final class EuresAnswer {
  private static final Set<String> LISTS = Set.of("allReferences", "createdReferences",
      "modifiedReferences", "closedReferences");

  private final FeedInput input;
  private final Consumer<FeedItem> items;
  private final EuresOpening opening;
  private final Dates millis;
  private final Set<String> open = new LinkedHashSet<>();
  private final Set<String> detailed = new HashSet<>();
  private boolean hasDetails;
  private long latest = Long.MIN_VALUE;
  private int received;

  EuresAnswer(FeedInput input, Consumer<FeedItem> items) {
    this.input = input;
    this.items = items;
    opening = new EuresOpening(input.zone());
    millis = new Dates(List.of("epochMillis", Dates.ISO), input.zone());
  }

  FeedEnd read(String format) throws IOException {
    try (JsonTrees trees = JsonTrees.over(input.bytes(), input.limits())) {
      if (trees.next() != JsonToken.START_OBJECT) {
        throw unlike();
      }
      boolean isKnown = false;
      while (trees.next() != JsonToken.END_OBJECT) {
        String name = trees.name();
        JsonToken value = trees.next();
        if (LISTS.contains(name) && value == JsonToken.START_ARRAY) {
          references(trees, name);
          isKnown = true;
        } else if (name.equals("details") && value == JsonToken.START_OBJECT) {
          details(trees);
          isKnown = true;
        } else {
          trees.skip();
        }
      }
      if (!isKnown) {
        throw unlike();
      }
      if (trees.next() != null) {
        throw new FeedException(input.name() + " goes on after the end of its JSON at line "
            + trees.line() + "; have the sender mend it (nothing of it was taken over)");
      }
    } catch (JacksonException e) {
      throw JsonTrees.failure(input, "record " + (received + 1), e);
    }
    open.removeAll(detailed);
    if (hasDetails) {
      open.forEach(this::missing);
    }
    boolean isWhole = open.isEmpty();
    return new FeedEnd(format, isWhole,
        !isWhole || latest == Long.MIN_VALUE ? null : String.valueOf(latest));
  }

  private FeedException unlike() {
    return new FeedException(input.name() + " is no answer of the EURES Input API: expected"
        + " allReferences, createdReferences or details; is it an error message in place of the feed?"
        + " (nothing was changed)");
  }

  private void references(JsonTrees trees, String list) {
    while (trees.next() != JsonToken.END_ARRAY) {
      long line = trees.line();
      JsonNode node = trees.tree();
      // Some services list bare references.
      String reference = node.isObject() ? Nodes.text(node, "reference") : Nodes.text(node);
      times(node);
      if (reference != null && !list.equals("closedReferences") && !isClosed(node)) {
        open.add(reference);
        if (open.size() > input.limits().records()) {
          throw new FeedException(input.name() + " lists more than " + input.limits().records()
              + " references, the limit; raise it if that is their usual number");
        }
        continue;
      }
      Draft draft = draft(list, line);
      draft.key("reference", reference);
      if (reference != null) {
        draft.withdrawn(time(node, "closingTimestamp", draft));
      }
      items.accept(draft.finish());
    }
  }

  private void details(JsonTrees trees) {
    hasDetails = true;
    while (trees.next() != JsonToken.END_OBJECT) {
      String name = trees.name();
      trees.next();
      Draft draft = draft("details", trees.line());
      JsonNode detail = trees.tree();
      detailed.add(name);
      if (detail.isMissingNode()) {
        draft.problem(ProblemCode.TOO_LARGE, "", "a larger or deeper detail",
            "at most " + input.limits().recordBytes() + " bytes and " + input.limits().depth()
                + " levels");
      } else {
        detail(name, detail, draft);
      }
      items.accept(draft.finish());
    }
  }

  private void detail(String name, JsonNode detail, Draft draft) {
    String reference = Nodes.text(detail, "reference");
    draft.key("reference", reference == null ? name : reference);
    if (reference != null) {
      detailed.add(reference);
    }
    if (isClosed(detail)) {
      draft.withdrawn(time(detail, "closingTimestamp", draft));
      return;
    }
    String content = Nodes.text(detail, "content");
    if (content == null) {
      draft.problem(ProblemCode.BAD_RECORD, "content", "", "the XML of a PositionOpening");
      return;
    }
    draft.postedAt("creationTimestamp", time(detail, "creationTimestamp", draft));
    draft.raw("lastModificationTimestamp", Nodes.text(detail, "lastModificationTimestamp"));
    switch (XmlTrees.read(withoutDeclaration(content), input.limits())) {
      case XmlTrees.Tree(XmlNode root) when root.name().equals("positionopening") ->
        opening.read(root,
            draft);
      case XmlTrees.Tree _ -> draft.problem(ProblemCode.BAD_RECORD, "content",
          "another element than PositionOpening", "the XML of a PositionOpening");
      case XmlTrees.Unusable(ProblemCode code, String found, String expected) -> draft.problem(code,
          "content", found, expected);
    }
  }

  /// A text inside JSON has no encoding of its own, whatever it declares.
  private static String withoutDeclaration(String content) {
    String xml = content.startsWith("\ufeff") ? content.substring(1).strip() : content.strip();
    int end = xml.startsWith("<?xml") ? xml.indexOf("?>") : -1;
    return end < 0 ? xml : xml.substring(end + 2);
  }

  private void missing(String reference) {
    Draft draft = new Draft(input.source(), "details");
    draft.key("reference", reference);
    draft.problem(ProblemCode.BAD_RECORD, "", "a reference without details",
        "the details of every open reference; ask for them again");
    items.accept(draft.finish());
  }

  private Draft draft(String list, long line) {
    received++;
    return new Draft(input.source(), list + ", record " + received + " (line " + line + ")");
  }

  private static boolean isClosed(JsonNode node) {
    return "CLOSED".equalsIgnoreCase(Nodes.text(node, "status"));
  }

  private @Nullable Instant time(JsonNode node, String field, Draft draft) {
    String text = Nodes.text(node, field);
    Instant time = text == null ? null : millis.read(text, Dates.Edge.START);
    if (text != null && time == null) {
      draft.problem(ProblemCode.BAD_DATE, field, text,
          "milliseconds since 1970, such as 1774915200000");
    }
    return time;
  }

  /// Where the next `getChanges` goes on: the latest moment that any reference names. Details alone name
  /// none, since others may have changed before them.
  private void times(JsonNode node) {
    for (String field : List.of("creationTimestamp", "lastModificationTimestamp",
        "closingTimestamp")) {
      String text = Nodes.text(node, field);
      if (text != null && text.matches("\\d{10,15}")) {
        latest = Math.max(latest, Long.parseLong(text));
      }
    }
  }
}
