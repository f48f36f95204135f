package org.metier.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.metier.link.SkillCandidates.Nearness;
import org.metier.link.SkillCandidates.Question;
import org.metier.link.SkillCandidates.View;
import org.metier.link.internal.Signatures;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.Span;
import org.metier.text.TextAnalyzer;

/// Links mentions of skills in a text to the skills of a taxonomy: looks for labels that are alike in
/// writing (words, and words akin to them) and, where the taxonomy has an encoder, near in meaning, and lets
/// a learned ranker choose. The vocabulary is closed: it answers with skills of the taxonomy or with none.
///
/// An enumeration is looked up by its parts, too; "knowledge of" and "skills" around a mention weigh little;
/// an abbreviation stands for the word whose capitals it is. A mention that is not in English is also
/// compared with the English labels, for skills that have no label in its language.
///
/// Thread-safe: build one and share it. The labels of a language are indexed when its first mention comes
/// (about a second for the 100,000 of ESCO in English), those of all languages encoded with the first mention
/// of all (some two seconds). A mention then costs less than a millisecond. Memory for ESCO beside taxonomy
/// and encoder: 57 MB with mentions in English, a few more for each other language.
public final class SkillLinker {
  /// Below this chance a skill is no answer. On mentions in English advertisements F1 is about the same from
  /// 0.3 to 0.5; the higher, the fewer mentions of what the taxonomy does not have are answered. Who needs
  /// surer ones asks [SkillLink#confidence].
  private static final double LEAST_CONFIDENCE = 0.4;
  /// How many skills [#link] names at most.
  private static final int LINKED = 3;
  /// What a label of another language than the mention's is worth.
  private static final double OTHER_LANGUAGE = 0.8;
  /// So many units of the text before and behind a mention are its surroundings.
  private static final int SURROUNDINGS = 150;
  private static final int LEAST_SURROUNDINGS = 10;
  /// So many concepts, the nearest by the signs of their middles, are compared with a mention.
  private static final int COMPARED = 300;
  private static final int COMPARED_OF_PART = 100;

  private final LinkModel model;
  private final SkillIndexes indexes;

  private SkillLinker(SkillIndexes indexes, LinkModel model) {
    if (model.task() != LinkTask.SKILLS) {
      throw new IllegalArgumentException(
          "model must be one of skills, was one of " + model.task().kind());
    }
    this.indexes = indexes;
    this.model = model;
  }

  /// A linker with the model that ships with Metier, over the skills of a taxonomy and with its encoder if
  /// it has one.
  public static SkillLinker over(Taxonomy taxonomy, TextAnalyzer analyzer) {
    return over(taxonomy, analyzer, LinkModel.standard(LinkTask.SKILLS));
  }

  /// A linker with a model of one's own, or that of a home ([LinkModel#of]).
  ///
  /// @throws IllegalArgumentException if the model is not one of skills
  public static SkillLinker over(Taxonomy taxonomy, TextAnalyzer analyzer, LinkModel model) {
    return new SkillLinker(new SkillIndexes(taxonomy, analyzer), model);
  }

  /// What orders the candidates.
  public LinkModel model() {
    return model;
  }

  /// This linker with another model; both share what they know of the labels.
  ///
  /// @throws IllegalArgumentException if the model is not one of skills
  public SkillLinker with(LinkModel other) {
    return new SkillLinker(indexes, other);
  }

  /// The skills that a mention means, at most three, the likeliest first; empty when none is likely.
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

  /// The skills that a mention may mean, in the order of the ranker, unlikely ones included: for ranking,
  /// where [#link] answers. Equal ones come in the order of their URIs. The confidence, which looks at fewer
  /// things, falls with the rank as a rule.
  ///
  /// @param limit how many at most, at least 1; there are never more than some hundred
  public List<SkillLink> rank(String text, Span mention, Language language, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be at least 1, was " + limit);
    }
    LinkRanker ranker = model.ranker(indexes.concepts().taxonomy().encoder().isPresent());
    List<Scored> scored = candidates(text, mention, language).stream()
        .map(c -> new Scored(c, ranker.forest().score(c.features())))
        .sorted(Comparator.comparingDouble(Scored::score).reversed()) // stable: equal ones by URI
        .toList();
    List<SkillLink> links = new ArrayList<>();
    for (int k = 0; k < Math.min(limit, scored.size()); k++) {
      Scored own = scored.get(k);
      double lead = scored.size() < 2
          ? LinkConfidence.MOST_LEAD
          : own.score - scored.get(k == 0 ? 1 : 0).score;
      links.add(new SkillLink(own.candidate.concept(),
          ranker.confidence()
              .of(LinkTask.SKILLS.confidenceInputs(own.score, lead, own.candidate.features())),
          own.candidate.label()));
    }
    return links;
  }

  private record Scored(SkillCandidate candidate, double score) {}

  /// What the ranker sees of a mention: for training it.
  ///
  /// @return in ascending order of the concepts
  public List<SkillCandidate> candidates(String text, Span mention, Language language) {
    SkillMention asked = SkillMention.of(mention.of(text), language);
    List<View> views = new ArrayList<>();
    views.add(new View(language, writing(asked.text(), asked.core(), language), 1));
    if (language != Language.EN) {
      views.add(new View(Language.EN, writing(asked.text(), asked.core(), Language.EN),
          OTHER_LANGUAGE));
    }
    List<SkillWriting> parts = asked.parts()
        .stream()
        .map(part -> writing(part, part, language))
        .toList();
    return new SkillCandidates(indexes.concepts(), new Question(asked.core(), views, parts,
        nearness(asked, surroundings(text, mention), language))).list();
  }

  /// @param surroundings null for a mention that stands alone
  private @Nullable Nearness nearness(SkillMention mention, @Nullable String surroundings,
      Language language) {
    LabelVectors near = indexes.vectors();
    if (near == null) {
      return null;
    }
    Signatures signs = indexes.signatures(language, near);
    IntStream nearest = Arrays.stream(signs.nearest(near.encode(mention.core()), COMPARED));
    for (String part : mention.parts()) {
      nearest = IntStream.concat(nearest,
          Arrays.stream(signs.nearest(near.encode(part), COMPARED_OF_PART)));
    }
    List<String> readings = mention.text().equals(mention.core())
        ? List.of(mention.text())
        : List.of(mention.core(), mention.text());
    return new Nearness(new Meaning(near, readings, language),
        mention.parts().isEmpty() ? null : new Meaning(near, mention.parts(), language),
        surroundings == null ? null : new Meaning(near, List.of(surroundings), language),
        nearest.distinct().toArray());
  }

  private static @Nullable String surroundings(String text, Span mention) {
    int from = Math.max(0, mention.start() - SURROUNDINGS);
    int to = Math.min(text.length(), mention.end() + SURROUNDINGS);
    return to - from < mention.length() + LEAST_SURROUNDINGS ? null : text.substring(from, to);
  }

  private SkillWriting writing(String mention, String core, Language language) {
    SkillLabels own = indexes.labels(language);
    return new SkillWriting(own, own.mention(mention, core));
  }
}
