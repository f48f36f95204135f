package org.metier.profiling.structured;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An XML element or a JSON value, in one form for both.
///
/// @param name local name in lower case; of an item of a JSON array the array's name
/// @param attributes by local name in lower case
/// @param text the characters directly inside, or the JSON scalar
record Node(String name, Map<String, String> attributes, String text, List<Node> children) {

  /// The first child of that name.
  @Nullable
  Node child(String wanted) {
    for (Node child : children) {
      if (child.name.equals(wanted)) {
        return child;
      }
    }
    return null;
  }

  /// The first node down a path of names; null when any is missing.
  @Nullable
  Node at(String... path) {
    Node node = this;
    for (String step : path) {
      node = node == null ? null : node.child(step);
    }
    return node;
  }

  /// The text at a path, stripped; empty when there is none.
  String textAt(String... path) {
    Node node = at(path);
    return node == null ? "" : node.text.strip();
  }

  /// The label at a path: newer versions wrap it as `<position><label>`, older ones do not.
  String labelAt(String... path) {
    Node node = at(path);
    if (node == null) {
      return "";
    }
    String label = node.textAt("label");
    return label.isEmpty() ? node.text.strip() : label;
  }

  /// All nodes of that name at any depth, in document order, but none inside another of them.
  List<Node> all(String wanted) {
    List<Node> found = new ArrayList<>();
    collect(wanted, found);
    return found;
  }

  private void collect(String wanted, List<Node> found) {
    for (Node child : children) {
      if (child.name.equals(wanted)) {
        found.add(child);
      } else {
        child.collect(wanted, found);
      }
    }
  }

  /// The first node of that name at any depth.
  @Nullable
  Node any(String wanted) {
    if (name.equals(wanted)) {
      return this;
    }
    for (Node child : children) {
      Node found = child.any(wanted);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
