package org.metier.feed.internal.metier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.metier.feed.ProblemCode;
import org.metier.feed.internal.Nodes;
import org.metier.feed.internal.draft.Draft;
import org.metier.feed.internal.draft.Numerals;
import tools.jackson.databind.JsonNode;

/// A JSON object of which every name and type is known: what is not as it should be is noted.
final class StrictObject {
  private final JsonNode node;
  private final String prefix;
  private final Set<String> names;
  private final Draft draft;

  /// @param prefix path of the object with a point at its end, or empty
  StrictObject(JsonNode node, String prefix, Set<String> names, Draft draft) {
    this.node = node;
    this.prefix = prefix;
    this.names = names;
    this.draft = draft;
  }

  void noteUnknownNames() {
    for (String name : node.propertyNames()) {
      if (!names.contains(name)) {
        draft.problem(ProblemCode.UNKNOWN_VALUE, "", prefix + name,
            "a name that the format knows, such as title");
      }
    }
  }

  /// A text, number or truth value.
  @Nullable
  String text(String name) {
    JsonNode value = node.path(name);
    if (value.isObject() || value.isArray()) {
      wrongType(name, value, "one text or number");
    }
    return Nodes.text(value);
  }

  @Nullable
  Boolean truth(String name) {
    String text = text(name);
    if (text == null || text.equals("true") || text.equals("false")) {
      return text == null ? null : Boolean.valueOf(text.equals("true"));
    }
    draft.problem(ProblemCode.UNKNOWN_VALUE, prefix + name, text, "true or false");
    return null;
  }

  @Nullable
  Double number(String name) {
    String text = text(name);
    Double number = text == null ? null : Numerals.number(text);
    if (text != null && number == null) {
      draft.problem(ProblemCode.BAD_NUMBER, prefix + name, text, "a number such as 38.5");
    }
    return number;
  }

  <E extends Enum<E>> @Nullable E constant(String name, Class<E> type) {
    String text = text(name);
    return text == null ? null : constantOf(name, text, type);
  }

  <E extends Enum<E>> @Nullable E constantOf(String name, String text, Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    draft.problem(ProblemCode.UNKNOWN_VALUE, prefix + name, text,
        "one of " + Arrays.toString(type.getEnumConstants()));
    return null;
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : elements(name)) {
      String text = Nodes.text(element);
      if (text != null) {
        texts.add(text);
      } else if (element.isObject() || element.isArray()) {
        wrongType(name, element, "a list of texts");
      }
    }
    return texts;
  }

  List<StrictObject> objects(String name, Set<String> known) {
    List<StrictObject> objects = new ArrayList<>();
    for (JsonNode element : elements(name)) {
      if (element.isObject()) {
        objects.add(child(name, element, known));
      } else {
        wrongType(name, element, "a list of objects");
      }
    }
    return objects;
  }

  @Nullable
  StrictObject object(String name, Set<String> known) {
    JsonNode value = objectNode(name);
    return value.isObject() ? child(name, value, known) : null;
  }

  /// @return a missing node when there is no object
  JsonNode objectNode(String name) {
    JsonNode value = node.path(name);
    if (value.isObject() || value.isNull() || value.isMissingNode()) {
      return value;
    }
    wrongType(name, value, "an object");
    return value.path(name);
  }

  private List<JsonNode> elements(String name) {
    JsonNode value = node.path(name);
    if (value.isArray() || value.isNull() || value.isMissingNode()) {
      return Nodes.list(value);
    }
    wrongType(name, value, "a list");
    return List.of();
  }

  private StrictObject child(String name, JsonNode value, Set<String> known) {
    StrictObject child = new StrictObject(value, prefix + name + ".", known, draft);
    child.noteUnknownNames();
    return child;
  }

  private void wrongType(String name, JsonNode value, String expected) {
    String found = value.isObject() ? "an object" : value.isArray() ? "a list" : "a single value";
    draft.problem(ProblemCode.UNKNOWN_VALUE, prefix + name, found, expected);
  }
}
