package org.metier.json;

import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// Reads an array of flat JSON objects one by one, as a table with a header. Not thread-safe.
///
/// Memory for one object at a time. Values that are objects or arrays are passed over, null is as absent.
public final class JsonRows implements AutoCloseable {
  private static final JsonFactory FACTORY = JsonFactory.builder()
      .streamReadConstraints(StreamReadConstraints.builder()
          .maxNestingDepth(16)
          .maxStringLength(100_000)
          .maxNumberLength(100)
          .maxNameLength(256)
          .build())
      .build();
  private static final int MAX_PROPERTIES = 200;

  private final JsonParser parser;
  private long line = 1;

  /// @throws IllegalArgumentException if the text does not begin with an array
  public JsonRows(Reader json) throws IOException {
    parser = FACTORY.createParser(ObjectReadContext.empty(), json);
    try {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw new IllegalArgumentException("line 1: expected an array of objects, such as [{…},…]");
      }
    } catch (JacksonException e) {
      throw JsonProblem.of(e);
    }
  }

  /// Where the row begins that was read last, from 1.
  public long line() {
    return line;
  }

  /// The next object, with its scalar properties as text; empty at the end.
  ///
  /// @throws IllegalArgumentException if the text is not JSON, or an item is no object; the message names
  ///     the line
  public Optional<Map<String, String>> next() {
    try {
      JsonToken token = parser.nextToken();
      line = parser.currentTokenLocation().getLineNr();
      if (token == JsonToken.END_ARRAY) {
        return Optional.empty();
      }
      if (token != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("line " + line + ": expected an object, such as {…}");
      }
      Map<String, String> row = new LinkedHashMap<>();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (!value.isScalarValue()) {
          parser.skipChildren();
        } else if (value != JsonToken.VALUE_NULL && row.size() < MAX_PROPERTIES) {
          row.put(name, parser.getString());
        }
      }
      return Optional.of(row);
    } catch (JacksonException e) {
      throw JsonProblem.of(e);
    }
  }

  @Override
  public void close() {
    parser.close();
  }
}
