package org.metier.interchange;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON of other programs, as a tree: they add properties as they like, so that it is not read strictly.
final class JsonModel {
  /// A dump nests a level or two for each decision.
  private static final int MAX_NESTING = 400;

  private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
      .streamReadConstraints(StreamReadConstraints.builder()
          .maxNestingDepth(MAX_NESTING)
          .maxStringLength(1_000_000)
          .maxNumberLength(100)
          .build())
      .build()).build();

  private JsonModel() {}

  static JsonNode parse(String text) throws FormatProblem {
    try {
      return MAPPER.readTree(text);
    } catch (JacksonException e) {
      TokenStreamLocation place = e.getLocation();
      throw new FormatProblem((place == null ? "" : "line " + place.getLineNr() + " ")
          + "is no JSON, or nests more than " + MAX_NESTING + " levels", "save it again");
    }
  }

  static String quoted(String text) {
    return MAPPER.writeValueAsString(text);
  }
}
