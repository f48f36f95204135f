package org.metier.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.metier.link.SkillCandidates.View;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.Span;
import org.metier.text.TextAnalyzer;

/// Links mentions of skills in a text to the skills of a taxonomy: looks for labels that are alike in
/// writing and, where the taxonomy has an encoder, near in meaning, and orders what it finds. The vocabulary
/// is closed: it answers with skills of the taxonomy or with none.
///
/// Thread-safe: build one and share it. The labels of a language are indexed when its first mention comes,
/// those of all languages encoded with the first mention of all.
public final class SkillLinker {
  /// Below this chance a skill is no answer.
  private static final double LEAST_CONFIDENCE = 0.3;
  /// How many skills [#link] names at most.
  private static final int LINKED = 3;
  /// What a label of another language than the mention's is worth.
  private static final double OTHER_LANGUAGE = 0.8;
  /// So many units of the text before and behind a mention are its surroundings.
  private static final int SURROUNDINGS = 150;

  private final SkillConcepts concepts;
  private final TextAnalyzer analyzer;
  private final Map<Language, SkillLabels> labels = new ConcurrentHashMap<>();
  private @Nullable LabelVectors vectors;

  private SkillLinker(Taxonomy taxonomy, TextAnalyzer analyzer) {
    this.analyzer = analyzer;
    concepts = new SkillConcepts(taxonomy);
  }

  /// A linker over the skills of a taxonomy, with its encoder if it has one.
  public static SkillLinker over(Taxonomy taxonomy, TextAnalyzer analyzer) {
    return new SkillLinker(taxonomy, analyzer);
  }

  /// The skills that a mention means, surest first; empty when none is likely.
  ///
  /// @param text such as a sentence or a whole document
  /// @param mention where in the text a skill is named
  /// @param language of the text; its labels are asked first
  /// @throws IndexOutOfBoundsException if the mention ends beyond the text
  public List<SkillLink> link(String text, Span mention, Language language) {
    return rank(text, mention, language, LINKED).stream()
        .filter(link -> link.confidence() >= LEAST_CONFIDENCE)
        .toList();
  }

  /// The skills that a mention may mean, surest first, unlikely ones included: for ranking, where [#link]
  /// answers. Equal ones come in the order of their URIs.
  ///
  /// @param limit how many at most, at least 1; there are never more than some hundred
  public List<SkillLink> rank(String text, Span mention, Language language, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be at least 1, was " + limit);
    }
    return candidates(text, mention, language).stream()
        .map(c -> new SkillLink(c.concept(), confidence(c.features()), c.label()))
        .sorted(Comparator.comparingDouble(SkillLink::confidence).reversed())
        .limit(limit)
        .toList();
  }

  /// What the ranker sees of a mention: for training it.
  ///
  /// @return in ascending order of the concepts
  public List<SkillCandidate> candidates(String text, Span mention, Language language) {
    String words = mention.of(text);
    List<View> views = new ArrayList<>();
    views.add(view(words, language, 1));
    if (language != Language.EN) {
      views.add(view(words, Language.EN, OTHER_LANGUAGE));
    }
    LabelVectors near = vectors();
    if (near == null) {
      return new SkillCandidates(concepts, views, null, null).list();
    }
    Meaning meaning = new Meaning(near, List.of(words), language);
    Meaning around = new Meaning(near, List.of(surroundings(text, mention)), language);
    return new SkillCandidates(concepts, views, meaning, around.centres()).list();
  }

  private static String surroundings(String text, Span mention) {
    return text.substring(Math.max(0, mention.start() - SURROUNDINGS),
        Math.min(text.length(), mention.end() + SURROUNDINGS));
  }

  private View view(String mention, Language language, double worth) {
    SkillLabels own = labels.computeIfAbsent(language,
        l -> new SkillLabels(concepts, l, analyzer, concepts.taxonomy().encoder().orElse(null)));
    return new View(language, new SkillWriting(own, own.mention(mention)), worth);
  }

  private synchronized @Nullable LabelVectors vectors() {
    if (vectors == null && concepts.taxonomy().encoder().isPresent()) {
      vectors = new LabelVectors(concepts.taxonomy(), concepts.numbers(),
          concepts.taxonomy().encoder().get());
    }
    return vectors;
  }

  private static double confidence(double[] row) {
    double words = value(row, SkillFeature.WORDS);
    double meaning = value(row, SkillFeature.MEANING);
    double centre = value(row, SkillFeature.CENTRE);
    double usage = value(row, SkillFeature.USAGE);
    double logit = -6 + 4 * words + 3 * meaning + 2 * centre + 0.2 * usage;
    return 1 / (1 + StrictMath.exp(-logit));
  }

  private static double value(double[] row, SkillFeature feature) {
    double value = row[feature.ordinal()];
    return Double.isNaN(value) ? 0 : value;
  }
}
