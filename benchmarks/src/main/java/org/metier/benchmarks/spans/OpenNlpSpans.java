package org.metier.benchmarks.spans;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.util.ObjectStream;
import opennlp.tools.util.TrainingParameters;
import org.metier.skill.SkillSpan;
import org.metier.skill.SpanKind;
import org.metier.skill.internal.LabelledSentence;
import org.metier.text.Span;

/// OpenNLP's name finder with its usual features, one for skills and one for knowledge, trained on the same
/// sentences.
final class OpenNlpSpans implements SpanSystem {
  private final List<NameFinderME> finders;

  private OpenNlpSpans(List<NameFinderME> finders) {
    this.finders = finders;
  }

  static OpenNlpSpans trained(List<LabelledSentence> sentences) {
    List<NameFinderME> finders = new ArrayList<>();
    for (SpanKind kind : SpanKind.values()) {
      try (ObjectStream<NameSample> samples = new Samples(sentences, kind)) {
        finders.add(new NameFinderME(NameFinderME.train("en", "skill", samples,
            silent(), new TokenNameFinderFactory())));
      } catch (IOException e) {
        throw new UncheckedIOException("samples in memory cannot fail to be read", e);
      }
    }
    return new OpenNlpSpans(finders);
  }

  private static TrainingParameters silent() {
    TrainingParameters usual = TrainingParameters.defaultParams();
    usual.put("PrintMessages", false);
    return usual;
  }

  /// Labelled sentences as OpenNLP wants them.
  private static final class Samples implements ObjectStream<NameSample> {
    private final List<LabelledSentence> sentences;
    private final SpanKind kind;
    private Iterator<LabelledSentence> left;

    Samples(List<LabelledSentence> sentences, SpanKind kind) {
      this.sentences = sentences;
      this.kind = kind;
      left = sentences.iterator();
    }

    @Override
    public @org.jspecify.annotations.Nullable NameSample read() {
      if (!left.hasNext()) {
        return null;
      }
      LabelledSentence own = left.next();
      return new NameSample(own.tokens().toArray(String[]::new), own.gold(kind.ordinal())
          .stream()
          .map(s -> new opennlp.tools.util.Span(s.start(), s.end()))
          .toArray(opennlp.tools.util.Span[]::new), false);
    }

    @Override
    public void reset() {
      left = sentences.iterator();
    }
  }

  @Override
  public List<SkillSpan> find(String sentence) {
    String[] tokens = sentence.split(" ");
    int[] starts = new int[tokens.length];
    for (int t = 1; t < tokens.length; t++) {
      starts[t] = starts[t - 1] + tokens[t - 1].length() + 1;
    }
    List<SkillSpan> spans = new ArrayList<>();
    for (SpanKind kind : SpanKind.values()) {
      NameFinderME finder = finders.get(kind.ordinal());
      for (opennlp.tools.util.Span found : finder.find(tokens)) {
        int last = found.getEnd() - 1;
        spans.add(new SkillSpan(new Span(starts[found.getStart()],
            starts[last] + tokens[last].length()), kind, found.getProb()));
      }
      finder.clearAdaptiveData();
    }
    return spans;
  }
}
