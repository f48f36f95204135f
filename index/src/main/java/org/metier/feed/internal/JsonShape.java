package org.metier.feed.internal;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.metier.feed.FeedLimits;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;

/// The properties that the first bytes of a JSON feed show, wherever its texts may say the same words.
///
/// Paths are names with slashes between them, and an asterisk for the elements of an array: `jobs/*/title`.
/// Only the first value of JSON Lines is looked at. Immutable.
public final class JsonShape {
  private static final int DEPTH = 5;

  private final Set<String> paths = new HashSet<>();
  private final Set<String> names = new HashSet<>();
  private boolean isEmptyArray;

  private JsonShape() {}

  /// Takes time linear in the head, which may end anywhere. Of a head that is no JSON, nothing is shown.
  static JsonShape of(String head) {
    JsonShape shape = new JsonShape();
    if (head.startsWith("{") || head.startsWith("[")) {
      try (JsonTrees trees = JsonTrees.over(head, FeedLimits.DEFAULT)) {
        shape.value(trees, trees.next(), "", 0);
      } catch (JacksonException | IOException e) {
        return shape; // the head ends within the first value, as most do
      }
    }
    return shape;
  }

  /// Whether all of the paths are there.
  public boolean has(String... wanted) {
    for (String path : wanted) {
      if (!paths.contains(path)) {
        return false;
      }
    }
    return true;
  }

  /// Whether one of the paths is there.
  public boolean hasAny(String... wanted) {
    for (String path : wanted) {
      if (paths.contains(path)) {
        return true;
      }
    }
    return false;
  }

  /// Whether the feed is an array without elements, which may be of any format that has bare arrays.
  public boolean isEmptyArray() {
    return isEmptyArray;
  }

  /// Whether a property of that name is there at any depth.
  public boolean names(String name) {
    return names.contains(name);
  }

  private void value(JsonTrees trees, @Nullable JsonToken token,
      String path, int depth) {
    if (token == JsonToken.START_OBJECT) {
      while (trees.next() == JsonToken.PROPERTY_NAME) {
        String name = trees.name();
        names.add(name);
        String child = path.isEmpty() ? name : path + "/" + name;
        if (depth < DEPTH) {
          paths.add(child);
        }
        value(trees, trees.next(), child, depth + 1);
      }
    } else if (token == JsonToken.START_ARRAY) {
      String child = path.isEmpty() ? "*" : path + "/*";
      boolean isEmpty = true;
      for (JsonToken next = trees.next(); next != null
          && next != JsonToken.END_ARRAY; next = trees.next()) {
        isEmpty = false;
        value(trees, next, child, depth + 1);
      }
      isEmptyArray = isEmpty && depth == 0;
    }
  }
}
