package org.metier.benchmarks.skills;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.metier.benchmarks.skills.Section.Figure;
import org.metier.link.ConceptTag;
import org.metier.link.ConceptTagger;
import org.metier.link.SkillLinker;
import org.metier.link.internal.SkillFitting;
import org.metier.link.internal.SkillMentions.Mention;
import org.metier.skill.Reading;
import org.metier.skill.SkillExtractor;
import org.metier.skill.SkillMention;
import org.metier.skill.TextKind;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;

/// Which skills are found in sentences of which nobody said where they name one: the extractor in each reading,
/// beside all labels of the taxonomy that stand there.
///
/// The six weights of each reading's confidence were fitted to sentences of these sets, and the span finder to others
/// of the same kind.
final class EndToEnd {
  private static final Language LANGUAGE = Language.EN;
  private static final double[] LEAST = {0.2, 0.3, 0.4, 0.5};

  private final Taxonomy taxonomy;
  private final TextAnalyzer analyzer;
  private final Map<String, Asked> sentences = new LinkedHashMap<>();

  /// A sentence.
  ///
  /// @param gold what its mentions mean
  private record Asked(int group, Set<Integer> gold) {}

  EndToEnd(Taxonomy taxonomy, TextAnalyzer analyzer, List<Mention> mentions) {
    this.taxonomy = taxonomy;
    this.analyzer = analyzer;
    for (Mention mention : mentions) {
      sentences.computeIfAbsent(mention.sentence(), s -> new Asked(mention.group(),
          new TreeSet<>())).gold.addAll(mention.gold());
    }
  }

  /// @param unseen linkers by part, each of which did not learn from that part
  Section section(SkillLinker shipped, List<SkillLinker> unseen) {
    Map<String, Map<String, Figure>> rows = new LinkedHashMap<>();
    for (double least : LEAST) {
      if (!unseen.isEmpty()) {
        List<SkillExtractor> extractors = unseen.stream()
            .map(linker -> extractor(Reading.LINKED, least).linker(linker).build())
            .toList();
        rows.put("linked, unseen, " + least,
            figures((text, group) -> found(extractors.get(group % SkillFitting.FOLDS), text)));
      }
      SkillExtractor seen = extractor(Reading.LINKED, least).linker(shipped).build();
      rows.put("linked, shipped, " + least, figures((text, group) -> found(seen, text)));
    }
    for (Reading reading : List.of(Reading.CHECKED, Reading.LABELS)) {
      for (double least : LEAST) {
        SkillExtractor own = extractor(reading, least).build();
        rows.put(reading.name().toLowerCase(Locale.ROOT) + ", " + least,
            figures((text, group) -> found(own, text)));
      }
    }
    ConceptTagger tagger = ConceptTagger.over(taxonomy, ConceptKind.SKILL, analyzer);
    rows.put("dictionary alone", figures((text, group) -> tagger.tag(LANGUAGE, text)
        .stream()
        .map(ConceptTag::concept)
        .collect(Collectors.toSet())));
    return new Section("end to end",
        "skills by sentence, found without being told where; at different least confidences; dictionary: all labels by stems",
        rows);
  }

  private SkillExtractor.Builder extractor(Reading reading, double least) {
    return SkillExtractor.builder(taxonomy, analyzer).reading(reading).leastConfidence(least);
  }

  private static Set<Integer> found(SkillExtractor extractor, String text) {
    return extractor.extract(text, LANGUAGE, TextKind.VACANCY)
        .stream()
        .map(SkillMention::concept)
        .collect(Collectors.toSet());
  }

  /// Answers a sentence of a group.
  @FunctionalInterface
  private interface Answering {
    Set<Integer> answer(String sentence, int group);
  }

  private Map<String, Figure> figures(Answering system) {
    int found = 0;
    int right = 0;
    int gold = 0;
    for (Map.Entry<String, Asked> sentence : sentences.entrySet()) {
      Set<Integer> answer = system.answer(sentence.getKey(), sentence.getValue().group);
      found += answer.size();
      gold += sentence.getValue().gold.size();
      right += (int) answer.stream().filter(sentence.getValue().gold::contains).count();
    }
    double precision = found == 0 ? 0 : (double) right / found;
    double recall = gold == 0 ? 0 : (double) right / gold;
    Map<String, Figure> figures = new LinkedHashMap<>();
    figures.put("precision", Figure.of(precision));
    figures.put("recall", Figure.of(recall));
    figures.put("F1",
        Figure.of(precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)));
    return figures;
  }
}
