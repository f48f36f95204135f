package org.metier.link.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;

/// Job titles with their right answers, and the labels to find them among.
///
/// @param labels in the order of the file
public record TitleSet(List<Query> queries, List<Label> labels) {
  private static final Pattern BETWEEN_URIS = Pattern.compile("[\\s,;|]+");

  /// @param gold URIs of concepts, any of which is right
  public record Query(String id, String title, Set<String> gold) {}

  /// One label of a concept.
  public record Label(String concept, String text) {}

  public TitleSet {
    queries = List.copyOf(queries);
    labels = List.copyOf(labels);
  }

  /// @param queries with the columns `id`, `title` and `goldConceptUris`
  /// @param corpus with the columns `conceptUri` and `label`
  /// @throws IllegalArgumentException naming file and line, if one is not as expected
  public static TitleSet read(Path queries, Path corpus) {
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
  public Set<String> concepts() {
    return labels.stream().map(Label::concept).collect(Collectors.toSet());
  }

  /// A taxonomy's occupations and ISCO groups with these labels added to theirs; its encoder stays.
  ///
  /// @param language of the labels
  public Taxonomy over(Taxonomy taxonomy, Language language) {
    Taxonomy.Builder builder = Taxonomy.builder();
    for (ConceptKind kind : List.of(ConceptKind.OCCUPATION, ConceptKind.ISCO_GROUP)) {
      for (int c : taxonomy.concepts(kind)) {
        String uri = taxonomy.uri(c);
        builder.concept(uri, kind, taxonomy.code(c));
        for (Language each : Language.values()) {
          builder.labels(uri, each, taxonomy.labels(c, each));
        }
        for (int above : taxonomy.broader(c)) {
          builder.broader(uri, taxonomy.uri(above));
        }
      }
    }
    for (Label label : labels) {
      if (taxonomy.find(label.concept()).isEmpty()) {
        boolean isGroup = label.concept().contains("/isco/");
        builder.concept(label.concept(),
            isGroup ? ConceptKind.ISCO_GROUP : ConceptKind.OCCUPATION, "");
      }
      builder.labels(label.concept(), language, List.of(label.text()));
    }
    Taxonomy all = builder.build();
    return taxonomy.encoder().map(all::with).orElse(all);
  }
}
