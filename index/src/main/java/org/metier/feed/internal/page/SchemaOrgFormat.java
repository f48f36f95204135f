package org.metier.feed.internal.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.metier.feed.FeedEnd;
import org.metier.feed.FeedException;
import org.metier.feed.FeedItem;
import org.metier.feed.ProblemCode;
import org.metier.feed.internal.CappedInputStream;
import org.metier.feed.internal.FeedFormat;
import org.metier.feed.internal.FeedHead;
import org.metier.feed.internal.FeedInput;
import org.metier.feed.internal.JsonShape;
import org.metier.feed.internal.JsonTrees;
import org.metier.feed.internal.Nodes;
import org.metier.feed.internal.TextLines;
import org.metier.feed.internal.draft.Draft;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// schema.org `JobPosting`s as JSON-LD: in the script tags of an HTML page, as one JSON value, as an
/// array or `@graph`, or one a line. The tree is walked as it is; no `@context` is ever fetched.
public final class SchemaOrgFormat implements FeedFormat {
  /// A page is parsed as a whole; no honest one is larger.
  private static final long MAX_PAGE_BYTES = 16L << 20;

  @Override
  public String name() {
    return "schemaorg";
  }

  @Override
  public boolean recognises(FeedHead head) {
    JsonShape shape = head.shape();
    return head.isHtml() || shape.names("@type") || shape.names("@graph")
        || (head.isJson() && head.text().contains("\"JobPosting\""));
  }

  @Override
  public FeedEnd read(FeedInput input, Consumer<FeedItem> items) throws IOException {
    Walk walk = new Walk(input, items);
    if (input.head().isHtml()) {
      page(input, walk);
    } else if (input.head().startsWithJsonLine(input.limits())) {
      lines(input, walk);
    } else {
      values(input, walk);
    }
    if (walk.received == 0 && walk.others > 0) {
      throw new FeedException(input.name() + (input.head().isHtml()
          ? " is an HTML page without a JobPosting, most likely an error page sent in place of the"
              + " feed; fetch it again (nothing was changed)"
          : " holds no JobPosting: expected objects with \"@type\": \"JobPosting\""
              + " (nothing was changed)"));
    }
    return FeedEnd.whole(name());
  }

  private static void page(FeedInput input, Walk walk) throws IOException {
    CappedInputStream capped = new CappedInputStream(input.bytes(), input.name(),
        Math.min(MAX_PAGE_BYTES, input.limits().feedBytes()));
    Document page = Jsoup.parse(capped, null, "");
    int number = 0;
    walk.others++;
    for (Element script : page.select("script[type*=ld+json]")) {
      number++;
      String json = script.data().strip();
      String place = "script " + number;
      if (json.length() > input.limits().recordBytes()) {
        walk.reject(place, ProblemCode.TOO_LARGE, "a larger script",
            "at most " + input.limits().recordBytes() + " bytes");
        continue;
      }
      JsonNode node = JsonTrees.value(json, input.limits(), false);
      if (node == null) {
        node = JsonTrees.value(json, input.limits(), true);
      }
      if (node == null) {
        walk.reject(place, ProblemCode.BAD_RECORD, "text that is no JSON", "one JSON value");
      } else {
        walk.into(node, place);
      }
    }
  }

  private static void lines(FeedInput input, Walk walk) throws IOException {
    TextLines lines = new TextLines(input.bytes(), StandardCharsets.UTF_8,
        input.limits().recordBytes());
    for (TextLines.Line line = lines.next(); line != null; line = lines.next()) {
      String place = "line " + line.number();
      if (line.isTooLong()) {
        walk.reject(place, ProblemCode.TOO_LARGE, "a longer line",
            "at most " + input.limits().recordBytes() + " bytes");
        continue;
      }
      if (line.text().isBlank()) {
        continue;
      }
      JsonNode node = JsonTrees.value(line.text(), input.limits(), false);
      if (node != null) {
        walk.into(node, place);
      } else if (line.isEnded()) {
        walk.reject(place, ProblemCode.BAD_RECORD, "text that is no JSON",
            "one JSON object a line");
      } else {
        throw input.cutOff(place);
      }
    }
  }

  private static void values(FeedInput input, Walk walk) throws IOException {
    try (JsonTrees trees = JsonTrees.over(input.bytes(), input.limits())) {
      for (JsonToken token = trees.next(); token != null; token = trees.next()) {
        value(trees, token, walk);
      }
    } catch (JacksonException e) {
      throw JsonTrees.failure(input, "posting " + (walk.received + 1), e);
    }
  }

  private static void value(JsonTrees trees, JsonToken token, Walk walk) {
    if (token == JsonToken.START_ARRAY) {
      elements(trees, walk);
    } else if (token == JsonToken.START_OBJECT) {
      String place = "line " + trees.line();
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      while (trees.next() != JsonToken.END_OBJECT) {
        String name = trees.name();
        if (trees.next() == JsonToken.START_ARRAY && name.equals("@graph")) {
          elements(trees, walk);
        } else {
          object.set(name, trees.tree());
        }
      }
      walk.into(object, place);
    } else {
      walk.others++;
    }
  }

  private static void elements(JsonTrees trees, Walk walk) {
    while (trees.next() != JsonToken.END_ARRAY) {
      String place = "line " + trees.line();
      JsonNode node = trees.tree();
      if (node.isMissingNode()) {
        walk.reject(place, ProblemCode.TOO_LARGE, "a larger or deeper posting",
            "one within the limits of bytes and levels");
      } else {
        walk.into(node, place);
      }
    }
  }

  /// Looks for postings anywhere in a tree.
  private static final class Walk {
    private final FeedInput input;
    private final Consumer<FeedItem> items;
    private final SchemaOrgPosting posting;
    private int received;
    private int others;

    Walk(FeedInput input, Consumer<FeedItem> items) {
      this.input = input;
      this.items = items;
      posting = new SchemaOrgPosting(input.zone(), input.dateOrder());
    }

    void into(JsonNode node, String place) {
      int before = received;
      visit(node, place);
      if (received == before) {
        others++;
      }
    }

    private void visit(JsonNode node, String place) {
      if (node.isObject() && isPosting(node)) {
        received++;
        Draft draft = new Draft(input.source(), "posting " + received + " (" + place + ")");
        posting.read(node, draft);
        items.accept(draft.finish());
      } else {
        for (JsonNode child : node) {
          visit(child, place);
        }
      }
    }

    void reject(String place, ProblemCode code, String found, String expected) {
      received++;
      Draft draft = new Draft(input.source(), place);
      draft.problem(code, "", found, expected);
      items.accept(draft.finish());
    }

    private static boolean isPosting(JsonNode node) {
      return Nodes.list(node, "@type")
          .stream()
          .map(Nodes::text)
          .anyMatch(t -> t != null
              && t.substring(Math.max(t.lastIndexOf('/'), t.lastIndexOf(':')) + 1)
                  .equals("JobPosting"));
    }
  }
}
