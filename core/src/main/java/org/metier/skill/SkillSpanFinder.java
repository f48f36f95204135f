package org.metier.skill;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.metier.link.ConceptTag;
import org.metier.skill.internal.Sentence;
import org.metier.skill.internal.SpanFeatures;
import org.metier.skill.internal.SpanWeights;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.Span;
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

  /// As [#find(String, Language)], in sentences with a tag alone.
  List<SkillSpan> find(String text, Language language, List<ConceptTag> tags) {
    List<SkillSpan> spans = new ArrayList<>();
    for (Sentence sentence : Sentence.of(language, text)) {
      Span whole = sentence.span(0, sentence.size() - 1);
      if (tags.stream().anyMatch(tag -> tag.span().overlaps(whole))) {
        find(sentence, language, spans);
      }
    }
    return spans;
  }

  private void find(Sentence sentence, Language language, List<SkillSpan> into) {
    List<SkillSpan> own = new ArrayList<>();
    int[][] seen = features.of(language, sentence, model.lexicon(language));
    for (SpanWeights.Found found : model.weights(language).find(seen)) {
      int first = found.first();
      int last = found.last();
      while (first < last && !sentence.isWord()[first]) {
        first++;
      }
      while (first < last && !sentence.isWord()[last] && !closes(sentence, first, last)) {
        last--;
      }
      if (sentence.isWord()[first] && !isAddress(sentence.span(first, last).of(sentence.text()))) {
        own.add(new SkillSpan(sentence.span(first, last), SpanKind.values()[found.kind()],
            found.confidence()));
      }
    }
    own.sort(Comparator.comparingInt((SkillSpan s) -> s.span().start())
        .thenComparingInt(s -> s.span().end())
        .thenComparing(SkillSpan::kind));
    into.addAll(own);
  }

  /// Whether a span's last token is a bracket that was opened within the span.
  private static boolean closes(Sentence sentence, int first, int last) {
    return sentence.text().charAt(sentence.starts()[last]) == ')'
        && sentence.span(first, last).of(sentence.text()).indexOf('(') >= 0;
  }

  /// Whether words are an address on the Internet.
  private static boolean isAddress(String words) {
    return words.indexOf('@') >= 0 || words.contains("://") || words.contains("www.");
  }
}
