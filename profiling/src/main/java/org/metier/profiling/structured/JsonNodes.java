package org.metier.profiling.structured;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The one place where profiling reads JSON, with limits. Members that only tell who the person is never
/// become nodes.
final class JsonNodes {
  private static final Set<String> SKIPPED = Set.of("photo", "image", "signature", "attachment",
      "logo", "printingpreferences", "demographics", "profiles", "meta");

  private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
      .streamReadConstraints(StreamReadConstraints.builder()
          .maxNestingDepth(64)
          .maxStringLength(2_000_000)
          .maxNameLength(256)
          .maxNumberLength(100)
          .maxTokenCount(200_000)
          .build())
      .build()).build();

  private JsonNodes() {}

  /// Reads a whole document, at most the size that the profiler lets in.
  static Node read(byte[] json) throws UnreadableCvException {
    JsonNode tree;
    try {
      tree = MAPPER.readTree(json);
    } catch (JacksonException e) {
      // The cause is left out: its message may quote the CV.
      TokenStreamLocation where = e.getLocation();
      throw new UnreadableCvException("its JSON is damaged or too large"
          + (where == null
              ? ""
              : " (line " + where.getLineNr() + ", column " + where.getColumnNr()
                  + ")")
          + "; ask for a new export");
    }
    return node("", tree);
  }

  private static Node node(String name, JsonNode value) {
    if (value.isObject()) {
      List<Node> children = new ArrayList<>();
      value.properties().forEach(member -> add(children, member));
      return new Node(name, Map.of(), "", List.copyOf(children));
    }
    return new Node(name, Map.of(), value.isValueNode() && !value.isNull() ? value.asString() : "",
        List.of());
  }

  private static void add(List<Node> children, Map.Entry<String, JsonNode> member) {
    String name = member.getKey().toLowerCase(Locale.ROOT);
    if (SKIPPED.contains(name)) {
      return;
    }
    if (member.getValue().isArray()) {
      for (JsonNode item : member.getValue()) {
        children.add(node(name, item));
      }
    } else {
      children.add(node(name, member.getValue()));
    }
  }
}
