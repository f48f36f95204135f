package org.metier.benchmarks.europass;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.metier.json.Json;
import org.metier.xml.internal.SafeXml;

/// All values of an XML or JSON file, by a walk that knows nothing of any format. Stateless.
final class Leaves {
  private Leaves() {}

  /// @throws IllegalArgumentException if it is neither well-formed XML nor a JSON object
  static List<Leaf> of(byte[] file) {
    String text = new String(file, StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
    List<Leaf> leaves = new ArrayList<>();
    if (text.startsWith("{")) {
      json(List.of(), Json.read(text, Map.class), leaves);
      return leaves;
    }
    try {
      xml(SafeXml.reader(file), leaves);
      return leaves;
    } catch (XMLStreamException e) {
      throw new IllegalArgumentException("the XML is damaged in line "
          + (e.getLocation() == null ? 0 : e.getLocation().getLineNumber()));
    }
  }

  private static void json(List<String> path, @Nullable Object value, List<Leaf> leaves) {
    switch (value) {
      case null -> {
        // Says nothing.
      }
      case Map<?, ?> object -> object.forEach((name, inner) -> {
        String step = String.valueOf(name).toLowerCase(Locale.ROOT);
        if (inner instanceof List<?> items) {
          for (int i = 0; i < items.size(); i++) {
            json(with(path, step + "#" + (i + 1)), items.get(i), leaves);
          }
        } else {
          json(with(path, step), inner, leaves);
        }
      });
      case List<?> items -> {
        for (int i = 0; i < items.size(); i++) {
          json(with(path, "item#" + (i + 1)), items.get(i), leaves);
        }
      }
      default -> {
        if (!String.valueOf(value).isBlank()) {
          leaves.add(new Leaf(path, String.valueOf(value).strip()));
        }
      }
    }
  }

  private static List<String> with(List<String> path, String step) {
    List<String> longer = new ArrayList<>(path);
    longer.add(step);
    return List.copyOf(longer);
  }

  private static void xml(XMLStreamReader reader, List<Leaf> leaves) throws XMLStreamException {
    List<String> path = new ArrayList<>();
    Deque<Map<String, Integer>> counts = new ArrayDeque<>(List.of(new HashMap<>()));
    StringBuilder text = new StringBuilder();
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          text.setLength(0);
          String name = reader.getLocalName().toLowerCase(Locale.ROOT);
          int number = counts.element().merge(name, 1, Integer::sum);
          path.add(name + "#" + number);
          counts.push(new HashMap<>());
          for (int i = 0; i < reader.getAttributeCount(); i++) {
            leaves.add(new Leaf(
                with(path, "@" + reader.getAttributeLocalName(i).toLowerCase(Locale.ROOT)),
                reader.getAttributeValue(i).strip()));
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
          text.append(reader.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          if (!text.toString().isBlank()) {
            leaves.add(new Leaf(List.copyOf(path), text.toString().strip()));
          }
          text.setLength(0);
          path.removeLast();
          counts.pop();
        }
        default -> {
          // Comments and the like say nothing.
        }
      }
    }
  }
}
