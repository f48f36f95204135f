package org.metier.feed.mapping;

import java.io.IOException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.metier.feed.FeedEnd;
import org.metier.feed.FeedItem;
import org.metier.feed.internal.FeedFormat;
import org.metier.feed.internal.FeedHead;
import org.metier.feed.internal.FeedInput;
import org.metier.feed.internal.JsonRecords;
import org.metier.feed.internal.Nodes;
import tools.jackson.databind.JsonNode;

/// An array of JSON objects, read by a mapping. A column is a property's name, or a path of names with
/// points between them; an array of texts counts as one cell with lines.
public final class MappedJsonFormat implements FeedFormat {
  @Override
  public String name() {
    return "json";
  }

  @Override
  public boolean needsMapping() {
    return true;
  }

  @Override
  public boolean recognises(FeedHead head) {
    return head.isJson();
  }

  @Override
  public FeedEnd read(FeedInput input, Consumer<FeedItem> items) throws IOException {
    Mapping mapping = input.requiredMapping();
    MappedRecord record = new MappedRecord(mapping, input.zone());
    new JsonRecords(input, mapping.settings().records(),
        (object, draft) -> record.read(column -> cell(object, column), draft), items).read();
    return FeedEnd.whole(name());
  }

  private static @Nullable String cell(JsonNode object, String column) {
    JsonNode node = object.path(column);
    if (node.isMissingNode() && column.indexOf('.') > 0) {
      node = object;
      for (String name : column.split("\\.")) {
        node = node.path(name);
      }
    }
    String lines = Nodes.list(node)
        .stream()
        .map(Nodes::text)
        .filter(t -> t != null)
        .collect(Collectors.joining("\n"));
    return lines.isEmpty() ? null : lines;
  }
}
