package org.metier.feed.internal;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.metier.feed.FeedException;
import org.metier.feed.FeedLimits;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads JSON into one small tree at a time, each within the limits.
public final class JsonTrees implements AutoCloseable {
  /// Longer than any honest number; keeps `BigDecimal` from being fed megabytes.
  private static final int MAX_NUMBER = 64;

  private static final int MAX_NAME = 256;

  private final JsonParser parser;
  private final FeedLimits limits;
  private long start;

  private JsonTrees(JsonParser parser, FeedLimits limits) {
    this.parser = parser;
    this.limits = limits;
  }

  public static JsonTrees over(InputStream bytes, FeedLimits limits) throws IOException {
    return new JsonTrees(factory(limits, false).createParser(ObjectReadContext.empty(), bytes),
        limits);
  }

  /// Reads a text, which may be cut off.
  static JsonTrees over(String text, FeedLimits limits) {
    return new JsonTrees(factory(limits, false).createParser(ObjectReadContext.empty(), text),
        limits);
  }

  /// Reads one value that is all of a text.
  ///
  /// @param isLenient whether trailing commas and raw control characters in strings are let pass
  /// @return null when the text is no JSON, or beyond the limits
  public static @Nullable JsonNode value(String text, FeedLimits limits, boolean isLenient) {
    try (JsonTrees trees = new JsonTrees(
        factory(limits, isLenient).createParser(ObjectReadContext.empty(), text), limits)) {
      JsonToken first = trees.next();
      if (first == null) {
        return null;
      }
      JsonNode node = trees.tree();
      return node.isMissingNode() || trees.next() != null ? null : node;
    } catch (JacksonException | IOException e) {
      return null; // one bad value among others; the caller reports it with its place
    }
  }

  private static JsonFactory factory(FeedLimits limits, boolean isLenient) {
    StreamReadConstraints constraints = StreamReadConstraints.builder()
        .maxNestingDepth(limits.depth() + 4)
        .maxStringLength(Math.max(limits.recordBytes(), 1 << 20) * 2)
        .maxNumberLength(MAX_NUMBER)
        .maxNameLength(MAX_NAME)
        .build();
    return JsonFactory.builder()
        .streamReadConstraints(constraints)
        .configure(JsonReadFeature.ALLOW_TRAILING_COMMA, isLenient)
        .configure(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, isLenient)
        .build();
  }

  public @Nullable JsonToken next() {
    return parser.nextToken();
  }

  public String name() {
    return parser.currentName();
  }

  public void skip() {
    parser.skipChildren();
  }

  public long line() {
    return parser.currentTokenLocation().getLineNr();
  }

  /// The value that starts at the current token.
  ///
  /// @return a missing node when it is larger or deeper than the limits; it is passed over then
  public JsonNode tree() {
    start = offset();
    JsonNode node = build(0);
    return node == null ? MissingNode.getInstance() : node;
  }

  private @Nullable JsonNode build(int depth) {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
      if (depth >= limits.depth()) {
        parser.skipChildren();
        return null;
      }
      return token == JsonToken.START_OBJECT ? object(depth) : array(depth);
    }
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (token) {
      case VALUE_STRING -> nodes.stringNode(parser.getString());
      // As written: a number is read where it is known what it counts.
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> nodes.stringNode(parser.getString());
      case VALUE_TRUE -> nodes.booleanNode(true);
      case VALUE_FALSE -> nodes.booleanNode(false);
      default -> nodes.nullNode();
    };
  }

  private @Nullable JsonNode object(int depth) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    boolean isWhole = true;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      JsonNode value = isWhole ? build(depth + 1) : skipped();
      isWhole = isWhole && value != null && !isTooLarge();
      if (value != null && isWhole) {
        node.set(name, value);
      }
    }
    return isWhole ? node : null;
  }

  private @Nullable JsonNode array(int depth) {
    ArrayNode node = JsonNodeFactory.instance.arrayNode();
    boolean isWhole = true;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      JsonNode value = isWhole ? build(depth + 1) : skipped();
      isWhole = isWhole && value != null && !isTooLarge();
      if (value != null && isWhole) {
        node.add(value);
      }
    }
    return isWhole ? node : null;
  }

  private @Nullable JsonNode skipped() {
    parser.skipChildren();
    return null;
  }

  private boolean isTooLarge() {
    return offset() - start > limits.recordBytes();
  }

  /// In bytes, or in characters where the parser reads from a text.
  private long offset() {
    long bytes = parser.currentLocation().getByteOffset();
    return bytes >= 0 ? bytes : parser.currentLocation().getCharOffset();
  }

  /// What a failure of the parser means for the feed as a whole.
  public static FeedException failure(FeedInput input, String where, JacksonException e) {
    // Jackson has a type for the end within a token only; between tokens its message tells.
    if (e instanceof UnexpectedEndOfInputException
        || String.valueOf(e.getOriginalMessage()).contains("end-of-input")) {
      return input.cutOff(where);
    }
    String place = e.getLocation() == null
        ? ""
        : " at line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
    String what = e instanceof StreamConstraintsException
        ? " goes beyond the limits of nesting, names or strings"
        : " is not valid JSON";
    // The parser's own message may quote the feed.
    return new FeedException(input.name() + what + place + " (in " + where
        + "); have the sender mend it and fetch it again");
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
