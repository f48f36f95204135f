package org.metier.examples.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/// The option that parts amounts of a file of groups into bands.
final class BandsOption {
  @Option(names = "--bands", paramLabel = "NAME=EDGES", description = "part an amount of the groups into bands, such as age=30,50: under 30, 30 to under 50, 50 and more")
  private Map<String, String> bands = new LinkedHashMap<>();

  /// Ascending edges by attribute.
  Map<String, List<Double>> edges() {
    Map<String, List<Double>> edges = new LinkedHashMap<>();
    bands.forEach((name, text) -> edges.put(name, edges(name, text)));
    return edges;
  }

  private static List<Double> edges(String name, String text) {
    List<Double> edges = new ArrayList<>();
    for (String edge : text.split(",", -1)) {
      try {
        edges.add(Double.parseDouble(edge));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("--bands " + name + "=" + text + ": \"" + edge
            + "\" is no number; expected edges such as " + name + "=30,50", e);
      }
    }
    return edges;
  }
}
