package org.metier.benchmarks.titles;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Job titles with their right answers, and the labels to find them among.
///
/// @param labels in the order of the file
record TitleSet(List<Query> queries, List<Label> labels) {
  private static final Pattern BETWEEN_URIS = Pattern.compile("[\\s,;|]+");

  /// @param gold URIs of concepts, any of which is right
  record Query(String id, String title, Set<String> gold) {}

  /// One label of a concept.
  record Label(String concept, String text) {}

  TitleSet {
    queries = List.copyOf(queries);
    labels = List.copyOf(labels);
  }

  /// @param queries with the columns `id`, `title` and `goldConceptUris`
  /// @param corpus with the columns `conceptUri` and `label`
  /// @throws IllegalArgumentException naming file and line, if one is not as expected
  static TitleSet read(Path queries, Path corpus) {
    return new TitleSet(
        Tsv.read(queries, "id", "title", "goldConceptUris")
            .stream()
            .map(row -> new Query(row.cells().get(0), row.cells().get(1), uris(row.cells().get(2))))
            .toList(),
        Tsv.read(corpus, "conceptUri", "label")
            .stream()
            .map(row -> new Label(row.cells().get(0), row.cells().get(1)))
            .toList());
  }

  private static Set<String> uris(String cell) {
    return BETWEEN_URIS.splitAsStream(cell).filter(u -> !u.isEmpty()).collect(Collectors.toSet());
  }

  /// The concepts that labels lead to.
  Set<String> concepts() {
    return labels.stream().map(Label::concept).collect(Collectors.toSet());
  }
}
