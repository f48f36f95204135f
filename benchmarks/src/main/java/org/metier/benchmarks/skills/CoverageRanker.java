package org.metier.benchmarks.skills;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.metier.link.internal.SkillMentions.Mention;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;

/// BM25 over the labels' normal forms (k1 1.2, b 0.75, each word once), times the share of the label's words,
/// by inverse document frequency, that the mention has.
final class CoverageRanker implements SkillRanker {
  private static final double K1 = 1.2;
  private static final double B = 0.75;

  private final TextAnalyzer analyzer;
  private final Language language;
  private final List<Integer> skills = new ArrayList<>();
  private final List<Set<String>> labels = new ArrayList<>();
  private final Map<String, List<Integer>> postings = new HashMap<>();
  private final double meanLength;
  private final double[] masses;

  CoverageRanker(Taxonomy taxonomy, TextAnalyzer analyzer, Language language) {
    this.analyzer = analyzer;
    this.language = language;
    taxonomy.forEachLabel(ConceptKind.SKILL, language, (skill, rank, label) -> {
      Set<String> words = new LinkedHashSet<>(analyzer.terms(language, label));
      words.forEach(word -> postings.computeIfAbsent(word, w -> new ArrayList<>())
          .add(labels.size()));
      labels.add(words);
      skills.add(skill);
    });
    meanLength = labels.stream().mapToInt(Set::size).average().orElse(1);
    masses = labels.stream().mapToDouble(l -> l.stream().mapToDouble(this::idf).sum()).toArray();
  }

  private double idf(String word) {
    int with = postings.getOrDefault(word, List.of()).size();
    return StrictMath.log1p((labels.size() - with + 0.5) / (with + 0.5));
  }

  @Override
  public List<Integer> rank(Mention mention) {
    float[] scores = new float[labels.size()];
    double[] matched = new double[labels.size()];
    for (String word : new LinkedHashSet<>(
        analyzer.terms(language, mention.span().of(mention.sentence())))) {
      double idf = idf(word);
      for (int label : postings.getOrDefault(word, List.of())) {
        double length = labels.get(label).size() / meanLength;
        scores[label] += (float) (idf * (K1 + 1) / (1 + K1 * (1 - B + B * length)));
        matched[label] += idf;
      }
    }
    for (int label = 0; label < scores.length; label++) {
      scores[label] *= masses[label] == 0 ? 0 : (float) (matched[label] / masses[label]);
    }
    return BestLabels.owners(scores, skills);
  }
}
