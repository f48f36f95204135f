package org.metier.benchmarks.titles;

import java.util.List;
import java.util.Set;
import org.metier.link.OccupationLinker;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;

/// Metier's own linker, over a taxonomy to which the corpus' labels were added, asked for the concepts
/// of the corpus alone.
final class MetierRanker implements TitleRanker {
  private final Taxonomy taxonomy;
  private final OccupationLinker linker;
  private final Language language;
  private final Set<String> concepts;

  private MetierRanker(Taxonomy taxonomy, TextAnalyzer analyzer, Language language,
      Set<String> concepts) {
    this.taxonomy = taxonomy;
    this.linker = OccupationLinker.over(taxonomy, analyzer);
    this.language = language;
    this.concepts = concepts;
  }

  static MetierRanker over(Taxonomy taxonomy, TitleSet titles, TextAnalyzer analyzer,
      Language language) {
    return new MetierRanker(with(titles, taxonomy, language), analyzer, language,
        titles.concepts());
  }

  private static Taxonomy with(TitleSet titles, Taxonomy taxonomy, Language language) {
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
    for (TitleSet.Label label : titles.labels()) {
      if (taxonomy.find(label.concept()).isEmpty()) {
        boolean isGroup = label.concept().contains("/isco/");
        builder.concept(label.concept(),
            isGroup ? ConceptKind.ISCO_GROUP : ConceptKind.OCCUPATION, "");
      }
      builder.labels(label.concept(), language, List.of(label.text()));
    }
    return builder.build();
  }

  @Override
  public List<String> rank(String title) {
    return linker.rank(title, language, Integer.MAX_VALUE)
        .stream()
        .map(link -> taxonomy.uri(link.concept()))
        .filter(concepts::contains)
        .toList();
  }
}
