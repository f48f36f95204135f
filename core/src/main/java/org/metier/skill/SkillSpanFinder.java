package org.metier.skill;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.metier.skill.internal.Sentence;
import org.metier.skill.internal.SpanFeatures;
import org.metier.skill.internal.SpanWeights;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;

/// Finds the stretches of a text that state a skill or knowledge, whether or not the taxonomy has a label for
/// them. Closed to nothing: what they mean in the taxonomy is for a linker to say.
///
/// The model learnt from English sentences. In French, Dutch, Polish and German it sees the English words that the
/// taxonomy's labels make counterparts of the text's, and what holds in every language: shapes, punctuation,
/// and how labels use a word. It was not measured there.
///
/// Thread-safe: build one and share it. What it must know of a language's labels is gathered when that is first
/// asked for, which takes a second or two for ESCO; a sentence of twenty words then costs some tens of
/// microseconds.
public final class SkillSpanFinder {
  private final SpanFeatures features;
  private final SpanModel model;

  private SkillSpanFinder(SpanFeatures features, SpanModel model) {
    this.features = features;
    this.model = model;
  }

  /// A finder with the model that ships with Metier.
  public static SkillSpanFinder over(Taxonomy taxonomy, TextAnalyzer analyzer) {
    return over(taxonomy, analyzer, SpanModel.standard());
  }

  /// A finder with a model of one's own.
  public static SkillSpanFinder over(Taxonomy taxonomy, TextAnalyzer analyzer, SpanModel model) {
    return new SkillSpanFinder(new SpanFeatures(taxonomy, analyzer), model);
  }

  /// The spans of a text, sentence by sentence, in order of appearance. Spans of one kind never overlap; a span of
  /// knowledge may lie within one of a skill.
  public List<SkillSpan> find(String text, Language language) {
    List<SkillSpan> spans = new ArrayList<>();
    for (Sentence sentence : Sentence.of(language, text)) {
      find(sentence, language, spans);
    }
    return spans;
  }

  void find(Sentence sentence, Language language, List<SkillSpan> into) {
    List<SkillSpan> own = new ArrayList<>();
    int[][] seen = features.of(language, sentence, model.lexicon(language));
    for (SpanWeights.Found found : model.weights(language).find(seen)) {
      own.add(new SkillSpan(sentence.span(found.first(), found.last()),
          SpanKind.values()[found.kind()], found.confidence()));
    }
    own.sort(Comparator.comparingInt((SkillSpan s) -> s.span().start())
        .thenComparingInt(s -> s.span().end())
        .thenComparing(SkillSpan::kind));
    into.addAll(own);
  }
}
