package org.metier.feed.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.metier.feed.FeedItem;
import org.metier.feed.ProblemCode;
import org.metier.feed.internal.draft.Draft;
import tools.jackson.databind.JsonNode;

/// The records of a feed that has one JSON object a line. A line that cannot be used is rejected alone; one
/// that ends in the middle, without a line break, is a feed cut off.
public final class JsonLines {
  private final FeedInput input;
  private final Predicate<JsonNode> isRecord;
  private final JsonRecords.Reader reader;
  private final Consumer<FeedItem> items;

  /// @param isRecord whether an object is one of the records; others are passed over
  public JsonLines(FeedInput input, Predicate<JsonNode> isRecord, JsonRecords.Reader reader,
      Consumer<FeedItem> items) {
    this.input = input;
    this.isRecord = isRecord;
    this.reader = reader;
    this.items = items;
  }

  /// Reads every line; blank ones count for nothing.
  public void read() throws IOException {
    TextLines lines = new TextLines(input.bytes(),
        input.head().charset(StandardCharsets.UTF_8), input.limits().recordBytes());
    for (TextLines.Line line = lines.next(); line != null; line = lines.next()) {
      if (!line.text().isBlank()) {
        read(line);
      }
    }
  }

  private void read(TextLines.Line line) {
    String place = "line " + line.number();
    Draft draft = new Draft(input.source(), place);
    JsonNode node = line.isTooLong() ? null : JsonTrees.value(line.text(), input.limits(), false);
    if (line.isTooLong()) {
      draft.problem(ProblemCode.TOO_LARGE, "", "a longer line",
          "at most " + input.limits().recordBytes() + " bytes");
    } else if (node == null && !line.isEnded()) {
      throw input.cutOff(place);
    } else if (node == null) {
      draft.problem(ProblemCode.BAD_RECORD, "", "text that is no JSON within the limits",
          "one JSON object a line");
    } else if (!node.isObject()) {
      draft.problem(ProblemCode.BAD_RECORD, "", "a JSON " + node.getNodeType(), "a JSON object");
    } else if (isRecord.test(node)) {
      reader.read(node, draft);
    } else {
      return;
    }
    items.accept(draft.finish());
  }
}
