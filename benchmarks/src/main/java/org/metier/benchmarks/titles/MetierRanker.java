package org.metier.benchmarks.titles;

import java.util.List;
import java.util.Set;
import org.metier.link.OccupationLinker;
import org.metier.link.internal.TitleSet;
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

  /// @param taxonomy with the corpus' labels, see [TitleSet#over]
  /// @param language of the titles
  static MetierRanker over(Taxonomy taxonomy, TitleSet titles, TextAnalyzer analyzer,
      Language language) {
    return new MetierRanker(taxonomy, analyzer, language, titles.concepts());
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
