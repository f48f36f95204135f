package org.metier.benchmarks.spans;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.metier.link.ConceptTagger;
import org.metier.skill.SkillSpan;
import org.metier.skill.SkillSpanFinder;
import org.metier.skill.SpanKind;
import org.metier.skill.SpanModel;
import org.metier.skill.internal.LabelledSentence;
import org.metier.skill.internal.SpanFeatures;
import org.metier.skill.internal.SpanFeatures.Lexicon;
import org.metier.skill.internal.SpanTally;
import org.metier.skill.internal.SpanTraining;
import org.metier.skill.internal.SpanWeights;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.Span;
import org.metier.text.TextAnalyzer;

/// Measures the span finder, fitted to one part of the labelled sentences, on another part, beside its variant for
/// other languages, OpenNLP's name finder fitted to the same sentences, and the taxonomy's labels.
public final class SpanEvaluation {
  private static final double NANOS_PER_SECOND = 1e9;

  private final Taxonomy taxonomy;
  private final TextAnalyzer analyzer = TextAnalyzer.create();
  private final SpanTraining.Settings settings;
  private final LongSupplier nanoClock;

  /// @param nanoClock such as `System::nanoTime`
  SpanEvaluation(Taxonomy taxonomy, SpanTraining.Settings settings, LongSupplier nanoClock) {
    this.taxonomy = taxonomy;
    this.settings = settings;
    this.nanoClock = nanoClock;
  }

  SpanReport run(List<LabelledSentence> train, List<LabelledSentence> dev) {
    SpanFeatures features = new SpanFeatures(taxonomy, analyzer);
    SpanWeights written = SpanTraining.fit(train, features, Lexicon.WRITTEN, settings,
        (epoch, epochs) -> {});
    SpanWeights bridged = SpanTraining.fit(train, features, Lexicon.BRIDGED, settings,
        (epoch, epochs) -> {});
    SpanModel model = new SpanModel(Language.EN, written, bridged);
    SkillSpanFinder finder = SkillSpanFinder.over(taxonomy, analyzer, model);
    SkillSpanFinder bridge = SkillSpanFinder.over(taxonomy, analyzer,
        new SpanModel(Language.FR, written, bridged));
    Map<String, SpanReport.Outcome> systems = new LinkedHashMap<>();
    systems.put("metier", measured(s -> finder.find(s, Language.EN), dev));
    systems.put("metierBridged", measured(s -> bridge.find(s, Language.EN), dev));
    systems.put("openNlp", measured(OpenNlpSpans.trained(train), dev));
    ConceptTagger tagger = ConceptTagger.over(taxonomy, ConceptKind.SKILL, analyzer);
    systems.put("dictionary", measured(s -> labels(tagger, s), dev));
    return new SpanReport(train.size(), dev.size(), gold(dev, SpanKind.SKILL),
        gold(dev, SpanKind.KNOWLEDGE), model.toBytes().length, systems);
  }

  private List<SkillSpan> labels(ConceptTagger tagger, String sentence) {
    return tagger.tag(Language.EN, sentence)
        .stream()
        .map(tag -> new SkillSpan(tag.span(),
            taxonomy.isKnowledge(tag.concept()) ? SpanKind.KNOWLEDGE : SpanKind.SKILL, 1))
        .distinct()
        .toList();
  }

  private static int gold(List<LabelledSentence> sentences, SpanKind kind) {
    return sentences.stream().mapToInt(s -> s.gold(kind.ordinal()).size()).sum();
  }

  /// Runs a system twice over all sentences and times the second pass.
  private SpanReport.Outcome measured(SpanSystem system, List<LabelledSentence> sentences) {
    List<String> texts = sentences.stream().map(LabelledSentence::text).toList();
    List<List<SkillSpan>> answers = new ArrayList<>();
    texts.forEach(text -> answers.add(system.find(text)));
    long begin = nanoClock.getAsLong();
    texts.forEach(system::find);
    double seconds = (nanoClock.getAsLong() - begin) / NANOS_PER_SECOND;
    SpanTally both = new SpanTally();
    List<SpanReport.Kind> kinds = new ArrayList<>();
    for (SpanKind kind : SpanKind.values()) {
      SpanTally own = new SpanTally();
      for (int i = 0; i < sentences.size(); i++) {
        LabelledSentence sentence = sentences.get(i);
        List<Span> found = answers.get(i)
            .stream()
            .filter(a -> a.kind() == kind)
            .map(a -> sentence.tokens(a.span()))
            .toList();
        own.add(found, sentence.gold(kind.ordinal()));
        both.add(found, sentence.gold(kind.ordinal()));
      }
      kinds.add(figures(own));
    }
    int tokens = sentences.stream().mapToInt(s -> s.tokens().size()).sum();
    return new SpanReport.Outcome(kinds.get(SpanKind.SKILL.ordinal()),
        kinds.get(SpanKind.KNOWLEDGE.ordinal()), figures(both), sentences.size() / seconds,
        tokens / seconds);
  }

  private static SpanReport.Kind figures(SpanTally tally) {
    return new SpanReport.Kind(tally.strict(), tally.overlapping());
  }

}
