package org.metier.examples.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Files that ship beside these classes.
final class Resources {
  private Resources() {}

  static byte[] bytes(String name) {
    try (InputStream in = Resources.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(
            "the sample data lacks " + name + "; rebuild metier-examples");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the sample data " + name, e);
    }
  }

  static String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  /// The rows of a table without quoted cells, but its header; every row has as many cells as the header.
  static List<String[]> rows(String name) {
    List<String[]> rows = new ArrayList<>();
    int width = -1;
    for (String line : text(name).lines().toList()) {
      String[] cells = line.split(",", -1);
      if (width < 0) {
        width = cells.length;
      } else if (cells.length == width) {
        rows.add(cells);
      } else {
        throw new IllegalStateException(name + ": \"" + line + "\" has " + cells.length
            + " cells; expected " + width);
      }
    }
    return rows;
  }
}
