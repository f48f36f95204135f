package org.metier.link;

import org.metier.link.internal.Signatures;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;

/// What linkers know of the labels of a taxonomy's skills, made when it is first asked for. Thread-safe.
final class SkillIndexes {
  private final SkillConcepts concepts;
  private final TextAnalyzer analyzer;
  private final Map<Language, SkillLabels> labels = new ConcurrentHashMap<>();
  private final Map<Language, Signatures> signatures = new ConcurrentHashMap<>();
  private @Nullable LabelVectors vectors;

  SkillIndexes(Taxonomy taxonomy, TextAnalyzer analyzer) {
    this.analyzer = analyzer;
    concepts = new SkillConcepts(taxonomy);
  }

  SkillConcepts concepts() {
    return concepts;
  }

  SkillLabels labels(Language language) {
    return labels.computeIfAbsent(language,
        l -> new SkillLabels(concepts, l, analyzer, concepts.taxonomy().encoder().orElse(null)));
  }

  /// @return null without an encoder
  synchronized @Nullable LabelVectors vectors() {
    if (vectors == null) {
      vectors = concepts.taxonomy()
          .encoder()
          .map(encoder -> new LabelVectors(concepts.taxonomy(), concepts.numbers(), encoder,
              SkillIndexes::readings))
          .orElse(null);
    }
    return vectors;
  }

  Signatures signatures(Language language, LabelVectors of) {
    return signatures.computeIfAbsent(language, of::signatures);
  }

  /// A label, and without its qualifier.
  private static List<String> readings(String label) {
    String bare = LabelVariants.withoutQualifier(label);
    return bare.equals(label) ? List.of(label) : List.of(label, bare);
  }
}
