package org.metier.feed.internal;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.metier.feed.FeedException;
import org.metier.feed.FeedItem;
import org.metier.feed.ProblemCode;
import org.metier.feed.internal.draft.Draft;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The records of a JSON feed: the elements of a bare array, or of the array under one name of an
/// envelope. One record is in memory at a time.
public final class JsonRecords {
  /// One record, an object.
  public interface Reader {
    void read(JsonNode object, Draft draft);
  }

  private final FeedInput input;
  private final @Nullable String envelope;
  private final Reader reader;
  private final Consumer<FeedItem> items;
  private final Set<String> kept = new HashSet<>();
  private final ObjectNode around = JsonNodeFactory.instance.objectNode();
  private int received;
  private int reading = 1;

  /// @param envelope the name that the records stand under; null for a bare array only
  public JsonRecords(FeedInput input, @Nullable String envelope, Reader reader,
      Consumer<FeedItem> items) {
    this.input = input;
    this.envelope = envelope;
    this.reader = reader;
    this.items = items;
  }

  /// Keeps these properties of the envelope for [#around], such as a total; within the limits of a record.
  public JsonRecords keeping(String... names) {
    kept.addAll(List.of(names));
    return this;
  }

  /// What stands around the records, of the kept properties; an empty object around a bare array.
  public JsonNode around() {
    return around;
  }

  /// How many records there were, good or bad.
  public int received() {
    return received;
  }

  /// Reads the array of records to its end and the feed's.
  public void read() throws IOException {
    try (JsonTrees trees = JsonTrees.over(input.bytes(), input.limits())) {
      JsonToken first = trees.next();
      if (first == JsonToken.START_ARRAY) {
        array(trees);
      } else if (first != JsonToken.START_OBJECT || !envelope(trees)) {
        throw new FeedException(input.name() + " holds no list of vacancies: expected "
            + (envelope == null
                ? "an array of objects"
                : "{\"" + envelope + "\": [ … ]} or a bare array")
            + "; is it an error message in place of the feed? (nothing was changed)");
      }
      requireEnd(trees);
    } catch (JacksonException e) {
      throw JsonTrees.failure(input, "record " + reading, e);
    }
  }

  /// Reads a feed whose records are its values, one after the other: one as the answer to a question for a
  /// single vacancy, or one a line.
  public void readValues() throws IOException {
    try (JsonTrees trees = JsonTrees.over(input.bytes(), input.limits())) {
      while (trees.next() != null) {
        record(trees);
      }
    } catch (JacksonException e) {
      throw JsonTrees.failure(input, "record " + reading, e);
    }
  }

  private void requireEnd(JsonTrees trees) {
    if (trees.next() != null) {
      throw new FeedException(input.name() + " goes on after the end of its JSON at line "
          + trees.line() + "; have the sender mend it");
    }
  }

  private boolean envelope(JsonTrees trees) {
    boolean isFound = false;
    while (trees.next() != JsonToken.END_OBJECT) {
      String name = trees.name();
      JsonToken value = trees.next();
      if (name.equals(envelope) && value == JsonToken.START_ARRAY) {
        array(trees);
        isFound = true;
      } else if (kept.contains(name)) {
        around.set(name, trees.tree());
      } else {
        trees.skip();
      }
    }
    return isFound;
  }

  private void array(JsonTrees trees) {
    while (trees.next() != JsonToken.END_ARRAY) {
      record(trees);
    }
  }

  private void record(JsonTrees trees) {
    received++;
    Draft draft = new Draft(input.source(),
        "record " + received + " (line " + trees.line() + ")");
    JsonNode node = trees.tree();
    if (node.isMissingNode()) {
      draft.problem(ProblemCode.TOO_LARGE, "", "a larger or deeper record",
          "at most " + input.limits().recordBytes() + " bytes and " + input.limits().depth()
              + " levels");
    } else if (node.isObject()) {
      reader.read(node, draft);
    } else {
      draft.problem(ProblemCode.BAD_RECORD, "", "a JSON " + node.getNodeType(), "a JSON object");
    }
    items.accept(draft.finish());
    reading = received + 1;
  }
}
